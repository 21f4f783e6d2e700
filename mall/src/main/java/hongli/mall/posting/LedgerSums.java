package hongli.mall.posting;

import hongli.economy.Programme;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Account.Kind;
import hongli.economy.fact.Account.Unit;
import hongli.economy.fact.Fact;
import hongli.economy.fact.Outcome;
import hongli.economy.fact.Transfer;
import hongli.ledger.Event;
import hongli.ledger.EventReader;
import hongli.ledger.Ledger;
import hongli.ledger.ProgrammeId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What stands on the ledger's accounts of money in a programme, added up from what its journal tells, in pico-fen.
/// Asked again, it reads on from where it stopped.
public final class LedgerSums {
    private final Ledger ledger;
    private final EnumMap<Kind, Wide> sums = new EnumMap<>(Kind.class);
    private final EventReader reader;

    public LedgerSums(Ledger ledger) {
        this.ledger = ledger;
        this.reader = new EventReader(ledger.events(), this::begin, this::add);
    }

    /// The sums after the command at `upTo`, or after the last one where there are fewer; it begins anew where another
    /// programme is asked for, or an earlier position.
    public synchronized Map<Kind, Wide> upTo(ProgrammeId asked, long upTo) {
        reader.readOn(asked, upTo);
        return new EnumMap<>(sums);
    }

    private void begin(ProgrammeId asked) {
        sums.clear();
        ledger.read(asked, view -> Programme.founding(view.terms())).ifPresent(this::add);
    }

    private void add(List<Event> events) {
        for (Event event : events) {
            if (event.outcome() instanceof Outcome.Applied(Fact fact)) {
                add(fact);
            }
        }
    }

    private void add(Fact fact) {
        for (Transfer transfer : fact.transfers()) {
            if (transfer.from().kind().unit() == Unit.MONEY) {
                sums.merge(transfer.from().kind(), Wide.ZERO.minus(transfer.amount()), Wide::plus);
                sums.merge(transfer.to().kind(), transfer.amount(), Wide::plus);
            }
        }
    }
}
