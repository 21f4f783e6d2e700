package hongli.ledger.writer;

import hongli.ledger.JournalTaken;
import hongli.ledger.JournalUnavailable;
import hongli.ledger.LedgerSettings;
import hongli.ledger.book.Book;
import hongli.ledger.book.Scribe;
import hongli.ledger.book.Standing;
import hongli.ledger.journal.Journal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one that decides: takes what waits in the queue, lets the programmes decide, commits the batch, and hands it to
/// the flusher; only when a flush that began after the commit has returned are the batch's submitters answered.
///
/// When the journal fails it is not known what of the last batches stands. Nothing of them is promised; the writer
/// takes the journal in hand again, rebuilds every programme they touched from what is written there, and goes on. If
/// that fails again and again, or a law breaks, it stops for good.
public final class Writer {
    private static final Logger LOG = LoggerFactory.getLogger(Writer.class);
    private static final long GLANCE_MILLIS = 100;
    private static final long PATIENCE_NANOS = 5_000_000_000L;

    private final Journal journal;
    private final LedgerSettings settings;
    private final Intake intake;
    private final Runway runway = new Runway();
    private final Snapshotter snapshotter;
    private final Scribe scribe = new Scribe();
    private final Set<Book> suspect = new HashSet<>();
    private final Tally tally = new Tally();
    private final Thread writing = Thread.ofPlatform().name("ledger writer").unstarted(this::write);
    private final Thread flushing = Thread.ofPlatform().name("ledger flusher").unstarted(this::flush);
    private volatile boolean troubled;
    private volatile boolean stopped;
    private volatile boolean taken;
    private long ownedAtNanos;

    public Writer(Journal journal, LedgerSettings settings) {
        this.journal = journal;
        this.settings = settings;
        this.intake = new Intake(settings.queueCapacity());
        this.snapshotter = new Snapshotter(journal);
    }

    public void start() {
        writing.start();
        flushing.start();
    }

    public Tally tally() {
        return tally;
    }

    /// How many commands wait in the queue.
    public int queued() {
        return intake.size();
    }

    /// Whether the writer takes no more commands.
    public boolean isClosed() {
        return intake.isClosed();
    }

    /// Whether the writer has stopped because it could not go on.
    public boolean isStopped() {
        return stopped;
    }

    /// Whether it has stopped because another server has taken the journal.
    public boolean isTaken() {
        return taken;
    }

    /// Takes as many tickets as there is room for, the first ones first; answers how many.
    public int submit(List<Ticket> tickets) {
        int taken = intake.offer(tickets);
        tally.refuse(tickets.size() - taken);
        return taken;
    }

    /// Somebody else found that the journal does not answer: take it in hand again.
    public void alarm() {
        troubled = true;
        intake.nudge();
    }

    /// Finishes what was taken, keeps a snapshot of each of `books` that has gone on since its last, and ends.
    public void close(Collection<Book> books) {
        intake.close();
        join(writing);
        join(flushing);
        if (!stopped) {
            books.stream().filter(Book::isBeyondSnapshot).forEach(snapshotter::take);
        }
        snapshotter.close();
    }

    private void write() {
        try {
            boolean goingOn = true;
            while (goingOn) {
                goingOn = goOn() && !stopped;
            }
        } catch (RuntimeException | Error e) {
            stop("the writer has met a fault of its own: " + e, e);
        }
        runway.close();
        join(flushing);
        runway.clear().forEach(Flight::lose);
        loseTheRest();
    }

    private boolean goOn() {
        if (troubled || runway.isShut()) {
            recover();
            return true;
        }
        if (System.nanoTime() - ownedAtNanos > PATIENCE_NANOS) {
            lookAround();
        }
        List<Ticket> tickets = intake.take(settings.maxBatch(), GLANCE_MILLIS);
        if (!tickets.isEmpty()) {
            commit(new Flight(tickets));
        }
        return !tickets.isEmpty() || !intake.isClosed();
    }

