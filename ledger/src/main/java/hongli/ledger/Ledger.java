package hongli.ledger;

import hongli.economy.command.Command;
import hongli.economy.fact.Outcome;
import hongli.economy.terms.Terms;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// The book of all programmes: takes commands, decides them one after the other, and answers when the decision is
/// durable.
@SuppressWarnings("DoNotCallSuggester")
public final class Ledger implements AutoCloseable {
    private Ledger() {}

    /// How opening a programme went.
    public enum Opening {
        /// It is open now.
        OPENED,
        /// It was opened before with the same name and terms.
        ALREADY_OPEN,
        /// The id belongs to a programme with another name or other terms.
        TAKEN
    }

    /// Opens a programme; durable when it returns.
    ///
    /// @throws JournalUnavailable where the journal cannot be written
    public Opening open(ProgrammeId id, String name, Terms terms) {
        throw new UnsupportedOperationException();
    }

    /// All programmes, by id.
    public List<ProgrammeId> programmes() {
        throw new UnsupportedOperationException();
    }

    /// Submits one command and waits for its answer; meant for virtual threads.
    public Answer submit(ProgrammeId programme, Submission submission) {
        throw new UnsupportedOperationException();
    }

    /// Submits commands in order and waits for all answers. Where the queue is full, the rest is answered busy.
    public List<Answer> submit(ProgrammeId programme, List<Submission> submissions) {
        throw new UnsupportedOperationException();
    }

    /// What would come of `command` now, without applying it; empty where there is no such programme.
    public Optional<Outcome> preview(ProgrammeId programme, Command command) {
        throw new UnsupportedOperationException();
    }

    /// Reads a programme as it stands durably; empty where there is no such programme. `reader` must be quick: it keeps
    /// the writer of this programme waiting.
    public <T> Optional<T> read(ProgrammeId programme, Function<View, T> reader) {
        throw new UnsupportedOperationException();
    }

    /// Takes no more commands, finishes those that were taken, and lets go of the journal.
    @Override
    public void close() {
        throw new UnsupportedOperationException();
    }
}
