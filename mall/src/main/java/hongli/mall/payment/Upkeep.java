package hongli.mall.payment;

import hongli.mall.access.Actor;
import hongli.mall.order.Checkouts;
import hongli.mall.payment.Payment.Status;
import hongli.mall.payment.Payment.Way;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import hongli.mall.timer.Timers;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;

/// Looks after every payment until it has ended, by a timer of its own: asks the channel for what was never told, ends
/// what nobody will pay, gives held amounts back when the checkout is cancelled, and captures them when the order has
/// completed and can no longer be returned.
public final class Upkeep {
    /// The timer of payments under way.
    public static final String TIMER = "payment";

    private static final String ORDER_TIMER = "payment.order";

    private static final System.Logger LOG = System.getLogger(Upkeep.class.getName());
    private static final Duration SLOWEST = Duration.ofHours(6);

    private static final String SOLD = """
            select o.merchant,
                   (o.status = 'refunded' or o.status = 'completed'
                       and o.completed_at + make_interval(days => (
                           select (value #>> '{}')::int from mall.setting where name = 'return_days')) <= ?)
                   and not exists (select from mall.refund r where r.payment = ? and r.status = 'started')
                   and not exists (
                       select from mall.after_sale a where a.order_id = o.id
                       and a.status in ('asked', 'agreed', 'refused', 'appealed', 'sent_back', 'received')) as over
            from mall.orders o where o.id = ?
            """;

    private final Tables tables;
    private final Channels channels;
    private final Purse purse;
    private final Confirmation confirmation;

    public Upkeep(Tables tables, Channels channels, Purse purse, Confirmation confirmation) {
        this.tables = tables;
        this.channels = channels;
        this.purse = purse;
        this.confirmation = confirmation;
    }

    /// Does what the timers of payments say.
    public void register(Timers timers) {
        timers.when(TIMER, this::due);
        timers.whenTogether(ORDER_TIMER, Upkeep::hasten);
    }

    /// An order was cancelled or completed: what pays it is looked at when that counts, not in its own time.
    static void hasten(Transaction work, long order, Duration until) {
        // Also a clerk's work may complete an order, and sees no payments: the timer finds them.
        Timers.put(work, ORDER_TIMER, order, work.now().plus(until));
    }

    /// A checkout without orders was cancelled: what was to pay it is looked at now.
    public static void hastenCheckout(Transaction work, long checkout) {
        work.all(
                        "select id from mall.payment where checkout = ? and status = 'started'",
                        row -> row.number("id"),
                        checkout)
                .forEach(id -> Timers.put(work, TIMER, id, work.now()));
    }

    /// As [#hasten(Transaction, long, Duration)], when the return window has passed.
    static void hastenAfterReturns(Transaction work, long order) {
        Timers.putAfter(work, ORDER_TIMER, order, "return_days", ChronoUnit.DAYS);
    }

    private static void hasten(Transaction work, long order) {
        work.all(
                        "select id from mall.payment where status in ('started', 'held') and (order_id = ?"
                                + " or order_id is null"
                                + " and checkout = (select checkout from mall.orders where id = ?))",
                        row -> row.number("id"),
                        order,
                        order)
                .forEach(id -> Timers.put(work, TIMER, id, work.now()));
    }

    /// The timer stays until the payment has ended, less and less often.
    private void due(Transaction work, long id) {
        Payment payment = work.one(Payment.SELECT + " where p.id = ?", Payment::of, id);
        if (isOver(payment)) {
            return;
        }
        Duration age = Duration.between(payment.startedAt(), work.now());
        Duration pause = age.compareTo(Cashier.FIRST_LOOK) < 0 ? Cashier.FIRST_LOOK : age;
        Timers.put(work, TIMER, id, work.now().plus(pause.compareTo(SLOWEST) > 0 ? SLOWEST : pause));
        work.afterwards(() -> look(id));
    }

    private static boolean isOver(Payment payment) {
        return switch (payment.status()) {
            case STARTED, HELD -> false;
            case PAID, CAPTURED, RELEASED, FAILED, CLOSED -> true;
        };
    }

    /// Looks at one payment now.
    void look(long id) {
        Payment payment = tables.read(work -> work.one(Payment.SELECT + " where p.id = ?", Payment::of, id));
        if (isOver(payment)) {
            return;
        }
        try {
            if (payment.way() == Way.CHANNEL) {
                ask(payment);
            } else {
                tables.run(work -> tend(work, id));
            }
        } catch (ChannelAway e) {
            LOG.log(Level.WARNING, "payment waits: reference=" + payment.reference(), e);
        }
    }

    private void ask(Payment payment) {
        PayChannel channel = channels.named(payment.channel().orElseThrow());
        boolean inVain = tables.work(work -> isInVain(work, payment));
        PayChannel.Standing standing = inVain ? channel.close(payment.reference()) : channel.query(payment.reference());
        switch (standing) {
            case PayChannel.Standing.Open _ -> {}
            case PayChannel.Standing.Paid paid -> tables.run(work -> confirmation.paid(work, payment, paid));
            case PayChannel.Standing.Closed _ -> end(payment);
            case PayChannel.Standing.Unknown _ -> {
                if (inVain) {
                    end(payment);
                }
            }
        }
    }

    private void end(Payment payment) {
        tables.run(work -> work.run(
                "update mall.payment set status = 'closed' where id = ? and status = 'started'", payment.id()));
    }

    private static boolean isInVain(Transaction work, Payment payment) {
        return payment.attempt() < 0
                || work.exists("select from mall.checkout where id = ? and status <> 'unpaid'", payment.checkout());
    }

    private void tend(Transaction work, long id) {
        Payment known = work.one(Payment.SELECT + " where p.id = ?", Payment::of, id);
        var checkout = Checkouts.payable(work, new Actor.House(), known.checkout());
        Payment payment = Cashier.locked(work, id);
        if (isOver(payment)) {
            return;
        }
        if (payment.counts()) {
            capture(work, payment);
        } else if (isInVain(work, payment)) {
            PurseLock.take(work, payment.member());
            purse.release(payment.hold());
            finish(work, payment, Status.RELEASED);
        } else if (Cashier.held(work, purse, id)) {
            confirmation.complete(work, checkout, payment.attempt());
        }
    }

    private record Sold(long merchant, boolean over) {}

    /// Captured once the order has completed, no case of it is open, and its return window has passed;
    /// or when the order is refunded and something was kept back.
    private void capture(Transaction work, Payment payment) {
        Instant now = work.now();
        Sold sold = work.one(
                SOLD,
                row -> new Sold(row.number("merchant"), row.flag("over")),
                now,
                payment.id(),
                payment.order().orElseThrow());
        if (sold.over()) {
            PurseLock.take(work, payment.member());
            if (purse.capture(payment.hold(), OptionalLong.of(sold.merchant())) == Purse.Answer.DONE) {
                finish(work, payment, Status.CAPTURED);
            }
        }
    }

    private static void finish(Transaction work, Payment payment, Status status) {
        work.send("update mall.payment set status = ? where id = ?", status, payment.id());
        Timers.drop(work, TIMER, payment.id());
    }
}
