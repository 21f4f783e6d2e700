package hongli.ledger.projector;

import hongli.ledger.book.Book;
import hongli.ledger.journal.Folio;
import hongli.ledger.journal.Journal;
import hongli.ledger.reading.Derived;
import hongli.ledger.reading.PricePoint;
import hongli.ledger.reading.ReadModels;
import hongli.ledger.wire.FolioReader;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the read models up to date in its own thread: page by page of what is durable, each page in one transaction
/// with the position it reaches. It never holds the writer.
public final class Projector {
    private static final Logger LOG = LoggerFactory.getLogger(Projector.class);
    private static final int PAGE = 4_096;
    private static final long GLANCE_MILLIS = 50;
    private static final long TROUBLE_MILLIS = 1_000;

    private final Journal journal;
    private final ReadModels models;
    private final Supplier<Collection<Book>> books;
    private final BooleanSupplier isBusy;
    private final Thread thread = Thread.ofPlatform().name("ledger projector").unstarted(this::run);
    private final Map<Integer, Track> tracks = new ConcurrentHashMap<>();
    private boolean closed;
    private boolean begun;

    /// @param isBusy whether commands wait
    public Projector(Journal journal, Supplier<Collection<Book>> books, BooleanSupplier isBusy) {
        this.journal = journal;
        this.models = journal.models();
        this.books = books;
        this.isBusy = isBusy;
    }

    public synchronized void start() {
        begun = true;
        thread.start();
    }

    /// Ends; what is not yet told is told after the next start.
    public void close() {
        synchronized (this) {
            closed = true;
            notifyAll();
            if (!begun) {
                return;
            }
        }
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// How many entries are durable and not yet told.
    public long lag() {
        return books.get().stream()
                .mapToLong(book -> book.durable().position() - Math.max(0, told(book)))
                .sum();
    }

    /// Waits until all that is durable now is told, but no longer than `timeout`; whether it is.
    public boolean awaitAll(Duration timeout) {
        long end = System.nanoTime() + timeout.toNanos();
        Map<Book, Long> wanted = books.get().stream()
                .collect(Collectors.toMap(book -> book, book -> book.durable().position()));
        while (wanted.entrySet().stream().anyMatch(want -> told(want.getKey()) < want.getValue())) {
            if (isClosed() || System.nanoTime() > end) {
                return false;
            }
            rest(5);
        }
        return true;
    }

    private long told(Book book) {
        Track track = tracks.get(book.charter().number());
        return track == null ? ReadModels.UNBEGUN : track.told;
    }

    /// Tells all that is durable now, in the caller's thread; only where the projector was not started.
    public void catchUp() {
        boolean more = true;
        while (more) {
            more = tellSome();
        }
    }

    private void run() {
        while (!isClosed()) {
            try {
                long began = System.nanoTime();
                boolean told = tellSome();
                // While commands wait, the writer has the better half of the time.
                rest(told ? (isBusy.getAsBoolean() ? (System.nanoTime() - began) / 1_000_000 : 0) : GLANCE_MILLIS);
            } catch (RuntimeException e) {
                LOG.warn("read models have to wait", e);
                tracks.clear();
                rest(TROUBLE_MILLIS);
            }
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    @SuppressWarnings("WaitNotInLoop") // Waking up for nothing is as good as waking up.
    private synchronized void rest(long millis) {
        try {
            if (!closed && millis > 0) {
                wait(millis);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody must interrupt the projector", e);
        }
    }

    private boolean tellSome() {
        boolean more = false;
        for (Book book : books.get()) {
            more |= tellSome(book);
        }
        return more;
    }

    /// One page of one programme; whether there was something to tell.
    private boolean tellSome(Book book) {
        int programme = book.charter().number();
        long durable = book.durable().position();
        Track track = tracks.computeIfAbsent(programme, _ -> begin(book));
        if (track.told >= durable) {
            return false;
        }
        if (track.told == ReadModels.UNBEGUN) {
            track.derivation.add(book.charter());
        } else {
            int limit = (int) Math.min(PAGE, durable - track.told);
            for (Folio folio : journal.read(programme, track.told, limit)) {
                FolioReader.entries(folio).forEach(track.derivation::add);
            }
        }
        Derived derived = track.derivation.take();
        models.add(programme, track.told, derived);
        track.told = derived.upTo();
        return true;
    }

    private Track begin(Book book) {
        int programme = book.charter().number();
        PricePoint last = models.lastPrice(programme);
        return new Track(
                models.position(programme), last == null ? Derivation.of(book.charter()) : Derivation.after(last));
    }

    /// How far a programme is told.
    private static final class Track {
        private final Derivation derivation;
        private volatile long told;

        Track(long told, Derivation derivation) {
            this.told = told;
            this.derivation = derivation;
        }
    }
}
