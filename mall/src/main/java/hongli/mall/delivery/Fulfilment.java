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
    private static final String LOCK = "select from mall.orders where id = ? for update";
    /// What is left of an order; `waits` is an order of goods alone of which no piece was sent yet.
    private static final String LEFT = """
            select o.status,
                exists (select from mall.package p where p.order_id = o.id) sent,
                o.address is not null and exists (
                    select from mall.order_line l where l.order_id = o.id and l.kind = 'physical'
                    and l.quantity - l.refunded_quantity > coalesce((
                        select sum((p.lines ->> l.id::text)::bigint)
                        from mall.package p where p.order_id = l.order_id), 0)) unsent,
                exists (select from mall.order_line l where l.order_id = o.id and l.kind <> 'physical') mixed,
                exists (select from mall.package where order_id = o.id and delivered_at is null)
                    or exists (select from mall.voucher where order_id = o.id and status = 'ready')
                    or exists (
                        select from mall.top_up t join mall.order_line l on l.id = t.line
                        where t.order_id = o.id and t.status <> 'done' and l.refunded_quantity < l.quantity)
                    or exists (
                        select from mall.order_line where order_id = o.id and kind = 'booking' and day >= ?
                        and refunded_quantity < quantity) on_the_way
            from mall.orders o where o.id = ?
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
        timers.whenTogether(BEGIN, this::begin);
        timers.whenTogether(LOOK, (work, order) -> {
            lock(work, order);
            examine(work, new Actor.House(), order);
        });
        timers.whenTogether(ASSUMED, this::assume);
        topUps.register(
                timers,
                order -> tables.run(work -> {
                    lock(work, order);
                    examine(work, new Actor.House(), order);
                }));
    }

    /// How far an order is on its way.
    ///
    /// @param unsent whether goods are left that are in no package
    /// @param mixed whether there is anything in it but goods to be sent
    private record Left(String status, boolean sent, boolean unsent, boolean mixed, boolean onTheWay) {}

    /// Locks the order first: what others did meanwhile is seen.
    private static Left left(Transaction work, long order) {
        work.send(LOCK, order);
        return work.find(
                        LEFT,
                        row -> new Left(
                                row.text("status"),
                                row.flag("sent"),
                                row.flag("unsent"),
                                row.flag("mixed"),
                                row.flag("on_the_way")),
                        LocalDate.ofInstant(work.now(), ZONE),
                        order)
                .orElseThrow(General.NOT_FOUND::with);
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
        Left left = left(work, order);
        if (!left.status().equals("paid") || left.unsent() && !left.mixed()) {
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
        Left left = left(work, order);
        if (!left.status().equals("paid") && !left.status().equals("shipped") || left.unsent()) {
            return;
        }
        if (left.status().equals("paid") && left.sent()) {
            orders.shipped(work, by, order);
            Timers.put(work, ASSUMED, order, work.now().plus(FORTNIGHT));
        }
        if (!left.onTheWay()) {
            orders.delivered(work, by, order);
            Timers.drop(work, ASSUMED, order);
        }
    }

    private void assume(Transaction work, long order) {
        if (lock(work, order).equals("shipped")) {
            work.send(
                    "update mall.package set delivered_at = ? where order_id = ? and delivered_at is null",
                    work.now(),
                    order);
            examine(work, new Actor.House(), order);
        }
    }
}