    /// A server that only reads would not notice that another one goes on, and would tell old news.
    private void lookAround() {
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
                tally.count(flight.tickets().size(), flight.entries().size());
            } else {
                lose(flight);
            }
        } catch (RuntimeException | Error e) {
            flight.lose();
            stop("a batch could not be decided: " + e.getMessage(), e);
        }
    }

    private void decide(Flight flight) {
        long atMicros =
                ChronoUnit.MICROS.between(Instant.EPOCH, settings.clock().instant());
        List<Ticket> tickets = flight.tickets();
        int next = 0;
        while (next < tickets.size()) {
            int from = next;
            Book book = tickets.get(from).book();
            next = book.alone(standing -> decideRun(flight, from, atMicros, standing));
        }
    }

    /// Decides the tickets from `from` on as long as they are for the same book; answers where the next book begins.
    private int decideRun(Flight flight, int from, long atMicros, Standing standing) {
        List<Ticket> tickets = flight.tickets();
        Book book = tickets.get(from).book();
        int next = from;
        // Noted first: if a decision throws half way, this book's memory is lost all the same.
        flight.reach(book, standing.position());
        while (next < tickets.size() && tickets.get(next).book() == book) {
            Ticket ticket = tickets.get(next++);
            flight.note(ticket, standing.decide(ticket.request(), atMicros, scribe));
        }
        flight.reach(book, standing.position());
        return next;
    }

    private boolean append(Flight flight) {
        try {
            if (!flight.entries().isEmpty()) {
                journal.append(flight.entries());
                ownedAtNanos = System.nanoTime();
            }
            return true;
        } catch (JournalUnavailable e) {
            LOG.warn("journal did not take a batch: {}", reason(e));
            troubled = true;
            return false;
        }
    }

    private void snapshotWhenDue(Book book) {
        if (snapshotter.isIdle() && book.isSnapshotDue(settings.snapshotEvery())) {
            snapshotter.take(book);
        }
    }

    private void flush() {
        List<Flight> departing = runway.depart();
        while (!departing.isEmpty()) {
            flush(departing);
            departing = runway.depart();
        }
    }

    private void flush(List<Flight> departing) {
        try {
            journal.flush();
        } catch (RuntimeException | Error e) {
            LOG.warn("journal did not flush: {}", reason(e));
            runway.crashed(departing);
            intake.nudge();
            return;
        }
        departing.forEach(Flight::land);
        runway.landed();
    }

    private void lose(Flight flight) {
        suspect.addAll(flight.books());
        flight.lose();
    }

    private void recover() {
        tally.fail();
        troubled = false;
        runway.clear().forEach(this::lose);
        long sinceNanos = System.nanoTime();
        for (int attempt = 1; !isRecovered(); attempt++) {
            if ((attempt == settings.recoveryAttempts() || intake.isClosed()) && !stopped) {
                stop("the journal cannot be written after " + attempt + " attempts; what was answered is safe", null);
            }
            if (stopped) {
                return;
            }
            if (System.nanoTime() - sinceNanos > PATIENCE_NANOS) {
                loseTheRest(); // an honest answer is better than a long wait
            }
            LockSupport.parkNanos(settings.recoveryPause().toNanos());
        }
        runway.open();
    }

    private boolean isRecovered() {
        try {
            journal.recover();
            runway.awaitCalm();
            runway.clear().forEach(this::lose);
            suspect.forEach(book -> book.rebuild(journal));
            suspect.clear();
            LOG.info("journal is in hand again");
            return true;
        } catch (JournalTaken e) {
            taken = true;
            stop(e.getMessage() + "; what was answered is safe", null);
            return false;
        } catch (JournalUnavailable e) {
            LOG.warn("journal cannot be taken in hand: {}", reason(e));
            return false;
        }
    }

    private void stop(String message, @Nullable Throwable cause) {
        LOG.error("ledger has stopped: {}", message, cause);
        intake.close();
        stopped = true;
        settings.onFatal().accept(message);
    }

    private void loseTheRest() {
        intake.take(Integer.MAX_VALUE, 0).forEach(Ticket::lose);
    }

    private static String reason(Throwable e) {
        return e.getCause() == null ? String.valueOf(e.getMessage()) : e.getMessage() + ": " + e.getCause();
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
