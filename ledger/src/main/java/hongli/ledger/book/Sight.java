package hongli.ledger.book;

/// Something seen in a programme's memory, which may be ahead of the journal: it may be told when the position at which
/// it was seen is durable.
///
/// @param generation the generation of [Durable] in which it was seen
public record Sight<T>(T seen, long position, long generation, Durable durable) {
    /// Waits until it is certain whether what was seen stands.
    public void await() {
        durable.await(position, generation);
    }

    /// Whether it is certain by now.
    public boolean isSettled() {
        return durable.isSettled(position, generation);
    }

    /// What was seen, once it is durable.
    ///
    /// @throws hongli.ledger.JournalUnavailable where it does not stand
    public T told() {
        durable.require(position, generation);
        return seen;
    }
}
