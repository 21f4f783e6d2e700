package hongli.mall.aftersale;

import hongli.mall.access.Actor;
import hongli.mall.aftersale.Case.Kind;
import hongli.mall.aftersale.Case.Status;
import hongli.mall.aftersale.Cases.Step;
import hongli.mall.delivery.Fulfilment;
import hongli.mall.delivery.Vouchers;
import hongli.mall.order.Orders;
import hongli.mall.order.Stock;
import hongli.mall.payment.Refunds;
import hongli.mall.refusal.Refusal;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import hongli.mall.timer.Timers;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.OptionalLong;

/// Leads cases on when their time has come: pays what was agreed, takes silence for consent, and closes what nobody
/// goes on with.
public final class Deadlines {
    private static final System.Logger LOG = System.getLogger(Deadlines.class.getName());
    private static final Duration AGAIN = Duration.ofHours(1);
    private static final Actor HOUSE = new Actor.House();

    private final Tables tables;
    private final Orders orders;
    private final Refunds refunds;
    private final Fulfilment fulfilment;

    public Deadlines(Tables tables, Orders orders, Refunds refunds, Fulfilment fulfilment) {
        this.tables = tables;
        this.orders = orders;
        this.refunds = refunds;
        this.fulfilment = fulfilment;
    }

    /// Does what the timers of cases say.
    public void register(Timers timers) {
        timers.when(Cases.TIMER, this::due);
    }

    private void due(Transaction work, long id) {
        Case found = Cases.locked(work, id);
        switch (found.status()) {
            case ASKED -> Cases.step(work, HOUSE, found, Decisions.agreed(work, found, "no answer in time"));
            case SENT_BACK -> Cases.step(work, HOUSE, found, Decisions.received(found, "no answer in time"));
            case REFUSED -> Cases.step(work, HOUSE, found, Step.last(Status.CLOSED, "no appeal in time"));
            case AGREED -> {
                if (found.kind() == Kind.REFUND) {
                    pay(work, id);
                } else {
                    Cases.step(work, HOUSE, found, Step.last(Status.CLOSED, "not sent back in time"));
                }
            }
            case RECEIVED -> pay(work, id);
            case APPEALED, DONE, CLOSED -> {}
        }
    }

    /// Pays in a transaction of its own: one that fails must not keep other timers waiting.
    private void pay(Transaction work, long id) {
        Timers.put(work, Cases.TIMER, id, work.now().plus(AGAIN));
        work.afterwards(() -> {
            try {
                tables.run(inner -> paid(inner, id));
            } catch (Refusal e) {
                LOG.log(Level.WARNING, "after-sale waits: case=" + id, e);
            }
        });
    }

    private void paid(Transaction work, long id) {
        Case found = Cases.locked(work, id);
        boolean payable = found.status() == Status.RECEIVED && found.kind() == Kind.RETURN
                || found.status() == Status.AGREED && found.kind() == Kind.REFUND;
        if (!payable) {
            return;
        }
        if (found.kind() == Kind.REFUND && !isSent(work, found)) {
            Stock.restock(work, found.line(), found.quantity());
        }
        orders.refunded(work, found.line(), found.quantity(), found.amount());
        Vouchers.cancel(work, found.line(), found.quantity());
        if (found.payout().fen() > 0) {
            refunds.of(work, new Refunds.Wish(found.order(), found.payout(), OptionalLong.of(id), found.reason()));
        }
        fulfilment.examine(work, HOUSE, found.order());
        Cases.step(work, HOUSE, found, Step.last(Status.DONE, ""));
    }

    /// What was sent comes back by hand: only the merchant knows whether it can be sold again.
    private static boolean isSent(Transaction work, Case found) {
        return work.exists(
                "select from mall.package where order_id = ? and jsonb_exists(lines, ?)",
                found.order(),
                String.valueOf(found.line()));
    }
}
