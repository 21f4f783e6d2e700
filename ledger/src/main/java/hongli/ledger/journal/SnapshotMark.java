package hongli.ledger.journal;

/// A snapshot that the journal keeps: the state of a programme after the entry at `position`.
///
/// @param digest SHA-256 of all its bytes, which a replay from the beginning must reproduce
public record SnapshotMark(int programme, long position, Bytes digest) {}
