package hongli.mall.goods;

import hongli.ledger.wire.Json;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.merchant.Mode;
import hongli.mall.merchant.Seller;
import hongli.mall.refusal.General;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import hongli.mall.trail.Trail;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What merchants write of their goods before the platform approves it; customers never see a draft.
public final class Drafts {
    private final Tables tables;

    public Drafts(Tables tables) {
        this.tables = tables;
    }

    /// Begins a product.
    ///
    /// @return its number
    public long create(Actor actor, Kind kind, Offer offer) {
        Seller seller = Seller.of(tables, actor, Permission.GOODS_CHANGE);
        return seller.work(tables, work -> create(work, seller, kind, offer));
    }

    /// As above, within a transaction in the seller's name.
    public static long create(Transaction work, Seller seller, Kind kind, Offer offer) {
        OfferRules.require(offer);
        References.require(work, seller.merchant(), offer);
        long id = work.insert(
                "insert into mall.product (merchant, kind, title, status, created_at)"
                        + " values (?, ?, ?, 'draft', ?) returning id",
                seller.merchant(),
                kind,
                offer.title(),
                work.now());
        write(work, seller, id, offer);
        Map<String, @Nullable Object> after = OfferJson.fields(offer);
        after.put("kind", kind.name().toLowerCase(Locale.ROOT));
        tell(work, seller.actor(), "goods.created", id, new Trail.Change(null, after));
        return id;
    }

    /// Writes the draft anew; one that was submitted must be submitted again.
    ///
    /// @param version the version that the caller has seen
    /// @return the new version
    public long change(Actor actor, long id, long version, Offer offer) {
        Seller seller = Seller.of(tables, actor, Permission.GOODS_CHANGE);
        return seller.work(tables, work -> {
            Product product = Product.lock(work, id, seller.merchant());
            product.requireVersion(version);
            change(work, seller, product, offer);
            return product.version() + 1;
        });
    }

    /// As above, within a transaction in the seller's name, on a product that is locked.
    public static void change(Transaction work, Seller seller, Product product, Offer offer) {
        OfferRules.require(offer);
        References.require(work, seller.merchant(), offer);
        Offer before = Product.newest(work, product);
        write(work, seller, product.id(), offer);
        if (product.status() != Product.Status.APPROVED) {
            work.send("update mall.product set title = ?, status = 'draft' where id = ?", offer.title(), product.id());
        }
        product.touch(work);
        tell(
                work,
                seller.actor(),
                "goods.drafted",
                product.id(),
                new Trail.Change(OfferJson.fields(before), OfferJson.fields(offer)));
    }

    /// Hands the draft to the platform; where the platform sells alone, its own operators' word is the approval.
    public void submit(Actor actor, long id) {
        Seller seller = Seller.of(tables, actor, Permission.GOODS_CHANGE);
        seller.work(tables, work -> {
            submit(work, seller, Product.lock(work, id, seller.merchant()));
            return true;
        });
    }

    /// As above, within a transaction in the seller's name, on a product that is locked.
    public static void submit(Transaction work, Seller seller, Product product) {
        long id = product.id();
        if (work.run(
                        "update mall.product_draft set submitted_at = ?, reason = null"
                                + " where product = ? and submitted_at is null",
                        work.now(),
                        id)
                == 0) {
            throw GoodsGround.NOTHING_DRAFTED.with("product", id);
        }
        if (product.status() != Product.Status.APPROVED) {
            work.send("update mall.product set status = 'submitted' where id = ?", id);
        }
        product.touch(work);
        tell(work, seller.actor(), "goods.submitted", id, new Trail.Change(null, null));
        if (seller.actor() instanceof Actor.Operator && !Mode.isMulti(work)) {
            Approvals.publish(work, seller.actor(), Product.lock(work, id, seller.merchant()));
        }
    }

    /// Throws away what waits for approval; what is approved stays as it is.
    public void discard(Actor actor, long id) {
        Seller seller = Seller.of(tables, actor, Permission.GOODS_CHANGE);
        seller.work(tables, work -> {
            Product product = Product.lock(work, id, seller.merchant());
            if (product.status() != Product.Status.APPROVED) {
                throw GoodsGround.PRODUCT_NOT_APPROVED.with("product", id);
            }
            Offer before = Product.draft(work, id)
                    .map(Product.Draft::offer)
                    .orElseThrow(() -> GoodsGround.NOTHING_DRAFTED.with("product", id));
            work.run("delete from mall.product_draft where product = ?", id);
            product.touch(work);
            tell(work, actor, "goods.discarded", id, new Trail.Change(OfferJson.fields(before), null));
            return true;
        });
    }

    /// Puts an approved product before the customers, or takes it away from them.
    public void shelve(Actor actor, long id, boolean onShelf) {
        Seller seller = Seller.of(tables, actor, Permission.GOODS_CHANGE);
        seller.work(tables, work -> {
            shelve(work, actor, Product.lock(work, id, seller.merchant()), onShelf);
            return true;
        });
    }

    private static void shelve(Transaction work, Actor actor, Product product, boolean onShelf) {
        if (product.status() != Product.Status.APPROVED) {
            throw GoodsGround.PRODUCT_NOT_APPROVED.with("product", product.id());
        }
        work.send("update mall.product set on_shelf = ? where id = ?", onShelf, product.id());
        product.touch(work);
        tell(
                work,
                actor,
                onShelf ? "goods.shelved" : "goods.unshelved",
                product.id(),
                new Trail.Change(Map.of("onShelf", product.onShelf()), Map.of("onShelf", onShelf)));
    }

    private static void write(Transaction work, Seller seller, long id, Offer offer) {
        References.claim(work, seller, id, offer);
        work.send(
                "insert into mall.product_draft (product, merchant, content) values (?, ?, ?::jsonb)"
                        + " on conflict (product) do update set content = excluded.content, submitted_at = null,"
                        + " reason = null",
                id,
                seller.merchant(),
                Json.text(OfferJson.fields(offer)));
    }

    static void tell(Transaction work, Actor actor, String action, long id, Trail.Change change) {
        Trail.tell(work, actor, action, new Trail.Subject("goods", id), change);
    }

    static RuntimeException unknown(long id) {
        return General.NOT_FOUND.with("product", id);
    }
}
