package hongli.mall.withdrawal;

import hongli.mall.payment.ChannelAway;
import hongli.mall.payment.Purse;
import hongli.mall.payment.PurseLock;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import hongli.mall.timer.Timers;
import hongli.mall.withdrawal.Withdrawal.Status;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.OptionalLong;

/// Leads a decided withdrawal to its end: paid out under its hold's id until the house says how it ended, then captured
/// or given back. Every step may be repeated after a crash.
final class Payouts {
    static final String TIMER = "withdrawal";
    static final Duration AGAIN = Duration.ofMinutes(1);

    private static final System.Logger LOG = System.getLogger(Payouts.class.getName());

    private final Tables tables;
    private final Purse purse;
    private final PayoutPort port;

    Payouts(Tables tables, Purse purse, PayoutPort port) {
        this.tables = tables;
        this.purse = purse;
        this.port = port;
    }

    void register(Timers timers) {
        timers.when(TIMER, (work, id) -> {
            Timers.put(work, TIMER, id, work.now().plus(AGAIN));
            work.afterwards(() -> push(id));
        });
    }

    /// Takes the next step, if there is one.
    void push(long id) {
        try {
            Withdrawal found = tables.work(work -> next(work, id));
            if (found.status() == Status.PAYING) {
                pay(found);
            }
        } catch (ChannelAway e) {
            LOG.log(Level.WARNING, "withdrawal waits: id=" + id, e);
        }
    }

    private Withdrawal next(Transaction work, long id) {
        Withdrawal found = Withdrawals.locked(work, id);
        switch (found.status()) {
            case ASKED -> Withdrawals.held(work, purse, id);
            case APPROVED -> work.run("update mall.withdrawal set status = 'paying' where id = ?", id);
            case REFUSED, FAILED -> giveBack(work, found);
            case PAID, HELD -> Timers.drop(work, TIMER, id);
            case PAYING -> {}
        }
        return Withdrawals.locked(work, id);
    }

    private void giveBack(Transaction work, Withdrawal found) {
        PurseLock.take(work, found.holder());
        purse.release(found.hold());
        Timers.drop(work, TIMER, found.id());
    }

    private void pay(Withdrawal found) {
        switch (port.pay(new PayoutPort.Payout(found.hold(), found.account(), found.amount()))) {
            case PayoutPort.Answer.Pending _ -> {}
            case PayoutPort.Answer.Paid _ -> tables.run(work -> paid(work, found.id()));
            case PayoutPort.Answer.Failed(String why) -> tables.run(work -> failed(work, found.id(), why));
        }
    }

    private void paid(Transaction work, long id) {
        Withdrawal found = Withdrawals.locked(work, id);
        if (found.status() != Status.PAYING) {
            return;
        }
        PurseLock.take(work, found.holder());
        if (purse.capture(found.hold(), OptionalLong.empty()) != Purse.Answer.DONE) {
            throw new IllegalStateException("what was paid out must have been held: hold=" + found.hold());
        }
        work.run("update mall.withdrawal set status = 'paid', paid_at = ? where id = ?", work.now(), id);
        Timers.drop(work, TIMER, id);
    }

    private void failed(Transaction work, long id, String why) {
        Withdrawal found = Withdrawals.locked(work, id);
        if (found.status() == Status.PAYING) {
            work.run(
                    "update mall.withdrawal set status = 'failed', note = note || ? where id = ?",
                    " [" + why + "]",
                    id);
            giveBack(work, found);
        }
    }
}
