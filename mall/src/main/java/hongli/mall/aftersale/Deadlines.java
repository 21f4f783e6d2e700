package hongli.mall.aftersale;

import hongli.mall.access.Actor;
import hongli.mall.aftersale.Case.Kind;
import hongli.mall.aftersale.Case.Status;
import hongli.mall.aftersale.Cases.Step;
import hongli.mall.table.Transaction;
import hongli.mall.timer.Timers;

/// Leads cases on when their time has come: pays what was agreed, takes silence for consent, and closes what nobody
/// goes on with. A case that cannot be paid is a job that failed: operators see why, and it is tried again.
final class Deadlines {
    private static final Actor HOUSE = new Actor.House();

    private final Reimbursement reimbursement;

    Deadlines(Reimbursement reimbursement) {
        this.reimbursement = reimbursement;
    }

    /// Does what the timers of cases say.
    void register(Timers timers) {
        timers.when(Cases.TIMER, this::due);
    }

    private void due(Transaction work, long id) {
        Case found = Cases.locked(work, id);
        switch (found.status()) {
            case ASKED -> Cases.step(work, HOUSE, found, Decisions.agreed(work, found, "逾期未答复 no answer in time"));
            case SENT_BACK -> Cases.step(work, HOUSE, found, Decisions.received(found, "逾期未答复 no answer in time"));
            case REFUSED -> Cases.step(work, HOUSE, found, Step.last(Status.CLOSED, "逾期未申诉 no appeal in time"));
            case AGREED -> {
                if (found.kind() == Kind.REFUND) {
                    reimbursement.pay(work, found);
                } else {
                    Cases.step(work, HOUSE, found, Step.last(Status.CLOSED, "逾期未寄回 not sent back in time"));
                }
            }
            case RECEIVED -> {
                if (found.kind() == Kind.RETURN) {
                    reimbursement.pay(work, found);
                }
            }
            case APPEALED, DONE, CLOSED -> {}
        }
    }
}
