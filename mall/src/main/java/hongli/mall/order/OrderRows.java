package hongli.mall.order;

import hongli.ledger.wire.Json;
import hongli.mall.access.Actor;
import hongli.mall.basket.Article;
import hongli.mall.price.Bearer;
import hongli.mall.price.Item;
import hongli.mall.price.Price;
import hongli.mall.price.PricedItem;
import hongli.mall.table.Transaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The rows of an order that is placed: the order, its lines, the first line of its log.
final class OrderRows {
    private static final String ORDER = """
            insert into mall.orders (number, checkout, member, merchant, status, goods_fen, platform_discount_fen,
                merchant_discount_fen, freight_fen, payable_fen, address, note, placed_at)
            values (?, ?, ?, ?, 'unpaid', ?, ?, ?, ?, ?, ?::jsonb, ?, ?) on conflict (number) do nothing returning id
            """;
    private static final String LINES = """
            insert into mall.order_line (order_id, merchant, product, variant, kind, day, title, specification, target,
                quantity, list_fen, unit_fen, cost_fen, platform_discount_fen, merchant_discount_fen, freight_fen,
                paid_fen)
            select ?, ?, product, variant, kind, day, title, specification, target, quantity, list, unit, cost,
                platform, own, freight, paid
            from jsonb_to_recordset(?::jsonb -> 'lines') as l (product bigint, variant bigint, kind text, day date,
                title text, specification jsonb, target text, quantity bigint, list bigint, unit bigint, cost bigint,
                platform bigint, own bigint, freight bigint, paid bigint)
            """;

    private OrderRows() {}

    /// Writes the order of the one merchant in `price`.
    static void write(Transaction work, Actor actor, long checkout, Quotes.Offered offered, Price price) {
        long merchant = price.lines().getFirst().item().merchant();
        long order = order(work, actor, checkout, offered, price);
        work.send(LINES, order, merchant, Json.text(Map.of("lines", lines(offered, price))));
        Steps.placed(work, actor, order, merchant);
    }

    private static long order(Transaction work, Actor actor, long checkout, Quotes.Offered offered, Price price) {
        Optional<Long> made = Optional.empty();
        while (made.isEmpty()) {
            made = work.find(
                    ORDER,
                    row -> row.number("id"),
                    OrderNumbers.next(),
                    checkout,
                    actor.requireMember().id(),
                    price.lines().getFirst().item().merchant(),
                    price.goods(),
                    price.off(Bearer.PLATFORM),
                    price.off(Bearer.MERCHANT),
                    price.freight(),
                    price.payable(),
                    offered.address().orElse(null),
                    offered.wish().note(),
                    work.now());
        }
        return made.get();
    }

    private static List<Map<String, Object>> lines(Quotes.Offered offered, Price price) {
        Map<Item.Key, String> targets =
                offered.wish().lines().stream().collect(Collectors.toMap(Wish.Line::key, Wish.Line::target));
        List<Map<String, Object>> lines = new ArrayList<>();
        for (PricedItem line : price.lines()) {
            Item.Key key = line.item().key();
            lines.add(line(offered.article(key), line, targets.getOrDefault(key, "")));
        }
        return lines;
    }

    private static Map<String, Object> line(Article article, PricedItem line, String target) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("product", article.product());
        told.put("variant", article.variant());
        told.put("kind", article.kind().name().toLowerCase(Locale.ROOT));
        line.item().key().day().ifPresent(day -> told.put("day", day.toString()));
        told.put("title", article.title());
        told.put("specification", specification(article));
        told.put("target", target);
        told.put("quantity", line.item().quantity());
        told.put("list", article.list().fen());
        told.put("unit", article.unit().fen());
        told.put("cost", article.cost().fen());
        told.put("platform", line.off(Bearer.PLATFORM).fen());
        told.put("own", line.off(Bearer.MERCHANT).fen());
        told.put("freight", line.freight().fen());
        told.put("paid", line.paid().fen());
        return told;
    }

    private static Object specification(Article article) {
        return switch (Json.object(article.specification())) {
            case Json.Reading.Parsed(var fields) -> fields;
            case Json.Reading.Faulty(var fault) ->
                throw new IllegalStateException("a specification must be an object: found=" + fault);
        };
    }
}
