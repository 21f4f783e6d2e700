package hongli.ledger.book;

import hongli.economy.terms.Terms;
import hongli.ledger.journal.Charter;
import hongli.ledger.journal.Journal;
import hongli.ledger.wire.TermsJson;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/// One programme in memory, shared by the writer and its readers.
public final class Book {
    private final Charter charter;
    private final Terms terms;
    private final Durable durable;
    // Fair, or a reader could wait for ever behind a busy writer.
    private final ReentrantLock lock = new ReentrantLock(true);
    private Standing standing;
    private long snapshotAt;

    private Book(Charter charter, Standing standing) {
        this.charter = charter;
        this.terms = TermsJson.parse(charter.terms());
        this.standing = standing;
        this.durable = new Durable(standing.position());
        this.snapshotAt = standing.position();
    }

    /// The book of a programme as its journal has it; what stands in the journal must be durable.
    public static Book of(Journal journal, Charter charter) {
        return new Book(charter, new Replay(journal, charter).fromNewestSnapshot());
    }

    public Charter charter() {
        return charter;
    }

    public Terms terms() {
        return terms;
    }

    public Durable durable() {
        return durable;
    }

    /// Lets `use` have the standing for itself.
    public <T> T alone(Function<Standing, T> use) {
        lock.lock();
        try {
            return use.apply(standing);
        } finally {
            lock.unlock();
        }
    }

    /// Lets `reader` have the standing for itself; what it saw may be told when it is durable.
    ///
    /// @throws hongli.ledger.JournalUnavailable while the programme is being rebuilt
    public <T> Sight<T> look(Function<Standing, T> reader) {
        return alone(at -> {
            long generation = durable.generation();
            return new Sight<>(reader.apply(at), at.position(), generation, durable);
        });
    }

    /// Lets `reader` have the standing for itself and answers when what it saw is durable.
    ///
    /// @throws hongli.ledger.JournalUnavailable where what it saw does not stand
    public <T> T read(Function<Standing, T> reader) {
        Sight<T> sight = look(reader);
        sight.await();
        return sight.told();
    }

    /// Throws the memory away and brings it back from the journal, all of which must be durable.
    public void rebuild(Journal journal) {
        Standing rebuilt = new Replay(journal, charter).fromNewestSnapshot();
        lock.lock();
        try {
            standing = rebuilt;
            snapshotAt = Math.min(snapshotAt, rebuilt.position());
            durable.restore(rebuilt.position());
        } finally {
            lock.unlock();
        }
    }

    /// Whether at least `every` commands, and a tenth of all, were decided since the last snapshot; the answer yes is
    /// given once. The tenth keeps the work of all snapshots together in proportion to the journal.
    public boolean isSnapshotDue(long every) {
        return alone(at -> {
            boolean due = at.position() - snapshotAt >= Math.max(every, at.position() / 10);
            snapshotAt = due ? at.position() : snapshotAt;
            return due;
        });
    }

    /// Whether anything was decided since the last snapshot.
    public boolean isBeyondSnapshot() {
        return alone(at -> at.position() > snapshotAt);
    }
}
