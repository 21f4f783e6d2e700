package hongli.app.olist;

import hongli.mall.table.Transaction;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Puts a basket of Olist into the mall as it was bought: at the prices and freights of its items.
final class Basket {
    private static final String CHECKOUT = """
            insert into mall.checkout (member, key, request, status, payable_fen, explanation, placed_at)
            values (?, ?, ''::bytea, 'unpaid', ?, '{}', ?) returning id
            """;
    private static final String ORDER = """
            insert into mall.orders (number, checkout, member, merchant, status, goods_fen, freight_fen, payable_fen,
                placed_at)
            values (?, ?, ?, ?, 'unpaid', ?, ?, ?, ?) returning id
            """;
    private static final String LINE = """
            insert into mall.order_line (order_id, merchant, product, variant, kind, title, specification, quantity,
                list_fen, unit_fen, cost_fen, freight_fen, paid_fen)
            values (?, ?, ?, ?, 'physical', ?, '{}', ?, ?, ?, 0, ?, ?)
            """;
    private static final String PAYMENT = """
            insert into mall.payment (checkout, way, attempt, counts, channel, reference, amount_fen, status,
                started_at, paid_at)
            select id, 'channel', 1, true, 'sandbox', 'olist-' || key, payable_fen, 'started', ?, ?
            from mall.checkout where id = ? and payable_fen > 0
            """;

    private final Catalogue catalogue;

    /// What came of it.
    record Placed(long checkout, List<Long> orders) {
        Placed {
            orders = List.copyOf(orders);
        }
    }

    Basket(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    Placed place(Transaction work, Sold sold) {
        Instant at = sold.placedAt().toInstant(ZoneOffset.UTC);
        long member = catalogue.member(work, sold.customer, at);
        long payable = sold.items.values().stream()
                .mapToLong(items -> goods(items) + freight(items))
                .sum();
        long checkout = work.insert(CHECKOUT, member, sold.id, payable, at);
        List<Long> orders = new ArrayList<>();
        for (Map.Entry<String, List<Sold.Item>> part : sold.items.entrySet()) {
            long merchant = catalogue.merchant(work, part.getKey());
            List<Sold.Item> items = part.getValue();
            long order = work.insert(
                    ORDER,
                    sold.items.size() == 1 ? sold.id : sold.id + "-" + (orders.size() + 1),
                    checkout,
                    member,
                    merchant,
                    goods(items),
                    freight(items),
                    goods(items) + freight(items),
                    at);
            items.forEach(item -> line(work, order, merchant, item));
            orders.add(order);
        }
        return new Placed(checkout, orders);
    }

    private void line(Transaction work, long order, long merchant, Sold.Item item) {
        Catalogue.Good good = catalogue.good(work, merchant, item);
        work.run(
                LINE,
                order,
                merchant,
                good.product(),
                good.variant(),
                item.product(),
                item.quantity(),
                item.priceFen(),
                item.priceFen(),
                item.freightFen(),
                item.priceFen() * item.quantity() + item.freightFen());
    }

    /// The channel says that all of it is paid.
    static void pay(Transaction work, long checkout) {
        work.run(PAYMENT, work.now(), work.now(), checkout);
        work.run("update mall.payment set status = 'paid' where checkout = ?", checkout);
    }

    private static long goods(List<Sold.Item> items) {
        return items.stream()
                .mapToLong(item -> Math.multiplyExact(item.priceFen(), item.quantity()))
                .sum();
    }

    private static long freight(List<Sold.Item> items) {
        return items.stream().mapToLong(Sold.Item::freightFen).sum();
    }
}
