package hongli.ledger.journal;

import java.io.InputStream;
import java.util.List;

/// What can be read of a journal, by anyone. Every method throws `JournalUnavailable` where it cannot answer.
public interface Pages {
    /// All programmes, by number.
    List<Charter> programmes();

    /// The folios of one programme that hold the next `limit` positions after `after`, whole and in order.
    List<Folio> read(int programme, long after, int limit);

    /// The folios that hold these positions, each once, in any order.
    List<Folio> pick(int programme, List<Long> positions);

    /// The snapshots of a programme, newest first.
    List<SnapshotMark> snapshots(int programme);

    /// The bytes of a snapshot; the caller closes.
    InputStream openSnapshot(SnapshotMark mark);
}
