package hongli.ledger;

import hongli.ledger.book.Book;
import hongli.ledger.journal.Journal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lets the journal bind its older folios, in a thread of its own and for a fifth of its time at most.
final class Binder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Binder.class);
    /// What was decided last stays loose: it is asked for most.
    private static final long LOOSE = 1_000;
    private static final long GLANCE_MILLIS = 1_000;
    private static final int REST = 4;

    private final Journal journal;
    private final Supplier<Collection<Book>> books;
    private final Thread thread = Thread.ofPlatform().name("ledger binder").unstarted(this::run);
    private final Map<Book, Long> tried = new HashMap<>();
    private boolean closed;

    Binder(Journal journal, Supplier<Collection<Book>> books) {
        this.journal = journal;
        this.books = books;
    }

    void start() {
        thread.start();
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        while (!rest(GLANCE_MILLIS)) {
            try {
                for (Book book : books.get()) {
                    bind(book);
                }
            } catch (JournalUnavailable e) {
                LOG.warn("older folios stay loose for now: {}", e.getMessage());
            }
        }
    }

    private void bind(Book book) {
        long upTo = book.durable().position() - LOOSE;
        if (upTo - tried.getOrDefault(book, 0L) < LOOSE) {
            return;
        }
        tried.put(book, upTo);
        boolean more = true;
        while (more) {
            long began = System.nanoTime();
            more = journal.bind(book.charter().number(), upTo);
            more &= !rest(REST * (System.nanoTime() - began) / 1_000_000);
        }
    }

    /// Waits; answers whether this is the end.
    @SuppressWarnings("WaitNotInLoop") // Waking up for nothing is as good as waking up.
    private synchronized boolean rest(long millis) {
        try {
            if (!closed && millis > 0) {
                wait(millis);
            }
            return closed;
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody must interrupt the binder", e);
        }
    }
}
