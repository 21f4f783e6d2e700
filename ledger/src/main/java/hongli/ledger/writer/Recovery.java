package hongli.ledger.writer;

import hongli.ledger.JournalUnavailable;
import hongli.ledger.LedgerSettings;
import hongli.ledger.book.Book;
import hongli.ledger.journal.Journal;
import java.util.HashSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes a failed journal in hand again, and rebuilds every book that it has failed.
///
/// First whatever may still be under way in the journal is ended, then the flusher must have come down, and only then
/// is it certain what stands.
final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private final Journal journal;
    private final LedgerSettings settings;
    private final Runway runway;
    private final Set<Book> suspect = new HashSet<>();
    private int failures;
    private boolean underWay;
    private boolean inHand;
    private boolean pausing;

    Recovery(Journal journal, LedgerSettings settings, Runway runway) {
        this.journal = journal;
        this.settings = settings;
        this.runway = runway;
    }

    /// Promises nothing of `flight`; its books are to be rebuilt.
    void lose(Flight flight) {
        suspect.addAll(flight.books());
        flight.lose();
    }

    /// Whether the journal has failed and not all is well again.
    boolean isUnderWay() {
        return underWay;
    }

    /// The journal has failed, perhaps once more.
    void begin() {
        underWay = true;
        inHand = false;
    }

    /// Waits until another step is worth taking.
    void await() {
        if (pausing) {
            pause();
        } else {
            runway.awaitCalm();
        }
    }

    /// Takes one step; the runway is shut until all is well. False where the journal was tried in vain as often as the
    /// settings allow.
    boolean step() {
        pausing = false;
        runway.clear().forEach(this::lose);
        try {
            if (!inHand) {
                journal.recover();
                inHand = true;
            }
            if (runway.isCalm()) {
                rebuild();
            }
            return true;
        } catch (JournalUnavailable e) {
            LOG.warn("journal cannot be taken in hand: {}", Complaint.of(e));
            inHand = false;
            pausing = true;
            return ++failures < settings.recoveryAttempts();
        }
    }

    private void rebuild() {
        runway.clear().forEach(this::lose);
        suspect.forEach(book -> book.rebuild(journal));
        suspect.clear();
        failures = 0;
        underWay = false;
        LOG.info("journal is in hand again");
        runway.open();
    }

    private void pause() {
        try {
            Thread.sleep(settings.recoveryPause());
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody must interrupt the writer", e);
        }
    }
}
