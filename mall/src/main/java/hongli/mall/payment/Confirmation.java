package hongli.mall.payment;

import hongli.economy.exact.Money;
import hongli.mall.access.Actor;
import hongli.mall.order.CheckoutStatus;
import hongli.mall.order.Checkouts;
import hongli.mall.order.Orders;
import hongli.mall.payment.Payment.Status;
import hongli.mall.table.Transaction;
import hongli.mall.timer.Timers;
import java.util.List;

/// Takes note that money has arrived, and tells the orders when a checkout is paid in full.
///
/// Whoever tells it, a notification or an answer to our own question: the amount must be the one we asked for, each
/// payment is noted once, and what arrives for a checkout that is cancelled, or paid otherwise, goes back.
public final class Confirmation {
    private final Orders orders;
    private final Refunds refunds;

    public Confirmation(Orders orders, Refunds refunds) {
        this.orders = orders;
        this.refunds = refunds;
    }

    /// What became of the news.
    public enum Outcome {
        /// The checkout is paid by it.
        PAID,
        /// It was known.
        REPEATED,
        /// Another amount than the one we asked for; nothing is paid.
        AMOUNT_DIFFERS,
        /// Another currency than yuan; nothing is paid.
        CURRENCY_DIFFERS,
        /// The channel's trade has paid something else; nothing is paid.
        TRADE_DIFFERS,
        /// Paid in vain; it goes back.
        REFUNDED,
        /// Nothing of ours.
        UNKNOWN,
        /// A refund is done.
        REFUND_DONE
    }

    /// Takes note of a payment by a channel.
    ///
    /// @param known the payment as it was when the news came
    Outcome paid(Transaction work, Payment known, PayChannel.Standing.Paid paid) {
        var checkout = Checkouts.payable(work, new Actor.House(), known.checkout());
        Payment payment = Cashier.locked(work, known.id());
        if (payment.status() == Status.PAID) {
            return Outcome.REPEATED;
        }
        if (!paid.sum().isYuan()) {
            return Outcome.CURRENCY_DIFFERS;
        }
        if (!payment.amount().equals(paid.sum().amount())) {
            return Outcome.AMOUNT_DIFFERS;
        }
        if (isOfAnother(work, payment, paid.trade())) {
            return Outcome.TRADE_DIFFERS;
        }
        work.send(
                "update mall.payment set status = 'paid', trade = ?, paid_at = ? where id = ?",
                paid.trade(),
                paid.at(),
                payment.id());
        Timers.drop(work, Upkeep.TIMER, payment.id());
        if (complete(work, checkout, payment.attempt())) {
            return Outcome.PAID;
        }
        refunds.whole(work, payment, Cashier.word(checkout));
        return Outcome.REFUNDED;
    }

    /// A trade of a channel pays one payment of ours, whatever else it is said to pay.
    private static boolean isOfAnother(Transaction work, Payment payment, String trade) {
        return work.exists(
                "select from mall.payment where channel = ? and trade = ? and id <> ?",
                payment.channel().orElse(null),
                trade,
                payment.id());
    }

    /// Tells the orders that the checkout is paid, if all of this attempt is held or paid.
    ///
    /// @param checkout locked by this transaction, as it stands
    /// @return whether it is paid by this attempt, just now
    boolean complete(Transaction work, Checkouts.Payable checkout, int attempt) {
        if (checkout.status() != CheckoutStatus.UNPAID) {
            return false;
        }
        List<Payment> payments = Attempts.payments(work, checkout.id());
        long there = Attempts.of(payments, attempt).stream()
                .filter(payment -> payment.status() == Status.HELD || payment.status() == Status.PAID)
                .map(Payment::amount)
                .mapToLong(Money::fen)
                .sum();
        if (there != checkout.amount().fen()) {
            return false;
        }
        work.send(
                "update mall.payment set counts = true, paid_at = coalesce(paid_at, ?)"
                        + " where checkout = ? and attempt = ? and status in ('held', 'paid')",
                work.now(),
                checkout.id(),
                attempt);
        Cashier.close(
                work,
                payments.stream()
                        .filter(payment -> payment.attempt() != attempt)
                        .toList());
        return orders.paid(work, checkout);
    }
}
