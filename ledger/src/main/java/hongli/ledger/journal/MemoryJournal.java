package hongli.ledger.journal;

import hongli.ledger.JournalUnavailable;
import hongli.ledger.ProgrammeId;
import hongli.ledger.reading.MemoryReadModels;
import hongli.ledger.reading.ReadModels;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/// A journal in memory, for trials and tests: it lives as long as the object, closing it loses nothing.
public final class MemoryJournal implements AdoptingJournal {
    private static final int KEPT_SNAPSHOTS = 2;

    private record Kept(SnapshotMark mark, Bytes bytes) {}

    private static final class Shelf {
        final Charter charter;
        final NavigableMap<Long, Folio> folios = new TreeMap<>();
        final Deque<Kept> snapshots = new ArrayDeque<>();

        Shelf(Charter charter) {
            this.charter = charter;
        }

        long last() {
            return folios.isEmpty() ? 0 : folios.lastEntry().getValue().last();
        }
    }

    private final ReadModels models = new MemoryReadModels();
    private final List<Shelf> shelves = new ArrayList<>();

    @Override
    public synchronized List<Charter> programmes() {
        return shelves.stream().map(shelf -> shelf.charter).toList();
    }

    @Override
    public synchronized Charter open(ProgrammeId id, String name, String terms, long atMicros) {
        if (shelves.stream().anyMatch(shelf -> shelf.charter.id().equals(id))) {
            throw new JournalUnavailable("programme must be new: id=" + id);
        }
        var hash = new Chain().opening(id.text(), name, terms, atMicros);
        var charter = new Charter(shelves.size() + 1, id, name, terms, atMicros, hash);
        shelves.add(new Shelf(charter));
        return charter;
    }

    @Override
    public synchronized Charter adopt(ProgrammeId id, String name, String terms, long atMicros, Past past) {
        Charter charter = open(id, name, terms, atMicros);
        boolean whole = false;
        try {
            past.write(charter, this::append);
            whole = true;
        } finally {
            if (!whole) {
                shelves.removeLast();
            }
        }
        return charter;
    }

    @Override
    public synchronized void append(List<Folio> folios) {
        List<Folio> added = new ArrayList<>();
        for (Folio folio : folios) {
            Shelf shelf = shelf(folio.programme());
            if (folio.first() != shelf.last() + 1) {
                added.forEach(done -> shelf(done.programme()).folios.remove(done.first()));
                throw new JournalUnavailable("position must be next: position=" + folio.first());
            }
            shelf.folios.put(folio.first(), folio);
            added.add(folio);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void recover() {}

    @Override
    public synchronized List<Folio> read(int programme, long after, int limit) {
        NavigableMap<Long, Folio> folios = shelf(programme).folios;
        Long first = folios.floorKey(after + 1);
        return folios.subMap(first == null ? 0 : first, true, after + limit, true).values().stream()
                .filter(folio -> folio.last() > after)
                .toList();
    }

    @Override
    public synchronized List<Folio> pick(int programme, List<Long> positions) {
        Set<Folio> found = new LinkedHashSet<>();
        for (long position : positions) {
            var folio = shelf(programme).folios.floorEntry(position);
            if (folio != null && folio.getValue().holds(position)) {
                found.add(folio.getValue());
            }
        }
        return List.copyOf(found);
    }

    @Override
    public void keepSnapshot(int programme, long position, SnapshotSource source) {
        var out = new ByteArrayOutputStream();
        Bytes digest;
        try {
            digest = source.writeTo(out);
        } catch (IOException e) {
            throw new JournalUnavailable("snapshot must be written: position=" + position, e);
        }
        keep(new Kept(new SnapshotMark(programme, position, digest), Bytes.of(out.toByteArray())));
    }

    private synchronized void keep(Kept kept) {
        Deque<Kept> snapshots = shelf(kept.mark().programme()).snapshots;
        snapshots.removeIf(old -> old.mark().position() == kept.mark().position());
        snapshots.addFirst(kept);
        while (snapshots.size() > KEPT_SNAPSHOTS) {
            snapshots.removeLast();
        }
    }

    @Override
    public synchronized List<SnapshotMark> snapshots(int programme) {
        return shelf(programme).snapshots.stream().map(Kept::mark).toList();
    }

    @Override
    public synchronized InputStream openSnapshot(SnapshotMark mark) {
        return shelf(mark.programme()).snapshots.stream()
                .filter(kept -> kept.mark().equals(mark))
                .findFirst()
                .map(kept -> new ByteArrayInputStream(kept.bytes().array()))
                .orElseThrow(() -> new JournalUnavailable("snapshot must be kept: position=" + mark.position()));
    }

    @Override
    public ReadModels models() {
        return models;
    }

    @Override
    public void close() {}

    private Shelf shelf(int programme) {
        return shelves.get(programme - 1);
    }
}
