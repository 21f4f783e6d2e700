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
import java.util.List;

/// A journal in memory, for trials and tests: it lives as long as the object, closing it loses nothing.
public final class MemoryJournal implements Journal {
    private static final int KEPT_SNAPSHOTS = 2;

    private record Kept(SnapshotMark mark, Bytes bytes) {}

    private static final class Shelf {
        final Charter charter;
        final List<Entry> entries = new ArrayList<>();
        final Deque<Kept> snapshots = new ArrayDeque<>();

        Shelf(Charter charter) {
            this.charter = charter;
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
    public synchronized void append(List<Entry> entries) {
        List<Entry> added = new ArrayList<>();
        for (Entry entry : entries) {
            List<Entry> shelf = shelf(entry.programme()).entries;
            if (entry.position() != shelf.size() + 1) {
                added.reversed().forEach(done -> shelf(done.programme()).entries.removeLast());
                throw new JournalUnavailable("position must be next: position=" + entry.position());
            }
            shelf.add(entry);
            added.add(entry);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void recover() {}

    @Override
    public synchronized List<Entry> read(int programme, long after, int limit) {
        List<Entry> entries = shelf(programme).entries;
        int from = (int) Math.min(after, entries.size());
        return List.copyOf(entries.subList(from, (int) Math.min((long) from + limit, entries.size())));
    }

    @Override
    public synchronized List<Entry> pick(int programme, List<Long> positions) {
        List<Entry> entries = shelf(programme).entries;
        return positions.stream()
                .filter(position -> position >= 1 && position <= entries.size())
                .map(position -> entries.get((int) (position - 1)))
                .toList();
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
