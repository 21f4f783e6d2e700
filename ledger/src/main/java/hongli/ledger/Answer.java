package hongli.ledger;

import hongli.economy.fact.Outcome;
import java.time.Instant;

/// What the ledger says to a submission. Only [Decided] has left a trace, and it is durable when it is said.
public sealed interface Answer {
    /// The programme decided, and the decision is in the journal.
    ///
    /// @param position the command's place in its programme's journal, from 1
    /// @param at when it was decided
    /// @param outcome applied or refused
    /// @param repeated whether the decision was made at an earlier submission of the same key and content
    record Decided(long position, Instant at, Outcome outcome, boolean repeated) implements Answer {}

    /// The key was used before for another content.
    record KeyReused(Key key, long position) implements Answer {}

    /// The queue is full; nothing was taken. Try again.
    record Busy() implements Answer {}

    /// There is no such programme.
    record ProgrammeUnknown(ProgrammeId programme) implements Answer {}

    /// The journal could not be written; it is not known whether the command will stand. Ask again with the same key.
    record Unavailable() implements Answer {}
}
