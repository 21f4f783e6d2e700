package hongli.mall.goods;

import hongli.economy.exact.Money;
import hongli.ledger.wire.Json;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.search.SearchText;
import hongli.mall.table.Listing;
import hongli.mall.table.Page;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import hongli.mall.trail.Trail;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The platform's word on what merchants submit: seen field by field, approved or rejected with a reason.
public final class Approvals {
    private static final String WAITING = """
            select p.id, p.title, p.kind, p.status, p.merchant, m.name merchant_name, p.version, d.submitted_at
            from mall.product p join mall.product_draft d on d.product = p.id and d.submitted_at is not null
            join mall.merchant m on m.id = p.merchant
            """;
    private static final String PUBLISH = """
            update mall.product set title = ?, description = ?, category = ?, brand = ?, freight = ?, pictures = ?,
            status = 'approved', search = ?, version = version + 1 where id = ?
            """;
    private static final String VARIANTS = """
            update mall.variant v set specification = o.specification, price_fen = o.price, cost_fen = o.cost,
                tier_prices_fen = o.tiers, grams = o.grams, active = true
            from jsonb_to_recordset(?::jsonb -> 'variants') as o (sku text, specification jsonb, price bigint,
                cost bigint, tiers bigint[], grams integer)
            where v.product = ? and v.sku = o.sku
            """;
    private static final Map<String, String> SORTS =
            Map.of("submitted", "submitted_at timestamptz", "id", "id bigint", "merchant", "merchant bigint");

    private final Tables tables;

    public Approvals(Tables tables) {
        this.tables = tables;
    }

    /// One product that waits.
    ///
    /// @param first whether it was never approved before
    public record Waiting(
            long id, String title, Kind kind, boolean first, long merchant, String merchantName, Instant submittedAt) {}

    /// What waits, and in what it differs from what customers see.
    public record Proposal(Product product, Product.Draft draft, List<Difference> differences) {}

    /// What waits for a word, the longest waiting first.
    public Page<Waiting> waiting(Actor actor, @Nullable Long merchant, Listing.Wish wish) {
        actor.requireOperator(Permission.GOODS_REVIEW);
        return tables.work(work -> Listing.of(WAITING)
                .whereGiven("p.merchant = ?", merchant)
                .page(
                        work,
                        wish.orBy("submitted"),
                        SORTS,
                        row -> new Waiting(
                                row.number("id"),
                                row.text("title"),
                                row.word("kind", Kind.class),
                                !row.text("status").equals("approved"),
                                row.number("merchant"),
                                row.text("merchant_name"),
                                row.time("submitted_at"))));
    }

    /// One proposal, field by field.
    public Proposal proposal(Actor actor, long id) {
        actor.requireOperator(Permission.GOODS_REVIEW);
        return tables.work(work -> {
            Product product = Product.any(work, id);
            Product.Draft draft = submitted(work, id);
            Offer before = Product.approved(work, id).orElse(null);
            return new Proposal(product, draft, Difference.between(before, draft.offer()));
        });
    }

    /// Makes the draft what customers see.
    ///
    /// @param version the version that the operator has seen
    public void approve(Actor actor, long id, long version) {
        actor.requireOperator(Permission.GOODS_REVIEW);
        tables.run(work -> {
            Product product = Product.lockAny(work, id);
            submitted(work, id);
            product.requireVersion(version);
            publish(work, actor, product);
        });
    }

    /// Gives the draft back to the merchant; what customers see stays as it is.
    public void reject(Actor actor, long id, long version, String reason) {
        actor.requireOperator(Permission.GOODS_REVIEW);
        tables.run(work -> {
            Product product = Product.lockAny(work, id);
            submitted(work, id);
            product.requireVersion(version);
            work.run("update mall.product_draft set submitted_at = null, reason = ? where product = ?", reason, id);
            if (product.status() != Product.Status.APPROVED) {
                work.run("update mall.product set status = 'rejected' where id = ?", id);
            }
            product.touch(work);
            Drafts.tell(work, actor, "goods.rejected", id, new Trail.Change(null, Map.of("reason", reason)));
        });
    }

    /// Takes back the approval of a product; the merchant may correct and submit it again.
    public void recall(Actor actor, long id, String reason) {
        actor.requireOperator(Permission.GOODS_REVIEW);
        tables.run(work -> {
            Product product = Product.lockAny(work, id);
            Offer offer =
                    Product.approved(work, id).orElseThrow(() -> GoodsGround.PRODUCT_NOT_APPROVED.with("product", id));
            work.run(
                    "insert into mall.product_draft (product, merchant, content, reason) values (?, ?, ?::jsonb, ?)"
                            + " on conflict (product) do update set reason = excluded.reason, submitted_at = null",
                    id,
                    product.merchant(),
                    Json.text(OfferJson.fields(offer)),
                    reason);
            work.run("update mall.product set status = 'rejected', on_shelf = false where id = ?", id);
            product.touch(work);
            Drafts.tell(work, actor, "goods.recalled", id, new Trail.Change(null, Map.of("reason", reason)));
        });
    }

    static void publish(Transaction work, Actor actor, Product product) {
        long id = product.id();
        Offer offer = submitted(work, id).offer();
        Offer before = Product.approved(work, id).orElse(null);
        References.require(work, product.merchant(), offer);
        work.send(
                PUBLISH,
                offer.title(),
                offer.description(),
                offer.category(),
                offer.brand(),
                offer.freight(),
                offer.pictures(),
                searched(work, offer),
                id);
        work.send("update mall.variant set active = false where product = ?", id);
        List<Map<String, Object>> variants =
                offer.variants().stream().map(Approvals::told).toList();
        work.send(VARIANTS, Json.text(Map.of("variants", variants)), id);
        work.send("delete from mall.product_draft where product = ?", id);
        Drafts.tell(
                work,
                actor,
                "goods.approved",
                id,
                new Trail.Change(before == null ? null : OfferJson.fields(before), OfferJson.fields(offer)));
    }

    private static Map<String, Object> told(Offer.Variant variant) {
        return Map.of(
                "sku",
                variant.sku(),
                "specification",
                variant.specification(),
                "price",
                variant.price().fen(),
                "cost",
                variant.cost().fen(),
                "tiers",
                variant.tierPrices().stream().map(Money::fen).toList(),
                "grams",
                variant.grams());
    }

    private static String searched(Transaction work, Offer offer) {
        var text = new SearchText().add(offer.title());
        Brands.name(work, offer.brand()).ifPresent(text::add);
        Categories.path(work, offer.category()).forEach(text::add);
        offer.variants().forEach(variant -> variant.specification().values().forEach(text::add));
        return text.toString();
    }

    /// Makes the search texts of these products anew, because a name within them has changed.
    static void index(Transaction work, List<Long> products) {
        for (long id : products) {
            Product.approved(work, id)
                    .ifPresent(offer ->
                            work.run("update mall.product set search = ? where id = ?", searched(work, offer), id));
        }
    }

    private static Product.Draft submitted(Transaction work, long id) {
        return Product.draft(work, id)
                .filter(draft -> draft.submittedAt() != null)
                .orElseThrow(() -> GoodsGround.NOTHING_SUBMITTED.with("product", id));
    }
}
