package hongli.ledger;

import hongli.economy.LawReport;
import java.util.List;

/// The laws of a programme as they were seen in its state after one position.
public record LawsSeen(long position, List<LawReport> laws) {
    public LawsSeen {
        laws = List.copyOf(laws);
    }
}
