package hongli.mall.goods;

import hongli.economy.exact.Money;
import hongli.mall.refusal.General;
import hongli.mall.table.Row;
import hongli.mall.table.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A product as the one row of it says, without what it is offered as.
public record Product(long id, long merchant, Kind kind, Status status, boolean onShelf, long version) {
    private static final String SELECT =
            "select p.id, p.merchant, p.kind, p.status, p.on_shelf, p.version from mall.product p where p.id = ?";
    private static final String VARIANTS =
            "select sku, specification::text, price_fen, cost_fen, tier_prices_fen, grams"
                    + " from mall.variant where product = ? and active order by id";

    /// How far a product has come; once approved it stays so, and changes to it wait in a draft beside it.
    public enum Status {
        DRAFT,
        SUBMITTED,
        REJECTED,
        APPROVED
    }

    /// What waits beside a product.
    ///
    /// @param submittedAt when it was submitted, or null where it was not
    /// @param reason why it was rejected, or null where it was not
    public record Draft(
            Offer offer,
            @Nullable Instant submittedAt,
            @Nullable String reason) {}

    /// The merchant's product, which nobody else changes until this transaction ends.
    ///
    /// @throws hongli.mall.refusal.Refusal where the merchant has no such product
    public static Product lock(Transaction work, long id, long merchant) {
        return work.find(SELECT + " and p.merchant = ? for no key update", Product::read, id, merchant)
                .orElseThrow(() -> Drafts.unknown(id));
    }

    /// The merchant's product as it is now.
    ///
    /// @throws hongli.mall.refusal.Refusal where the merchant has no such product
    public static Product own(Transaction work, long id, long merchant) {
        return work.find(SELECT + " and p.merchant = ?", Product::read, id, merchant)
                .orElseThrow(() -> Drafts.unknown(id));
    }

    /// Anybody's product as it is now.
    static Product any(Transaction work, long id) {
        return work.find(SELECT, Product::read, id).orElseThrow(() -> Drafts.unknown(id));
    }

    /// Anybody's product, which nobody else changes until this transaction ends.
    static Product lockAny(Transaction work, long id) {
        return work.find(SELECT + " for no key update", Product::read, id).orElseThrow(() -> Drafts.unknown(id));
    }

    private static Product read(Row row) throws SQLException {
        return new Product(
                row.number("id"),
                row.number("merchant"),
                row.word("kind", Kind.class),
                row.word("status", Status.class),
                row.flag("on_shelf"),
                row.number("version"));
    }

    static Optional<Draft> draft(Transaction work, long id) {
        return work.find(
                "select content::text, submitted_at, reason from mall.product_draft where product = ?",
                row -> new Draft(
                        OfferJson.parse(row.text("content")),
                        row.findTime("submitted_at").orElse(null),
                        row.findText("reason").orElse(null)),
                id);
    }

    /// What customers see, where it was ever approved.
    static Optional<Offer> approved(Transaction work, long id) {
        List<Offer.Variant> variants = work.all(VARIANTS, Product::variant, id);
        return work.find(
                "select title, description, category, brand, freight, pictures from mall.product"
                        + " where id = ? and status = 'approved'",
                row -> new Offer(
                        row.text("title"),
                        row.text("description"),
                        number(row, "category"),
                        number(row, "brand"),
                        number(row, "freight"),
                        row.numbers("pictures"),
                        variants),
                id);
    }

    /// The draft where there is one, otherwise what is approved.
    public static Offer newest(Transaction work, Product product) {
        return draft(work, product.id())
                .map(Draft::offer)
                .or(() -> approved(work, product.id()))
                .orElseThrow(() -> new IllegalStateException("a product has a form: id=" + product.id()));
    }

    static Offer.Variant variant(Row row) throws SQLException {
        return new Offer.Variant(
                row.text("sku"),
                OfferJson.words(row.text("specification")),
                row.money("price_fen"),
                row.money("cost_fen"),
                row.numbers("tier_prices_fen").stream().map(Money::new).toList(),
                row.count("grams"));
    }

    static @Nullable Long number(Row row, String column) throws SQLException {
        var number = row.findNumber(column);
        return number.isPresent() ? number.getAsLong() : null;
    }

    void requireVersion(long seen) {
        if (seen != version) {
            throw General.CHANGED_MEANWHILE.with("version", version);
        }
    }

    void touch(Transaction work) {
        work.send("update mall.product set version = version + 1 where id = ?", id);
    }
}
