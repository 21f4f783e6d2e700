package hongli.ledger.trial;

import hongli.ledger.JournalUnavailable;
import hongli.ledger.ProgrammeId;
import hongli.ledger.journal.Charter;
import hongli.ledger.journal.Folio;
import hongli.ledger.journal.Journal;
import hongli.ledger.journal.SnapshotMark;
import hongli.ledger.journal.SnapshotSource;
import hongli.ledger.reading.ReadModels;
import java.io.InputStream;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// A journal that fails when it is told to, before or after the work is done.
public final class FaultyJournal implements Journal {
    /// Where a journal can fail.
    public enum Fault {
        /// The batch is not taken.
        BEFORE_APPEND,
        /// The batch is committed, but the answer is lost on its way.
        AFTER_APPEND,
        /// Something happens that nobody has thought of.
        STRANGE,
        /// The log is not flushed.
        FLUSH,
        /// The journal does not come back yet.
        RECOVER
    }

    private final Journal journal;
    private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();

    public FaultyJournal(Journal journal) {
        this.journal = journal;
    }

    /// The next call that can fail in this way does.
    public void failOnce(Fault fault) {
        faults.add(fault);
    }

    private void failWhere(Fault fault) {
        if (fault == Fault.STRANGE && faults.remove(fault)) {
            throw new IllegalStateException("law must hold: law=1");
        }
        if (faults.remove(fault)) {
            throw new JournalUnavailable("told to fail: fault=" + fault);
        }
    }

    @Override
    public void append(List<Folio> folios) {
        failWhere(Fault.STRANGE);
        failWhere(Fault.BEFORE_APPEND);
        journal.append(folios);
        failWhere(Fault.AFTER_APPEND);
    }

    @Override
    public void flush() {
        failWhere(Fault.FLUSH);
        journal.flush();
    }

    @Override
    public void recover() {
        failWhere(Fault.RECOVER);
        journal.recover();
    }

    @Override
    public List<Charter> programmes() {
        return journal.programmes();
    }

    @Override
    public Charter open(ProgrammeId id, String name, String terms, long atMicros) {
        return journal.open(id, name, terms, atMicros);
    }

    @Override
    public List<Folio> read(int programme, long after, int limit) {
        return journal.read(programme, after, limit);
    }

    @Override
    public List<Folio> pick(int programme, List<Long> positions) {
        return journal.pick(programme, positions);
    }

    @Override
    public void keepSnapshot(int programme, long position, SnapshotSource source) {
        journal.keepSnapshot(programme, position, source);
    }

    @Override
    public List<SnapshotMark> snapshots(int programme) {
        return journal.snapshots(programme);
    }

    @Override
    public InputStream openSnapshot(SnapshotMark mark) {
        return journal.openSnapshot(mark);
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
