package hongli.ledger;

import hongli.economy.terms.Terms;
import hongli.ledger.book.Sight;
import hongli.ledger.book.Standing;
import hongli.ledger.journal.Journal;
import hongli.ledger.writer.Shift;
import hongli.ledger.writer.Ticket;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A ledger without threads: whoever has it decides when each of its shifts takes a step.
public final class SteppedLedger {
    private final Ledger ledger;

    private SteppedLedger(Ledger ledger) {
        this.ledger = ledger;
    }

    public static SteppedLedger start(Journal journal, LedgerSettings settings) {
        return new SteppedLedger(Ledger.standing(journal, settings));
    }

    /// Submissions that were handed in together.
    public final class Errand {
        private final Visit visit;

        private Errand(Visit visit) {
            this.visit = visit;
        }

        /// How many of them were taken in.
        public int taken() {
            return visit.taken().stream().mapToInt(Ticket::size).sum();
        }

        public boolean isOver() {
            return visit.isOver();
        }

        /// All answers; only when it is over.
        public List<Answer> answers() {
            return ledger.counter().answer(visit);
        }
    }

    public Shift writing() {
        return ledger.writer().writing();
    }

    public Shift flushing() {
        return ledger.writer().flushing();
    }

    public Shift keeping() {
        return ledger.writer().keeping();
    }

    /// Brings the read models up to what is durable.
    public void tell() {
        ledger.projector().catchUp();
    }

    /// How many commands wait in the queue.
    public int queued() {
        return ledger.writer().queued();
    }

    public Ledger.Opening open(ProgrammeId id, String name, Terms terms) {
        return ledger.open(id, name, terms);
    }

    public boolean knows(ProgrammeId id) {
        return ledger.book(id).isPresent();
    }

    public Optional<Errand> handIn(ProgrammeId id, List<Submission> submissions) {
        return ledger.book(id).map(book -> new Errand(ledger.counter().handIn(book, submissions)));
    }

    public <T> Optional<Sight<T>> look(ProgrammeId id, Function<View, T> reader) {
        return ledger.book(id).map(book -> book.look((Standing at) -> reader.apply(new BookView(book, at))));
    }

    public Statements statements() {
        return ledger.statements();
    }

    public Prices prices() {
        return ledger.prices();
    }

    public Events events() {
        return ledger.events();
    }

    /// Takes no more commands and takes the last snapshots; whoever has it lets the shift that keeps them finish.
    public void close() {
        ledger.close();
    }
}
