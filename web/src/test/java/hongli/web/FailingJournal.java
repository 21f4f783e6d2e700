package hongli.web;

import hongli.ledger.JournalUnavailable;
import hongli.ledger.ProgrammeId;
import hongli.ledger.journal.Charter;
import hongli.ledger.journal.Folio;
import hongli.ledger.journal.Journal;
import hongli.ledger.journal.MemoryJournal;
import hongli.ledger.journal.SnapshotMark;
import hongli.ledger.journal.SnapshotSource;
import hongli.ledger.reading.ReadModels;
import java.io.InputStream;
import java.util.List;

/// A journal in memory that can be told to fail.
final class FailingJournal implements Journal {
    private final Journal journal = new MemoryJournal();
    private volatile boolean fails;

    void fail() {
        fails = true;
    }

    private Journal reached() {
        if (fails) {
            throw new JournalUnavailable("journal must answer: told to fail");
        }
        return journal;
    }

    @Override
    public List<Charter> programmes() {
        return reached().programmes();
    }

    @Override
    public Charter open(ProgrammeId id, String name, String terms, long atMicros) {
        return reached().open(id, name, terms, atMicros);
    }

    @Override
    public void append(List<Folio> folios) {
        reached().append(folios);
    }

    @Override
    public void flush() {
        reached().flush();
    }

    @Override
    public void recover() {
        reached().recover();
    }

    @Override
    public List<Folio> read(int programme, long after, int limit) {
        return reached().read(programme, after, limit);
    }

    @Override
    public List<Folio> pick(int programme, List<Long> positions) {
        return reached().pick(programme, positions);
    }

    @Override
    public void keepSnapshot(int programme, long position, SnapshotSource source) {
        reached().keepSnapshot(programme, position, source);
    }

    @Override
    public List<SnapshotMark> snapshots(int programme) {
        return reached().snapshots(programme);
    }

    @Override
    public InputStream openSnapshot(SnapshotMark mark) {
        return reached().openSnapshot(mark);
    }

    @Override
    public ReadModels models() {
        return journal.models();
    }

    @Override
    public void close() {
        journal.close();
    }
}
