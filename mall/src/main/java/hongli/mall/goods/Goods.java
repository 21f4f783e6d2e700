package hongli.mall.goods;

import hongli.economy.exact.Money;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.merchant.Seller;
import hongli.mall.search.SearchText;
import hongli.mall.table.Listing;
import hongli.mall.table.Page;
import hongli.mall.table.Row;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The goods of a merchant as its clerks see them, and of all merchants as operators do.
public final class Goods {
    private static final String LIST = """
            select p.id, p.merchant, p.kind, p.title, p.status, p.on_shelf, p.sold, p.version,
                d.product is not null drafted, d.submitted_at is not null submitted, d.reason,
                coalesce(v.price_fen, 0) price_fen, coalesce(v.stock, 0) stock, coalesce(p.pictures[1], 0) picture
            from mall.product p left join mall.product_draft d on d.product = p.id
            left join lateral (select min(price_fen) price_fen, sum(stock)::bigint stock from mall.variant
                where product = p.id and (active or p.status <> 'approved')) v on true
            """;
    private static final Map<String, String> SORTS = Map.of(
            "id",
            "id bigint",
            "title",
            "title text",
            "price",
            "price_fen bigint",
            "stock",
            "stock bigint",
            "sold",
            "sold bigint");

    private final Tables tables;

    public Goods(Tables tables) {
        this.tables = tables;
    }

    /// A product in a list.
    ///
    /// @param drafted whether a change waits beside what is approved, or it was never approved
    /// @param submitted whether it waits for the platform's word
    /// @param reason why the platform rejected it, or null
    /// @param picture the number of its first picture, or 0
    public record Item(
            long id,
            long merchant,
            Kind kind,
            String title,
            Product.Status status,
            boolean onShelf,
            boolean drafted,
            boolean submitted,
            @Nullable String reason,
            Money price,
            long stock,
            long sold,
            long picture,
            long version) {}

    /// What a list is narrowed to; null for everything.
    public record Filter(
            Product.@Nullable Status status,
            @Nullable Kind kind,
            @Nullable Boolean onShelf,
            @Nullable Boolean submitted,
            @Nullable Long category,
            @Nullable String text) {}

    /// A variant with what only its merchant knows of it.
    public record Held(long id, Offer.Variant variant, boolean active, long stock) {}

    /// A product with all there is to it.
    public record Whole(
            Product product, @Nullable Offer approved, Product.@Nullable Draft draft, List<Held> variants) {}

    /// The goods of the caller's merchant.
    public Page<Item> page(Actor actor, Filter filter, Listing.Wish wish) {
        Seller seller = Seller.of(tables, actor, Permission.GOODS_READ);
        return seller.work(
                tables, work -> page(work, listing(filter).where("p.merchant = ?", seller.merchant()), wish));
    }

    /// The goods of all merchants, or of one.
    public Page<Item> all(Actor actor, @Nullable Long merchant, Filter filter, Listing.Wish wish) {
        actor.requireOperator(Permission.GOODS_READ);
        return tables.work(work -> page(work, listing(filter).whereGiven("p.merchant = ?", merchant), wish));
    }

    /// One product of the caller's merchant.
    public Whole one(Actor actor, long id) {
        Seller seller = Seller.of(tables, actor, Permission.GOODS_READ);
        return seller.work(tables, work -> whole(work, Product.own(work, id, seller.merchant())));
    }

    /// One product of any merchant.
    public Whole any(Actor actor, long id) {
        actor.requireOperator(Permission.GOODS_READ);
        return tables.work(work -> whole(work, Product.any(work, id)));
    }

    /// The product that the seller's SKU belongs to, and the number of the variant.
    public static Optional<Place> find(Transaction work, Seller seller, String sku) {
        return work.find(
                "select product, id, stock from mall.variant where merchant = ? and sku = ?",
                row -> new Place(row.number("product"), row.number("id"), row.number("stock")),
                seller.merchant(),
                sku);
    }

    /// Where an SKU stands.
    public record Place(long product, long variant, long stock) {}

    private static Listing listing(Filter filter) {
        var listing = Listing.of(LIST)
                .whereGiven("p.status = ?", filter.status())
                .whereGiven("p.kind = ?", filter.kind())
                .whereGiven("p.on_shelf = ?", filter.onShelf())
                .whereGiven("(d.submitted_at is not null) = ?", filter.submitted())
                .whereGiven("p.category = ?", filter.category());
        String text = filter.text();
        if (text != null) {
            for (String pattern : SearchText.patterns(text)) {
                listing.where("p.search like ? or strpos(lower(p.title), lower(?)) > 0", pattern, text);
            }
        }
        return listing;
    }

    private static Page<Item> page(Transaction work, Listing listing, Listing.Wish wish) {
        return listing.page(work, wish.orBy("-id"), SORTS, Goods::item);
    }

    private static Item item(Row row) throws SQLException {
        return new Item(
                row.number("id"),
                row.number("merchant"),
                row.word("kind", Kind.class),
                row.text("title"),
                row.word("status", Product.Status.class),
                row.flag("on_shelf"),
                row.flag("drafted"),
                row.flag("submitted"),
                row.findText("reason").orElse(null),
                row.money("price_fen"),
                row.number("stock"),
                row.number("sold"),
                row.number("picture"),
                row.number("version"));
    }

    private static Whole whole(Transaction work, Product product) {
        long id = product.id();
        List<Held> variants = work.all(
                "select id, sku, specification::text, price_fen, cost_fen, tier_prices_fen, grams, active, stock"
                        + " from mall.variant where product = ? order by id",
                row -> new Held(row.number("id"), Product.variant(row), row.flag("active"), row.number("stock")),
                id);
        return new Whole(
                product,
                Product.approved(work, id).orElse(null),
                Product.draft(work, id).orElse(null),
                variants);
    }
}
