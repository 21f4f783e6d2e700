package hongli.ledger.writer;

import hongli.ledger.JournalTaken;
import hongli.ledger.JournalUnavailable;
import hongli.ledger.LedgerSettings;
import hongli.ledger.book.Book;
import hongli.ledger.book.Scribe;
import hongli.ledger.book.Standing;
import hongli.ledger.journal.Folio;
import hongli.ledger.journal.Journal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes what waits in the queue, lets the programmes decide, commits the batch, and hands it to the flusher.
///
/// When the journal fails it is not known what of the last batches stands. Nothing of them is promised; the decider
/// takes the journal in hand again, rebuilds every programme they touched from what is written there, and goes on. If
/// that fails again and again, or a law breaks, it stops for good.
final class Decider implements Shift {
    private static final Logger LOG = LoggerFactory.getLogger(Decider.class);
    private static final long GLANCE_MILLIS = 100;
    private static final long LOOK_NANOS = 5_000_000_000L;

    private final Journal journal;
    private final LedgerSettings settings;
    private final Intake intake;
    private final Runway runway;
    private final Snapshotter snapshotter;
    private final Tally tally;
    private final Recovery recovery;
    private final Scribe scribe = new Scribe();
    private volatile boolean troubled;
    private volatile boolean stopped;
    private volatile boolean taken;
    private long ownedAtNanos = System.nanoTime();

    Decider(Journal journal, LedgerSettings settings, Intake intake, Runway runway, Snapshotter snapshotter) {
        this.journal = journal;
        this.settings = settings;
        this.intake = intake;
        this.runway = runway;
        this.snapshotter = snapshotter;
        this.tally = new Tally();
        this.recovery = new Recovery(journal, settings, runway);
    }

    Tally tally() {
        return tally;
    }

    boolean isStopped() {
        return stopped;
    }

    /// Whether it has stopped because another server has taken the journal.
    boolean isTaken() {
        return taken;
    }

    /// The journal has failed somebody else.
    void alarm() {
        troubled = true;
        intake.nudge();
    }

    @Override
    public boolean await() {
        if (stopped) {
            return false;
        }
        if (runway.isShut()) {
            recovery.await();
        } else if (!troubled) {
            runway.awaitRoom();
            intake.await(GLANCE_MILLIS);
        }
        return isInTrouble() || intake.size() > 0 || !intake.isClosed();
    }

    @Override
    public void step() {
        try {
            lookAround();
            if (isInTrouble()) {
                recover();
            } else if (runway.hasRoom()) {
                List<Ticket> tickets = intake.take(settings.maxBatch());
                if (!tickets.isEmpty()) {
                    commit(new Flight(tickets));
                }
            }
        } catch (RuntimeException | Error e) {
            stop("the writer has met a fault of its own: " + e, e);
        }
    }

    private boolean isInTrouble() {
        return troubled || runway.isShut();
    }

    /// A server that only reads would not notice that another one goes on, and would tell old news.
    private void lookAround() {
        if (isInTrouble() || System.nanoTime() - ownedAtNanos < LOOK_NANOS) {
            return;
        }
        ownedAtNanos = System.nanoTime();
        try {
            journal.requireOwn();
        } catch (JournalUnavailable e) {
            troubled = e instanceof JournalTaken; // else the next command will find out
        }
    }

    private void commit(Flight flight) {
        try {
            decide(flight);
            if (append(flight) && runway.add(flight)) {
                flight.books().forEach(this::snapshotWhenDue);
                tally.count(flight.commands(), flight.decisions());
            } else {
                recovery.lose(flight);
            }
        } catch (RuntimeException | Error e) {
            flight.lose();
            stop("a batch could not be decided: " + e.getMessage(), e);
        }
    }

    private void decide(Flight flight) {
        long atMicros =
                ChronoUnit.MICROS.between(Instant.EPOCH, settings.clock().instant());
        flight.byBook()
                .forEach((book, tickets) -> flight.add(book.alone(standing -> {
                    // Noted first: if a decision throws half way, this book's memory is lost all the same.
                    flight.reach(book, standing.position());
                    List<Folio> folios = decide(tickets, standing, atMicros);
                    flight.reach(book, standing.position());
                    return folios;
                })));
    }

    private List<Folio> decide(List<Ticket> tickets, Standing standing, long atMicros) {
        for (Ticket ticket : tickets) {
            ticket.decide(standing, atMicros, scribe);
        }
        standing.close(scribe);
        return scribe.take();
    }

    private boolean append(Flight flight) {
        try {
            if (!flight.folios().isEmpty()) {
                journal.append(flight.folios());
                ownedAtNanos = System.nanoTime();
            }
            return true;
        } catch (JournalUnavailable e) {
            LOG.warn("journal did not take a batch: {}", Complaint.of(e));
            troubled = true;
            return false;
        }
    }

    private void snapshotWhenDue(Book book) {
        if (snapshotter.isIdle() && book.isSnapshotDue(settings.snapshotEvery())) {
            snapshotter.take(book);
        }
    }

    private void recover() {
        if (!recovery.isUnderWay()) {
            tally.fail();
        }
        if (!recovery.isUnderWay() || troubled) {
            troubled = false;
            recovery.begin();
        }
        try {
            if (!recovery.step() || recovery.isVain() && intake.isClosed()) {
                stop(
                        "the journal cannot be written after " + recovery.failures()
                                + " attempts; what was answered is safe",
                        null);
            }
        } catch (JournalTaken e) {
            taken = true;
            stop(e.getMessage() + "; what was answered is safe", null);
        }
        if (recovery.isLong()) {
            intake.take(Integer.MAX_VALUE).forEach(Ticket::lose); // an honest answer is better than a long wait
        }
    }

    private void stop(String message, @Nullable Throwable cause) {
        LOG.error("ledger has stopped: {}", message, cause);
        intake.close();
        stopped = true;
        settings.onFatal().accept(message);
    }
}
