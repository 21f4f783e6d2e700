package hongli.ledger.heart;

/// What a submission must be told, if it is told anything.
sealed interface Ruling {
    long position();

    /// It is decided by itself, at this time.
    record Decided(long position, long atMicros) implements Ruling {}

    /// It was decided at an earlier submission of the same.
    record Seen(long position) implements Ruling {}

    /// Its key was used for something else.
    record Reused(long position) implements Ruling {}
}
