package hongli.mall.posting;

import hongli.economy.Programme;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Account.Kind;
import hongli.economy.fact.Account.Unit;
import hongli.economy.fact.Fact;
import hongli.economy.fact.Outcome;
import hongli.economy.fact.Transfer;
import hongli.ledger.Event;
import hongli.ledger.Ledger;
import hongli.ledger.ProgrammeId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What stands on the ledger's accounts of money in a programme, added up from what its journal tells, in pico-fen.
/// Asked again, it reads on from where it stopped.
public final class LedgerSums {
    private final Ledger ledger;
    private final EnumMap<Kind, Wide> sums = new EnumMap<>(Kind.class);
    private @Nullable ProgrammeId programme;
    private long position;

    public LedgerSums(Ledger ledger) {
        this.ledger = ledger;
    }

    /// The sums after the command at `upTo`, or after the last one where there are fewer; it begins anew where another
    /// programme is asked for, or an earlier position.
    public synchronized Map<Kind, Wide> upTo(ProgrammeId asked, long upTo) {
        if (!asked.equals(programme) || upTo < position) {
            begin(asked);
        }
        ledger.events().walk(asked, position, upTo, this::add);
        return new EnumMap<>(sums);
    }

    private void begin(ProgrammeId asked) {
        sums.clear();
        position = 0;
        programme = ledger.read(asked, view -> Programme.founding(view.terms()))
                .map(founding -> {
                    add(founding);
                    return asked;
                })
                .orElse(null);
    }

    private void add(List<Event> events) {
        for (Event event : events) {
            if (event.outcome() instanceof Outcome.Applied(Fact fact)) {
                add(fact);
            }
        }
        position = events.getLast().position();
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
