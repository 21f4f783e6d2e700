package hongli.mall.search;

import hongli.economy.exact.Money;
import hongli.mall.access.Actor;
import hongli.mall.goods.Categories;
import hongli.mall.goods.Kind;
import hongli.mall.goods.Showcase;
import hongli.mall.table.Listing;
import hongli.mall.table.Page;
import hongli.mall.table.Row;
import hongli.mall.table.Tables;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Search among what customers can buy.
public final class Search {
    private static final String FOUND = """
            select p.id, p.kind, p.title, p.sold, m.id merchant, m.name merchant_name,
                coalesce(p.pictures[1], 0) picture, strpos(p.search, ?) near, v.price_fen, v.own_fen,
                v.stock > 0 or p.kind = 'booking' in_stock,
                coalesce((select count(*) from mall.review r where r.product = p.id and not r.hidden), 0) reviews
            from mall.product p join mall.merchant m on m.id = p.merchant
            join lateral (select min(price_fen) price_fen, sum(stock)::bigint stock,
                min(coalesce(tier_prices_fen[?::int], price_fen)) own_fen
                from mall.variant where product = p.id and active) v on v.price_fen is not null
            """;
    private static final Map<String, String> SORTS = Map.of(
            "relevance",
            "near bigint",
            "newest",
            "id bigint",
            "price",
            "own_fen bigint",
            "sold",
            "sold bigint",
            "reviews",
            "reviews bigint");

    private final Tables tables;

    public Search(Tables tables) {
        this.tables = tables;
    }

    /// What is looked for; null for everything.
    ///
    /// @param category goods in it or in any below it
    public record Question(
            @Nullable String text,
            @Nullable Long category,
            @Nullable Long brand,
            @Nullable Long merchant,
            @Nullable Kind kind,
            @Nullable Money from,
            @Nullable Money until,
            boolean inStock) {}

    /// A product in a list.
    ///
    /// @param price the lowest price
    /// @param ownPrice the lowest price for the tier of who asks
    /// @param picture the number of its first picture, or 0
    public record Item(
            long id,
            Kind kind,
            String title,
            long merchant,
            String merchantName,
            Money price,
            Money ownPrice,
            boolean inStock,
            long sold,
            long reviews,
            long picture) {}

    /// One page of what was found: the nearest first where words are given, otherwise the newest.
    public Page<Item> page(Actor actor, Question question, Listing.Wish wish) {
        String text = question.text() == null ? "" : question.text();
        List<String> patterns = SearchText.patterns(text);
        String first = patterns.isEmpty() ? "" : patterns.getFirst().replace("%", "");
        return tables.work(work -> {
            var listing = Listing.of(FOUND, first, Showcase.tier(work, actor))
                    .where(Showcase.SEEN)
                    .whereGiven("p.brand = ?", question.brand())
                    .whereGiven("p.merchant = ?", question.merchant())
                    .whereGiven("p.kind = ?", question.kind())
                    .whereGiven("v.own_fen >= ?", question.from())
                    .whereGiven("v.own_fen <= ?", question.until())
                    .whereGiven("p.category in (" + Categories.BELOW + " select id from below)", question.category());
            patterns.forEach(pattern -> listing.where("p.search like ?", pattern));
            if (question.inStock()) {
                listing.where("v.stock > 0 or p.kind = 'booking'");
            }
            if (!text.isBlank() && patterns.isEmpty()) {
                listing.where("false");
            }
            return listing.page(work, wish.orBy(patterns.isEmpty() ? "-newest" : "relevance"), SORTS, Search::item);
        });
    }

    private static Item item(Row row) throws SQLException {
        return new Item(
                row.number("id"),
                row.word("kind", Kind.class),
                row.text("title"),
                row.number("merchant"),
                row.text("merchant_name"),
                row.money("price_fen"),
                row.money("own_fen"),
                row.flag("in_stock"),
                row.number("sold"),
                row.number("reviews"),
                row.number("picture"));
    }
}
