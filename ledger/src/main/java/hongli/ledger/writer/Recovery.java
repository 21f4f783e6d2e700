package hongli.ledger.writer;

import hongli.ledger.JournalTaken;
import hongli.ledger.JournalUnavailable;
import hongli.ledger.LedgerSettings;
import hongli.ledger.book.Book;
import hongli.ledger.journal.Journal;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes a failed journal in hand again, and rebuilds every book that it has failed.
///
/// First whatever may still be under way in the journal is ended, then the flusher must have come down, and only then
/// is it certain what stands.
final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);

    private static final long PATIENCE_NANOS = 5_000_000_000L;

    private final Journal journal;
    private final LedgerSettings settings;
    private final Runway runway;
    private final Set<Book> suspect = new HashSet<>();
    private int failures;
    private long sinceNanos;
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
        sinceNanos = underWay ? sinceNanos : System.nanoTime();
        underWay = true;
        inHand = false;
    }

    /// How often the journal was tried in vain.
    int failures() {
        return failures;
    }

    /// Whether the last step was in vain.
    boolean isVain() {
        return pausing;
    }

    /// Whether it lasts longer than a submitter should wait.
    boolean isLong() {
        return underWay && System.nanoTime() - sinceNanos > PATIENCE_NANOS;
    }

    /// Waits until another step is worth taking.
    void await() {
        if (pausing) {
            LockSupport.parkNanos(settings.recoveryPause().toNanos());
        } else {
            runway.awaitCalm();
        }
    }

    /// Takes one step; the runway is shut until all is well. False where the journal was tried in vain as often as the
    /// settings allow.
    ///
    /// @throws JournalTaken where another server has taken the journal, so that there is nothing to go on with
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
        } catch (JournalTaken e) {
            throw e;
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
}
