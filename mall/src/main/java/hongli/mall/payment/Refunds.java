package hongli.mall.payment;

import hongli.economy.exact.Money;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.payment.Payment.Way;
import hongli.mall.refusal.General;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import hongli.mall.timer.Timers;
import hongli.mall.trail.Trail;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/// Gives money back to where it came from: in proportion to the ways by which the order was paid ([Shares]).
///
/// A refund is written in the transaction of what it follows from, and taken from what its payment can still give; then
/// it is asked for under its reference until the channel says that it is done.
public final class Refunds {
    /// The timer of refunds under way.
    public static final String TIMER = "refund";

    private final Tables tables;
    private final Payback payback;

    public Refunds(Tables tables, Channels channels, Purse purse) {
        this.tables = tables;
        this.payback = new Payback(tables, channels, purse);
    }

    /// Money to go back to the buyer of an order.
    ///
    /// @param afterSale the case it follows from, where there is one
    public record Wish(long order, Money amount, OptionalLong afterSale, String reason) {}

    private record Source(Payment payment, Shares.Way way) {}

    /// Has money of an order go back; the order must be locked. Whoever calls this has checked who may.
    public void of(Transaction work, Wish wish) {
        List<Source> sources = sources(work, wish.order());
        List<Money> shares =
                Shares.refund(wish.amount(), sources.stream().map(Source::way).toList());
        for (int i = 0; i < shares.size(); i++) {
            if (shares.get(i).fen() > 0) {
                insert(work, sources.get(i).payment(), shares.get(i), wish);
            }
        }
    }

    /// Has all go back that a checkout without orders was paid with. Whoever calls this has checked who may.
    public void ofCheckout(Transaction work, long checkout, String reason) {
        work.all(
                        Payment.SELECT + " where p.checkout = ? and p.counts and p.refunded_fen < p.amount_fen"
                                + " order by p.id for update of p",
                        Payment::of,
                        checkout)
                .forEach(payment -> insert(
                        work, payment, payment.rest(), new Wish(0, payment.rest(), OptionalLong.empty(), reason)));
    }

    /// Has a whole payment go back that did not pay for anything.
    void whole(Transaction work, Payment payment, String reason) {
        insert(work, payment, payment.amount(), new Wish(0, payment.amount(), OptionalLong.empty(), reason));
    }

    private static void insert(Transaction work, Payment payment, Money amount, Wish wish) {
        int taken = work.run(
                "update mall.payment set refunded_fen = refunded_fen + ? where id = ?"
                        + " and refunded_fen + ? <= amount_fen",
                amount,
                payment.id(),
                amount);
        if (taken == 0) {
            throw PaymentGround.REFUND_ABOVE_PAID.with("amount", amount.toString());
        }
        long id = work.insert(
                "insert into mall.refund"
                        + " (payment, order_id, after_sale, reference, reason, amount_fen, status, started_at)"
                        + " values (?, ?, ?, ?, ?, ?, 'started', ?) returning id",
                payment.id(),
                wish.order() == 0 ? null : wish.order(),
                wish.afterSale().isPresent() ? wish.afterSale().getAsLong() : null,
                Cashier.reference("R"),
                wish.reason(),
                amount,
                work.now());
        Timers.put(work, TIMER, id, work.now());
    }

    /// The ways by which an order was paid, the channel first: what it took by each and what went back.
    private static List<Source> sources(Transaction work, long order) {
        long payable = work.number("select payable_fen number from mall.orders where id = ?", order);
        List<Payment> payments = work.all(
                Payment.SELECT + " where p.counts and (p.order_id = ? or p.order_id is null and p.checkout ="
                        + " (select checkout from mall.orders where id = ?)) order by p.order_id nulls first, p.id"
                        + " for update of p",
                Payment::of,
                order,
                order);
        long held = payments.stream()
                .filter(payment -> payment.way() != Way.CHANNEL)
                .mapToLong(payment -> payment.amount().fen())
                .sum();
        List<Source> sources = new ArrayList<>();
        for (Payment payment : payments) {
            Money paid = payment.way() == Way.CHANNEL ? new Money(payable - held) : payment.amount();
            long back = work.number(
                    "select coalesce(sum(amount_fen), 0) number from mall.refund where payment = ? and order_id = ?",
                    payment.id(),
                    order);
            sources.add(new Source(payment, new Shares.Way(paid, new Money(back))));
        }
        return sources;
    }

    /// Tries a refund again that the channel would not do.
    public void retry(Actor actor, long id) {
        Actor operator = actor.requireOperator(Permission.PAYMENTS_REFUND);
        tables.run(work -> {
            if (!work.exists("select from mall.refund where id = ?", id)) {
                throw General.NOT_FOUND.with();
            }
            if (work.run("update mall.refund set status = 'started' where id = ? and status = 'failed'", id) == 0) {
                throw General.CHANGED_MEANWHILE.with();
            }
            Timers.put(work, TIMER, id, work.now());
            Trail.tell(
                    work,
                    operator,
                    "refund.retried",
                    new Trail.Subject("refund", id),
                    new Trail.Change(Map.of("status", "failed"), Map.of("status", "started")));
        });
    }

    /// Does what the timers of refunds say.
    public void register(Timers timers) {
        timers.when(TIMER, payback::due);
    }
}
