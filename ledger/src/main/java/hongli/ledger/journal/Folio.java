package hongli.ledger.journal;

/// A run of consecutive entries of one programme, decided in one batch: one row of the journal, one link of the chain.
///
/// @param programme the programme's number
/// @param first the position of its first entry
/// @param count how many entries it holds, at least one
/// @param content the entries, as `FolioWriter` writes them
/// @param hash [Chain#next] of the folio before and all of this one
public record Folio(int programme, long first, int count, Bytes content, Bytes hash) {
    /// The position of its last entry.
    public long last() {
        return first + count - 1;
    }

    /// Whether the entry at `position` is in it.
    public boolean holds(long position) {
        return first <= position && position <= last();
    }
}
