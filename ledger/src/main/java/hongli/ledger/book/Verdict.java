package hongli.ledger.book;

import hongli.economy.fact.Outcome;

/// What a book says to a request; it stands when the journal has made it durable.
public sealed interface Verdict {
    /// The programme decided, at `atMicros`.
    record Decided(long position, long atMicros, Outcome outcome) implements Verdict {}

    /// The same key and content were decided at this position.
    record Seen(long position) implements Verdict {}

    /// The key was used at this position for another content.
    record Reused(long position) implements Verdict {}
}
