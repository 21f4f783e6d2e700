package hongli.ledger.heart;

import hongli.ledger.SteppedLedger;
import hongli.ledger.book.Sight;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One life of the server, from its start to its end, and who waits for it.
final class Server {
    /// What can be under way at one time.
    enum Duty {
        START,
        WRITE,
        FLUSH,
        KEEP,
        OPEN
    }

    /// Attempts that were handed in together; the first ones were taken in.
    record Errand(SteppedLedger.Errand errand, List<Attempt> attempts) {}

    /// Somebody who looks.
    static final class Looker {
        final Sight<Vista> sight;
        final Docket.Prospect prospect;
        boolean troubled;

        Looker(Sight<Vista> sight, Docket.Prospect prospect, boolean troubled) {
            this.sight = sight;
            this.prospect = prospect;
            this.troubled = troubled;
        }
    }

    final Set<Duty> busy = EnumSet.noneOf(Duty.class);
    final Deque<Attempt> queue = new ArrayDeque<>();
    final List<Errand> errands = new ArrayList<>();
    final List<Looker> lookers = new ArrayList<>();

    @Nullable
    SteppedLedger ledger;

    boolean dead;
    /// Whether it takes nothing in any more.
    boolean closing;
    /// Whether the journal may have failed and not be in hand again.
    boolean troubled;

    int troubles;

    /// The attempts that the writer has taken off its queue since the last call.
    List<Attempt> takenBatch() {
        List<Attempt> batch = new ArrayList<>();
        while (ledger != null && queue.size() > ledger.queued()) {
            batch.add(queue.removeFirst());
        }
        return batch;
    }

    void trouble() {
        troubled = true;
        troubles++;
        errands.forEach(errand -> errand.attempts().forEach(attempt -> attempt.troubled = true));
        lookers.forEach(looker -> looker.troubled = true);
    }
}
