package hongli.mall.delivery;

import hongli.mall.access.Actor;
import hongli.mall.order.OrderStatus;
import hongli.mall.order.Orders;
import hongli.mall.refusal.General;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import hongli.mall.timer.Timers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;

/// Knows what of an order is still to be sent or handed over, and tells the orders when nothing is left.
///
/// An order is *shipped* when all its goods are in packages, and *delivered* when all packages have arrived, all codes
/// are redeemed, all top-ups done and all booked days over. What was refunded does not count. An order that a carrier
/// never reports on is taken as delivered a fortnight after it was shipped.
public final class Fulfilment {
    private static final String BEGIN = "delivery.begin";
    private static final String LOOK = "delivery.look";
    private static final String ASSUMED = "delivery.assumed";
    private static final Duration FORTNIGHT = Duration.ofDays(15);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final String UNSENT = """
            select l.id, l.quantity - l.refunded_quantity - coalesce((
                       select sum((p.lines ->> l.id::text)::bigint)
                       from mall.package p where p.order_id = l.order_id), 0)
                   as left_over
            from mall.order_line l join mall.orders o on o.id = l.order_id
            where l.order_id = ? and l.kind = 'physical' and o.address is not null
            """;
    private static final String ON_THE_WAY = """
            select 1 from mall.package where order_id = ? and delivered_at is null
            union all select 1 from mall.voucher where order_id = ? and status = 'ready'
            union all select 1 from mall.top_up t join mall.order_line l on l.id = t.line
            where t.order_id = ? and t.status <> 'done' and l.refunded_quantity < l.quantity
            union all select 1 from mall.order_line
            where order_id = ? and kind = 'booking' and day >= ? and refunded_quantity < quantity
            """;

    private final Tables tables;
    private final Orders orders;
    private final TopUps topUps;

    public Fulfilment(Tables tables, Orders orders, TopUps topUps) {
        this.tables = tables;
        this.orders = orders;
        this.topUps = topUps;
    }

    /// Has orders and timers tell it what they must.
    public void register(Timers timers) {
        orders.watch((work, order, status) -> {
            if (status == OrderStatus.PAID) {
                Timers.put(work, BEGIN, order, work.now());
            }
        });
        timers.when(BEGIN, this::begin);
        timers.when(LOOK, (work, order) -> {
            lock(work, order);
            examine(work, new Actor.House(), order);
        });
        timers.when(ASSUMED, this::assume);
        topUps.register(
                timers,
                order -> tables.run(work -> {
                    lock(work, order);
                    examine(work, new Actor.House(), order);
                }));
    }

    /// The status of an order that nobody else may change until the transaction ends.
    static String lock(Transaction work, long order) {
        return work.find("select status from mall.orders where id = ? for update", row -> row.text("status"), order)
                .orElseThrow(General.NOT_FOUND::with);
    }

    /// Pieces that are to be sent and are in no package, by their lines.
    static Map<Long, Long> unsent(Transaction work, long order) {
        Map<Long, Long> unsent = new TreeMap<>();
        work.all(UNSENT, row -> Map.entry(row.number("id"), row.number("left_over")), order).stream()
                .filter(line -> line.getValue() > 0)
                .forEach(line -> unsent.put(line.getKey(), line.getValue()));
        return unsent;
    }

    private void begin(Transaction work, long order) {
        if (!lock(work, order).equals("paid")) {
            return;
        }
        Vouchers.issue(work, order);
        topUps.issue(work, order);
        work.all(
                        "select day from mall.order_line where order_id = ? and kind = 'booking'"
                                + " order by day desc limit 1",
                        row -> row.date("day"),
                        order)
                .forEach(day -> Timers.put(
                        work, LOOK, order, day.plusDays(1).atStartOfDay(ZONE).toInstant()));
        examine(work, new Actor.House(), order);
    }

    /// Looks at what is left of a locked order.
    public void examine(Transaction work, Actor by, long order) {
        String status = lock(work, order);
        if (!status.equals("paid") && !status.equals("shipped")
                || !unsent(work, order).isEmpty()) {
            return;
        }
        boolean sent = work.exists("select from mall.package where order_id = ?", order);
        if (status.equals("paid") && sent) {
            orders.shipped(work, by, order);
            Timers.put(work, ASSUMED, order, work.now().plus(FORTNIGHT));
        }
        LocalDate today = LocalDate.ofInstant(work.now(), ZONE);
        if (!work.exists(ON_THE_WAY, order, order, order, order, today)) {
            orders.delivered(work, by, order);
            Timers.drop(work, ASSUMED, order);
        }
    }

    private void assume(Transaction work, long order) {
        if (lock(work, order).equals("shipped")) {
            work.run(
                    "update mall.package set delivered_at = ? where order_id = ? and delivered_at is null",
                    work.now(),
                    order);
            examine(work, new Actor.House(), order);
        }
    }
}
