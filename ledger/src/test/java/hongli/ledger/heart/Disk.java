package hongli.ledger.heart;

import hongli.ledger.ProgrammeId;
import hongli.ledger.journal.Bytes;
import hongli.ledger.journal.Chain;
import hongli.ledger.journal.Charter;
import hongli.ledger.journal.Folio;
import hongli.ledger.journal.SnapshotMark;
import hongli.ledger.reading.MemoryReadModels;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The database: commits in order, of which the last ones may not have reached the disk yet.
final class Disk {
    private static final int KEPT_SNAPSHOTS = 2;

    /// One transaction: the opening of a programme, or folios.
    record Commit(@Nullable Charter charter, List<Folio> folios) {}

    /// A snapshot and its bytes.
    record Kept(SnapshotMark mark, Bytes bytes) {}

    /// Sees what becomes of commits.
    interface Witness {
        void committed(Commit commit);

        void hardened(Commit commit);

        void lost(Commit commit);
    }

    /// What is kept of one programme.
    static final class Shelf {
        final Charter charter;
        final NavigableMap<Long, Folio> folios = new TreeMap<>();
        final Deque<Kept> snapshots = new ArrayDeque<>();

        Shelf(Charter charter) {
            this.charter = charter;
        }

        /// Changes a byte of a snapshot, if there is one; `which` counts from the newest.
        void spoil(int which, int at) {
            snapshots.stream().skip(which).findFirst().ifPresent(kept -> {
                byte[] bytes = kept.bytes().array();
                bytes[at % bytes.length] ^= (byte) (1 + at % 255);
            });
        }

        void keep(Kept kept) {
            snapshots.removeIf(old -> old.mark().position() == kept.mark().position());
            snapshots.addFirst(kept);
            while (snapshots.size() > KEPT_SNAPSHOTS) {
                snapshots.removeLast();
            }
        }
    }

    private final Witness witness;
    private final List<Shelf> shelves = new ArrayList<>();
    private final Deque<Commit> soft = new ArrayDeque<>();
    private final MemoryReadModels models = new MemoryReadModels();
    private @Nullable Commit late;
    private long hardened;
    private int life;

    Disk(Witness witness) {
        this.witness = witness;
    }

    /// How often the database has begun.
    int life() {
        return life;
    }

    MemoryReadModels models() {
        return models;
    }

    List<Shelf> shelves() {
        return shelves;
    }

    Shelf shelf(int programme) {
        return shelves.get(programme - 1);
    }

    /// How many commits there ever were that are not lost.
    long commits() {
        return hardened + soft.size();
    }

    int soft() {
        return soft.size();
    }

    Charter opening(ProgrammeId id, String name, String terms, long atMicros) {
        Bytes hash = new Chain().opening(id.text(), name, terms, atMicros);
        return new Charter(shelves.size() + 1, id, name, terms, atMicros, hash);
    }

    void commit(Commit commit) {
        if (commit.charter() != null) {
            shelves.add(new Shelf(commit.charter()));
        }
        for (Folio folio : commit.folios()) {
            shelf(folio.programme()).folios.put(folio.first(), folio);
        }
        soft.addLast(commit);
        witness.committed(commit);
    }

    /// `commit` will happen a little later.
    void owe(Commit commit) {
        late = commit;
    }

    /// What is owed happens.
    void ripen() {
        if (late != null) {
            Commit owed = late;
            late = null;
            commit(owed);
        }
    }

    /// The first `upTo` of all commits are on the disk.
    void harden(long upTo) {
        while (hardened < upTo && !soft.isEmpty()) {
            hardened++;
            witness.hardened(soft.removeFirst());
        }
    }

    /// The database ends and begins again: of what is not on the disk the last `lost` commits are gone.
    void crash(int lost) {
        late = null;
        life++;
        for (int i = 0; i < lost && !soft.isEmpty(); i++) {
            Commit commit = soft.removeLast();
            for (Folio folio : commit.folios()) {
                shelf(folio.programme()).folios.remove(folio.first());
            }
            if (commit.charter() != null) {
                shelves.removeLast();
            }
            witness.lost(commit);
        }
    }
}
