package hongli.mall.order;

import hongli.mall.access.Actor;
import hongli.mall.refusal.General;
import hongli.mall.table.Transaction;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// The one place where orders change their status: allowed by the table, stamped, logged, told.
final class Steps {
    private final List<OrderWatcher> watchers = new CopyOnWriteArrayList<>();

    /// An order that is locked until the transaction ends.
    record Locked(long id, long merchant, long member, long checkout, OrderStatus status) {}

    void watch(OrderWatcher watcher) {
        watchers.add(watcher);
    }

    /// Locks an order, if it is there and in reach of `actor`.
    Locked lock(Transaction work, Actor actor, long order) {
        Locked found = work.find(
                        "select id, merchant, member, checkout, status from mall.orders where id = ? for update",
                        row -> new Locked(
                                row.number("id"),
                                row.number("merchant"),
                                row.number("member"),
                                row.number("checkout"),
                                row.word("status", OrderStatus.class)),
                        order)
                .orElseThrow(() -> General.NOT_FOUND.with("order", order));
        boolean visible = switch (actor) {
            case Actor.Member member -> member.id() == found.member();
            case Actor.Clerk clerk -> clerk.merchant() == found.merchant();
            case Actor.House _, Actor.Operator _ -> true;
            case Actor.Guest _ -> false;
        };
        if (!visible) {
            throw General.NOT_FOUND.with("order", order);
        }
        return found;
    }

    /// Takes one step.
    Locked become(Transaction work, Actor actor, Locked order, OrderStatus next, String note) {
        if (!order.status().mayBecome(next)) {
            throw OrderGround.ORDER_STATUS_DIFFERS.with(
                    "order", order.id(), "stands", order.status().word(), "wanted", next.word());
        }
        String stamp = next.word() + "_at";
        work.send(
                "update mall.orders set status = ?, version = version + 1, " + stamp + " = ? where id = ?",
                next,
                work.now(),
                order.id());
        log(work, actor, new Logged(order.id(), order.merchant(), order.status(), next, note));
        watchers.forEach(watcher -> watcher.became(work, order.id(), next));
        return new Locked(order.id(), order.merchant(), order.member(), order.checkout(), next);
    }

    /// Tells those who watch that something went back.
    void refunded(Transaction work, OrderWatcher.Back back) {
        watchers.forEach(watcher -> watcher.refunded(work, back));
    }

    /// Begins the log of an order that was just placed.
    static void placed(Transaction work, Actor actor, long order, long merchant) {
        log(work, actor, new Logged(order, merchant, null, OrderStatus.UNPAID, ""));
    }

    /// One line of the log.
    private record Logged(
            long order, long merchant, @Nullable OrderStatus before, OrderStatus after, String note) {}

    private static void log(Transaction work, Actor actor, Logged line) {
        work.send(
                "insert into mall.order_event (order_id, merchant, at, actor, before, after, note)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                line.order(),
                line.merchant(),
                work.now(),
                actor.label(),
                line.before(),
                line.after(),
                line.note());
    }
}
