package hongli.mall.payment;

import hongli.economy.exact.Money;
import hongli.mall.payment.Payment.Status;
import hongli.mall.payment.Payment.Way;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import hongli.mall.timer.Timers;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;

/// Brings a refund that was written down to the channel or the purse, again and again under the same reference.
final class Payback {
    private static final System.Logger LOG = System.getLogger(Payback.class.getName());
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final Tables tables;
    private final Channels channels;
    private final Purse purse;

    Payback(Tables tables, Channels channels, Purse purse) {
        this.tables = tables;
        this.channels = channels;
        this.purse = purse;
    }

    /// The timer stays until the refund has ended: the asking itself happens outside of the transaction.
    void due(Transaction work, long id) {
        Refund refund = work.one("select * from mall.refund where id = ?", Refund::of, id);
        if (refund.status() == Refund.Status.STARTED) {
            Timers.put(work, Refunds.TIMER, id, work.now().plus(AGAIN));
            work.afterwards(() -> push(refund));
        }
    }

    private void push(Refund refund) {
        try {
            Payment payment =
                    tables.work(work -> work.one(Payment.SELECT + " where p.id = ?", Payment::of, refund.payment()));
            if (payment.way() == Way.CHANNEL) {
                byChannel(refund, payment);
            } else {
                tables.run(work -> byPurse(work, refund.id()));
            }
        } catch (ChannelAway e) {
            LOG.log(Level.WARNING, "refund waits: reference=" + refund.reference(), e);
        }
    }

    private void byChannel(Refund refund, Payment payment) {
        PayChannel channel = channels.named(payment.channel().orElseThrow());
        var order = new PayChannel.RefundOrder(
                refund.reference(), payment.reference(), payment.amount(), refund.amount(), refund.reason());
        switch (channel.refund(order)) {
            case PayChannel.RefundStanding.Pending _ -> {}
            case PayChannel.RefundStanding.Done(Instant at) -> tables.run(work -> done(work, refund.id(), at));
            case PayChannel.RefundStanding.Failed(String why) -> {
                LOG.log(Level.WARNING, "refund was refused: reference=" + refund.reference() + " why=" + why);
                tables.run(work -> failed(work, refund.id()));
            }
        }
    }

    /// Inside one transaction that holds the payment and the member's purse: what is released is held anew, less the
    /// refund, before anybody can spend it. A crash leaves it to be done again with the same ids.
    private void byPurse(Transaction work, long id) {
        Refund known = work.one("select * from mall.refund where id = ?", Refund::of, id);
        Payment payment = Cashier.locked(work, known.payment());
        Refund refund = work.one("select * from mall.refund where id = ? for update", Refund::of, id);
        if (refund.status() != Refund.Status.STARTED) {
            return;
        }
        PurseLock.take(work, payment.member());
        boolean back = switch (payment.status()) {
            case HELD -> isMadeSmaller(work, payment, refund.amount());
            case CAPTURED ->
                purse.giveBack(
                                refund.reference(),
                                new Purse.Hold(payment.hold(), payment.member(), payment.asset(), refund.amount()))
                        == Purse.Answer.DONE;
            case STARTED, PAID, RELEASED, FAILED, CLOSED -> false;
        };
        if (back) {
            done(work, id, work.now());
        } else {
            failed(work, id);
        }
    }

    private boolean isMadeSmaller(Transaction work, Payment payment, Money by) {
        long gone = work.number(
                "select coalesce(sum(amount_fen), 0) number from mall.refund where payment = ? and status = 'done'",
                payment.id());
        long rest = payment.amount().fen() - gone - by.fen();
        if (purse.release(payment.hold()) != Purse.Answer.DONE) {
            return false;
        }
        Status status = Status.RELEASED;
        if (rest > 0) {
            String next = payment.holdAt(payment.turn() + 1);
            var hold = new Purse.Hold(next, payment.member(), payment.asset(), new Money(rest));
            status = purse.hold(hold) == Purse.Answer.DONE ? Status.HELD : Status.FAILED;
        }
        work.run("update mall.payment set turn = turn + 1, status = ? where id = ?", status, payment.id());
        return true;
    }

    static void done(Transaction work, long id, Instant at) {
        work.run("update mall.refund set status = 'done', done_at = ? where id = ? and status = 'started'", at, id);
        Timers.drop(work, Refunds.TIMER, id);
    }

    private static void failed(Transaction work, long id) {
        work.run("update mall.refund set status = 'failed' where id = ? and status = 'started'", id);
        Timers.drop(work, Refunds.TIMER, id);
    }
}
