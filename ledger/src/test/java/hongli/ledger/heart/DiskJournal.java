package hongli.ledger.heart;

import hongli.ledger.JournalUnavailable;
import hongli.ledger.ProgrammeId;
import hongli.ledger.heart.Action.Fate;
import hongli.ledger.heart.Disk.Commit;
import hongli.ledger.heart.Disk.Kept;
import hongli.ledger.journal.Bytes;
import hongli.ledger.journal.Charter;
import hongli.ledger.journal.Folio;
import hongli.ledger.journal.Journal;
import hongli.ledger.journal.SnapshotMark;
import hongli.ledger.journal.SnapshotSource;
import hongli.ledger.reading.ReadModels;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;

/// One server's sessions with the [Disk]: one that writes, one that flushes, and those that read.
class DiskJournal implements Journal {
    final Disk disk;
    private final Meanwhile meanwhile;
    private int writerLife;
    private int flusherLife;
    private int flusherSession;
    private boolean writerBroken;
    private boolean flusherBroken;

    DiskJournal(Disk disk, Meanwhile meanwhile) {
        this.disk = disk;
        this.meanwhile = meanwhile;
        // The new session gets its lock only when the old one has ended.
        disk.ripen();
        begin();
    }

    private void begin() {
        writerLife = disk.life();
        flusherLife = disk.life();
        flusherSession++;
        writerBroken = false;
        flusherBroken = false;
    }

    @Override
    public void append(List<Folio> folios) {
        write(new Commit(null, List.copyOf(folios)));
    }

    @Override
    public Charter open(ProgrammeId id, String name, String terms, long atMicros) {
        if (programmes().stream().anyMatch(charter -> charter.id().equals(id))) {
            throw new JournalUnavailable("programme must be new: id=" + id);
        }
        Charter charter = disk.opening(id, name, terms, atMicros);
        write(new Commit(charter, List.of()));
        flush();
        return charter;
    }

    private void write(Commit commit) {
        require(!isWriterBroken(), "writer's session has ended");
        Fate fate = meanwhile.call();
        if (isWriterBroken()) {
            throw failure("writer's session ended meanwhile");
        }
        switch (fate) {
            case DONE, UNKNOWN -> disk.commit(commit);
            case LATE -> disk.owe(commit);
            case REFUSED -> {}
        }
        writerBroken = fate != Fate.DONE;
        require(!writerBroken, "commit failed");
    }

    private boolean isWriterBroken() {
        return writerBroken || writerLife != disk.life();
    }

    private boolean isFlusherBroken() {
        return flusherBroken || flusherLife != disk.life();
    }

    @Override
    public void flush() {
        require(!isFlusherBroken(), "flusher's session has ended");
        long mark = disk.commits();
        int life = disk.life();
        int session = flusherSession;
        Fate fate = meanwhile.call();
        if (life != disk.life()) {
            throw failure("flusher's session ended meanwhile");
        }
        if (fate != Fate.REFUSED) {
            disk.harden(mark);
        }
        if (fate != Fate.DONE) {
            flusherBroken |= session == flusherSession;
            throw failure("flush failed");
        }
    }

    @Override
    public void recover() {
        int life = disk.life();
        Fate fate = meanwhile.call();
        require(fate != Fate.REFUSED && life == disk.life(), "sessions must begin");
        disk.ripen();
        begin();
        disk.harden(disk.commits());
        require(fate == Fate.DONE, "first flush failed");
    }

    private void require(boolean holds, String what) {
        if (!holds) {
            throw failure(what);
        }
    }

    private JournalUnavailable failure(String what) {
        meanwhile.trouble();
        return new JournalUnavailable(what);
    }

    private void listen() {
        require(!meanwhile.isDeaf(), "nothing can be read now");
    }

    @Override
    public List<Charter> programmes() {
        listen();
        return disk.shelves().stream().map(shelf -> shelf.charter).toList();
    }

    @Override
    public List<Folio> read(int programme, long after, int limit) {
        listen();
        NavigableMap<Long, Folio> folios = disk.shelf(programme).folios;
        Long first = folios.floorKey(after + 1);
        return folios.subMap(first == null ? 0 : first, true, after + limit, true).values().stream()
                .filter(folio -> folio.last() > after)
                .toList();
    }

    @Override
    public List<Folio> pick(int programme, List<Long> positions) {
        listen();
        NavigableMap<Long, Folio> folios = disk.shelf(programme).folios;
        return positions.stream()
                .map(folios::floorEntry)
                .filter(Objects::nonNull)
                .map(Map.Entry::getValue)
                .distinct()
                .toList();
    }

    @Override
    public void keepSnapshot(int programme, long position, SnapshotSource source) {
        int life = disk.life();
        // The snapshot is written while everything else goes on.
        Fate fate = meanwhile.call();
        require(fate != Fate.REFUSED && life == disk.life(), "snapshot must be written");
        var out = new ByteArrayOutputStream();
        try {
            Bytes digest = source.writeTo(out);
            disk.shelf(programme)
                    .keep(new Kept(new SnapshotMark(programme, position, digest), Bytes.of(out.toByteArray())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        require(fate == Fate.DONE, "nobody knows whether the snapshot was written");
    }

    @Override
    public List<SnapshotMark> snapshots(int programme) {
        listen();
        return disk.shelf(programme).snapshots.stream().map(Kept::mark).toList();
    }

    @Override
    public InputStream openSnapshot(SnapshotMark mark) {
        listen();
        return disk.shelf(mark.programme()).snapshots.stream()
                .filter(kept -> kept.mark().equals(mark))
                .findFirst()
                .map(kept -> new ByteArrayInputStream(kept.bytes().array()))
                .orElseThrow(() -> new JournalUnavailable("snapshot must be kept: position=" + mark.position()));
    }

    @Override
    public ReadModels models() {
        return disk.models();
    }

    @Override
    public void close() {}
}
