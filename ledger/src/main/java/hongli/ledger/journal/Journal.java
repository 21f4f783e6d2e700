package hongli.ledger.journal;

import hongli.ledger.ProgrammeId;
import hongli.ledger.reading.ReadModels;
import java.io.InputStream;
import java.util.List;

/// Where all programmes are kept: their openings, their decided commands in order, and snapshots of their states.
///
/// One owner appends, from one thread; anyone may read. Every method throws `JournalUnavailable` where the journal
/// cannot answer, and every one that writes throws `JournalTaken` where another owner has taken it. After an append or
/// flush that failed it is not known what of it stands: [#recover] settles it.
public interface Journal extends AutoCloseable {
    /// All programmes, by number.
    List<Charter> programmes();

    /// Opens a programme under the next number; durable when it returns. The id must be new.
    Charter open(ProgrammeId id, String name, String terms, long atMicros);

    /// Adds folios, all or none, each at the next position of its programme; they may be lost until [#flush].
    void append(List<Folio> folios);

    /// Makes durable whatever was appended before this call began. May run beside [#append].
    void flush();

    /// After a failure: ends whatever may still be under way, takes the journal in hand again, and makes durable what
    /// stands in it.
    void recover();

    /// Throws `JournalTaken` where another owner has taken the journal; costs a glance.
    default void requireOwn() {}

    /// The folios of one programme that hold the next `limit` positions after `after`, whole and in order.
    List<Folio> read(int programme, long after, int limit);

    /// The folios that hold these positions, each once, in any order.
    List<Folio> pick(int programme, List<Long> positions);

    /// Binds the oldest folios up to position `upTo` closer together, if there are enough to be worth it; whether there
    /// were. Nothing that is read changes.
    default boolean bind(int programme, long upTo) {
        return false;
    }

    /// Keeps a snapshot, wholly or not at all, and lets go of all but the newest few of that programme.
    void keepSnapshot(int programme, long position, SnapshotSource source);

    /// The snapshots of a programme, newest first.
    List<SnapshotMark> snapshots(int programme);

    /// The bytes of a snapshot; the caller closes.
    InputStream openSnapshot(SnapshotMark mark);

    /// The read models that are kept beside the journal.
    ReadModels models();

    /// Lets go of the journal.
    @Override
    void close();
}
