package hongli.mall.goods;

import hongli.economy.exact.Money;
import hongli.mall.access.Actor;
import hongli.mall.refusal.General;
import hongli.mall.table.Row;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import java.sql.SQLException;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// What customers see of a product: the approved form of what is on the shelf of an open merchant, and nothing else.
public final class Showcase {
    /// The condition for a product `p` of a merchant `m` to be seen by customers.
    public static final String SEEN = "p.status = 'approved' and p.on_shelf and m.status = 'open'";

    private static final String PAGE =
            "select p.id, p.kind, p.title, p.description, p.category, p.brand, b.name brand_name,"
                    + " p.freight, p.pictures, p.sold, m.id merchant, m.name merchant_name from mall.product p"
                    + " join mall.merchant m on m.id = p.merchant left join mall.brand b on b.id = p.brand"
                    + " where p.id = ? and " + SEEN;
    private static final String CHOICES = """
            select v.id, v.sku, v.specification::text, v.price_fen, v.tier_prices_fen, v.grams, v.stock,
                coalesce(v.tier_prices_fen[?::int], v.price_fen) own_fen
            from mall.variant v where v.product = ? and v.active order by v.id
            """;

    private final Tables tables;

    public Showcase(Tables tables) {
        this.tables = tables;
    }

    /// A product's page.
    public record Sight(
            long id,
            Kind kind,
            String title,
            String description,
            @Nullable Long category,
            List<String> categoryPath,
            @Nullable Long brand,
            @Nullable String brandName,
            boolean freight,
            List<Long> pictures,
            long sold,
            long merchant,
            String merchantName,
            List<Choice> choices) {}

    /// A variant that can be bought.
    ///
    /// @param ownPrice the price for the tier of who asks
    /// @param stock what is left; for bookings the days say
    public record Choice(
            long id,
            String sku,
            SortedMap<String, String> specification,
            Money price,
            List<Money> tierPrices,
            Money ownPrice,
            int grams,
            long stock) {}

    /// The page of a product for whoever asks.
    public Sight page(Actor actor, long id) {
        return tables.work(work -> {
            int tier = tier(work, actor);
            List<Choice> choices = work.all(CHOICES, Showcase::choice, tier, id);
            return work.find(PAGE, row -> sight(work, row, choices), id).orElseThrow(() -> Drafts.unknown(id));
        });
    }

    /// What is left of a booking day by day.
    public List<Stock.Day> days(long variant, Stock.Days days) {
        return tables.work(work -> {
            if (!work.exists(
                    "select 1 from mall.variant v join mall.product p on p.id = v.product"
                            + " join mall.merchant m on m.id = p.merchant"
                            + " where v.id = ? and v.active and p.kind = 'booking' and " + SEEN,
                    variant)) {
                throw General.NOT_FOUND.with("variant", variant);
            }
            return Stock.days(work, variant, days);
        });
    }

    /// The tier whose prices `actor` pays; 0 for everybody without one.
    public static int tier(Transaction work, Actor actor) {
        return switch (actor) {
            case Actor.Member member ->
                work.find("select tier from mall.member where id = ?", row -> row.count("tier"), member.id())
                        .orElse(0);
            case Actor.Guest _, Actor.Clerk _, Actor.Operator _, Actor.House _ -> 0;
        };
    }

    private static Sight sight(Transaction work, Row row, List<Choice> choices) throws SQLException {
        Long category = Product.number(row, "category");
        return new Sight(
                row.number("id"),
                row.word("kind", Kind.class),
                row.text("title"),
                row.text("description"),
                category,
                Categories.path(work, category),
                Product.number(row, "brand"),
                row.findText("brand_name").orElse(null),
                row.findNumber("freight").isPresent(),
                row.numbers("pictures"),
                row.number("sold"),
                row.number("merchant"),
                row.text("merchant_name"),
                choices);
    }

    private static Choice choice(Row row) throws SQLException {
        return new Choice(
                row.number("id"),
                row.text("sku"),
                OfferJson.words(row.text("specification")),
                row.money("price_fen"),
                row.numbers("tier_prices_fen").stream().map(Money::new).toList(),
                row.money("own_fen"),
                row.count("grams"),
                row.number("stock"));
    }
}
