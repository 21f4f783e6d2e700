package hongli.ledger.writer;

import hongli.ledger.JournalUnavailable;
import hongli.ledger.book.Book;
import hongli.ledger.journal.Journal;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes snapshots in its own thread while the writer goes on; one that fails is only a slower next start.
final class Snapshotter {
    private static final Logger LOG = LoggerFactory.getLogger(Snapshotter.class);

    private final Journal journal;
    private final AtomicInteger underway = new AtomicInteger();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("ledger snapshots").factory());

    Snapshotter(Journal journal) {
        this.journal = journal;
    }

    /// Takes the state of `book` as it is now and keeps it once it is durable.
    void take(Book book) {
        Runnable keeping = book.snapshotFor(journal);
        underway.incrementAndGet();
        thread.execute(() -> keep(book, keeping));
    }

    /// Whether no snapshot is under way; those that wait would only hold memory.
    boolean isIdle() {
        return underway.get() == 0;
    }

    private void keep(Book book, Runnable keeping) {
        try {
            keeping.run();
        } catch (JournalUnavailable e) {
            LOG.warn("snapshot was not kept: programme={}: {}", book.charter().id(), e.getMessage());
        } finally {
            underway.decrementAndGet();
        }
    }

    /// Finishes what was begun.
    void close() {
        thread.close();
    }
}
