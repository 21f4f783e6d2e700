package hongli.mall.basket;

import hongli.economy.exact.Money;
import hongli.mall.freight.Tariff;
import hongli.mall.freight.Tariffs;
import hongli.mall.goods.Kind;
import hongli.mall.table.Row;
import hongli.mall.table.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// What can be bought, as it stands now.
public final class Articles {
    private static final String FIND = """
            select v.id, v.product, v.merchant, v.specification::text specification, v.price_fen, v.cost_fen, v.grams,
                least(
                    v.price_fen,
                    coalesce(v.tier_prices_fen[(select b.tier from mall.member b where b.id = ?)], v.price_fen)
                ) unit_fen, v.stock,
                p.kind, p.title, p.pictures, p.freight,
                v.active and p.on_shelf and p.status = 'approved' and m.status = 'open' for_sale,
                array(with recursive up as (
                    select c.id, c.parent from mall.category c where c.id = p.category
                    union select c.id, c.parent from mall.category c join up on c.id = up.parent)
                    select id from up) categories
            from mall.variant v join mall.product p on p.id = v.product join mall.merchant m on m.id = v.merchant
            where v.id = any (?) order by v.id
            """;

    private Articles() {}

    /// An article whose tariff is still to be read.
    private record Bare(Article article, OptionalLong freight) {
        Article with(Map<Long, Tariff> tariffs) {
            Optional<Tariff> tariff = freight.isPresent() && article.kind() == Kind.PHYSICAL
                    ? Optional.ofNullable(tariffs.get(freight.getAsLong()))
                    : Optional.empty();
            return new Article(
                    article.variant(),
                    article.product(),
                    article.merchant(),
                    article.kind(),
                    article.title(),
                    article.specification(),
                    article.pictures(),
                    article.categories(),
                    article.list(),
                    article.unit(),
                    article.cost(),
                    article.grams(),
                    tariff,
                    article.stock(),
                    article.forSale());
        }
    }

    /// Those of these variants that are there, on the shelf or not, at the prices of the buyer's tier, as the programme
    /// last told it.
    ///
    /// @param buyer a member, or nobody
    public static Map<Long, Article> find(Transaction work, Collection<Long> variants, OptionalLong buyer) {
        Map<Long, Article> found = new HashMap<>();
        if (variants.isEmpty()) {
            return found;
        }
        List<Bare> bare =
                work.all(FIND, row -> new Bare(article(row), row.findNumber("freight")), buyer.orElse(0), variants);
        List<Long> templates = new ArrayList<>();
        bare.forEach(each -> each.freight().ifPresent(templates::add));
        Map<Long, Tariff> tariffs = Tariffs.find(work, templates);
        bare.forEach(each -> found.put(each.article().variant(), each.with(tariffs)));
        return found;
    }

    private static Article article(Row row) throws SQLException {
        Money list = row.money("price_fen");
        return new Article(
                row.number("id"),
                row.number("product"),
                row.number("merchant"),
                row.word("kind", Kind.class),
                row.text("title"),
                row.text("specification"),
                row.numbers("pictures"),
                Set.copyOf(row.numbers("categories")),
                list,
                row.money("unit_fen"),
                row.money("cost_fen"),
                row.number("grams"),
                Optional.empty(),
                row.number("stock"),
                row.flag("for_sale"));
    }
}
