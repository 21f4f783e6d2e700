package hongli.ledger.writer;

import hongli.ledger.JournalUnavailable;
import hongli.ledger.book.Book;
import hongli.ledger.journal.Journal;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Writes snapshots in its own thread while the writer goes on; one that fails is only a slower next start.
final class Snapshotter {
    private static final Logger LOG = LoggerFactory.getLogger(Snapshotter.class);

    private final Journal journal;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("ledger snapshots").factory());

    Snapshotter(Journal journal) {
        this.journal = journal;
    }

    /// Takes the state of `book` as it is now and keeps it once it is durable.
    void take(Book book) {
        Runnable keeping = book.snapshotFor(journal);
        thread.execute(() -> keep(book, keeping));
    }

    private static void keep(Book book, Runnable keeping) {
        try {
            keeping.run();
        } catch (JournalUnavailable e) {
            LOG.warn("snapshot was not kept: programme={}: {}", book.charter().id(), e.getMessage());
        }
    }

    /// Finishes what was begun.
    void close() {
        thread.close();
    }
}
