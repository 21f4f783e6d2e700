package hongli.ledger.writer;

import hongli.ledger.JournalUnavailable;
import hongli.ledger.book.Book;
import hongli.ledger.book.Sight;
import hongli.ledger.book.Snapshot;
import hongli.ledger.book.Standing;
import hongli.ledger.journal.Journal;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes snapshots while the writer goes on; one that fails is only a slower next start.
final class Snapshotter implements Shift {
    private static final Logger LOG = LoggerFactory.getLogger(Snapshotter.class);

    private record Taken(Book book, Sight<Snapshot> snapshot) {}

    private final Journal journal;
    private final Queue<Taken> waiting = new ArrayDeque<>();
    private boolean closed;

    Snapshotter(Journal journal) {
        this.journal = journal;
    }

    /// Takes the state of `book` as it is now, to be kept once it is durable.
    void take(Book book) {
        add(new Taken(book, book.look(Standing::snapshot)));
    }

    private synchronized void add(Taken taken) {
        waiting.add(taken);
        notifyAll();
    }

    /// Whether no snapshot is under way; those that wait would only hold memory.
    synchronized boolean isIdle() {
        return waiting.isEmpty();
    }

    /// What was taken is still kept.
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    @Override
    public boolean await() {
        Taken next = awaitNext();
        if (next != null) {
            next.snapshot().await();
        }
        return next != null;
    }

    @Override
    public void step() {
        Taken next = next();
        if (next == null || !next.snapshot().isSettled()) {
            return;
        }
        try {
            next.snapshot().told().keepIn(journal);
        } catch (JournalUnavailable e) {
            LOG.warn(
                    "snapshot was not kept: programme={}: {}",
                    next.book().charter().id(),
                    Complaint.of(e));
        } catch (RuntimeException | Error e) {
            LOG.error(
                    "snapshot was not kept: programme={}", next.book().charter().id(), e);
        }
        remove();
    }

    private synchronized @Nullable Taken awaitNext() {
        while (waiting.isEmpty() && !closed) {
            pause();
        }
        return waiting.peek();
    }

    private synchronized @Nullable Taken next() {
        return waiting.peek();
    }

    private synchronized void remove() {
        waiting.remove();
    }

    @SuppressWarnings("WaitNotInLoop") // The caller loops.
    private void pause() {
        try {
            wait();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody must interrupt the snapshotter", e);
        }
    }
}
