package hongli.ledger;

import hongli.economy.Holding;
import hongli.economy.Programme;
import hongli.economy.command.Command;
import hongli.economy.command.MemberId;
import hongli.economy.fact.Outcome;
import hongli.economy.terms.Terms;
import hongli.ledger.book.Book;
import hongli.ledger.book.Standing;
import hongli.ledger.journal.Charter;
import hongli.ledger.journal.Journal;
import hongli.ledger.projector.Projector;
import hongli.ledger.wire.TermsJson;
import hongli.ledger.writer.Writer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The book of all programmes: takes commands, decides them one after the other, and answers when the
/// decision is durable.
public final class Ledger implements AutoCloseable {
    private final Journal journal;
    private final LedgerSettings settings;
    private final Map<String, Book> books = new ConcurrentSkipListMap<>();
    private final Writer writer;
    private final Counter counter;
    private final Projector projector;
    private final Binder binder;
    private final Object opening = new Object();
    private final AtomicBoolean closed = new AtomicBoolean();

    /// How opening a programme went.
    public enum Opening {
        /// It is open now.
        OPENED,
        /// It was opened before with the same name and terms.
        ALREADY_OPEN,
        /// The id belongs to a programme with another name or other terms.
        TAKEN
    }

    private Ledger(Journal journal, LedgerSettings settings) {
        this.journal = journal;
        this.settings = settings;
        this.writer = new Writer(journal, settings);
        this.counter = new Counter(journal, writer);
        this.binder = new Binder(journal, books::values);
        this.projector = new Projector(journal, books::values, () -> writer.queued() > 0);
    }

    /// Brings every programme back from `journal` and begins to take commands. Closing the ledger closes
    /// the journal, and so does a start that fails.
    ///
    /// @throws JournalBroken where the journal does not hold together, naming the programme and the position
    /// @throws JournalUnavailable where it cannot be read
    public static Ledger start(Journal journal, LedgerSettings settings) {
        Ledger ledger = standing(journal, settings);
        ledger.writer.start();
        ledger.binder.start();
        if (settings.projecting()) {
            ledger.projector.start();
        }
        return ledger;
    }

    /// A ledger without threads of its own: whoever has it takes the steps of its [#writer] and
    /// [#projector].
    static Ledger standing(Journal journal, LedgerSettings settings) {
        var ledger = new Ledger(journal, settings);
        try {
            journal.flush();
            journal.programmes()
                    .forEach(charter -> ledger.books.put(charter.id().text(), Book.of(journal, charter)));
            return ledger;
        } catch (RuntimeException e) {
            journal.close();
            throw e;
        }
    }

    Writer writer() {
        return writer;
    }

    Counter counter() {
        return counter;
    }

    Projector projector() {
        return projector;
    }

    /// Opens a programme; durable when it returns.
    ///
    /// @throws JournalUnavailable where the journal cannot be written
    public Opening open(ProgrammeId id, String name, Terms terms) {
        String text = TermsJson.text(terms);
        synchronized (opening) {
            try {
                Charter there = charter(id);
                if (there == null) {
                    Charter charter = journal.open(id, name, text, nowMicros());
                    books.put(id.text(), Book.of(journal, charter));
                    return Opening.OPENED;
                }
                boolean same = there.name().equals(name) && there.terms().equals(text);
                return same ? Opening.ALREADY_OPEN : Opening.TAKEN;
            } catch (JournalUnavailable e) {
                writer.alarm();
                throw e;
            }
        }
    }

    /// The charter of a programme; one that was opened while the journal failed is found in the journal.
    private @Nullable Charter charter(ProgrammeId id) {
        Book book = books.get(id.text());
        if (book != null) {
            return book.charter();
        }
        for (Charter charter : journal.programmes()) {
            if (charter.id().equals(id)) {
                // Nobody may be told of it nor build on it before it is durable.
                journal.flush();
                books.put(id.text(), Book.of(journal, charter));
                return charter;
            }
        }
        return null;
    }

    private long nowMicros() {
        return ChronoUnit.MICROS.between(Instant.EPOCH, settings.clock().instant());
    }

    /// All programmes, by id.
    public List<ProgrammeId> programmes() {
        return books.values().stream().map(book -> book.charter().id()).toList();
    }

    /// Submits one command and waits for its answer; meant for virtual threads.
    public Answer submit(ProgrammeId programme, Submission submission) {
        return submit(programme, List.of(submission)).getFirst();
    }

    /// Submits commands in order and waits for all answers. Where the queue is full, the rest is answered
    /// busy.
    public List<Answer> submit(ProgrammeId programme, List<Submission> submissions) {
        Book book = books.get(programme.text());
        if (book == null) {
            return submissions.stream()
                    .map(_ -> (Answer) new Answer.ProgrammeUnknown(programme))
                    .toList();
        }
        return counter.answer(counter.handIn(book, submissions));
    }

    /// What would come of `command` now, without applying it; empty where there is no such programme.
    ///
    /// @throws JournalUnavailable while the programme is being rebuilt
    public Optional<Outcome> preview(ProgrammeId programme, Command command) {
        return book(programme)
                .map(book -> book.read(standing -> standing.programme().fork()).apply(command));
    }

    /// What would come of `commands` one after the other now, without applying them; empty where there is
    /// no such programme.
    ///
    /// @throws JournalUnavailable while the programme is being rebuilt
    public Optional<List<Outcome>> preview(ProgrammeId programme, List<? extends Command> commands) {
        return book(programme).map(book -> {
            Programme fork = book.read(standing -> standing.programme().fork());
            return commands.stream().map(fork::apply).toList();
        });
    }

    /// Reads a programme as it stands durably; empty where there is no such programme. `reader` must be
    /// quick: it keeps the writer of this programme waiting.
    ///
    /// @throws JournalUnavailable where what was read turns out not to stand, or the programme is being
    ///     rebuilt
    public <T> Optional<T> read(ProgrammeId programme, Function<View, T> reader) {
        return book(programme)
                .map(book -> book.read((Standing standing) -> reader.apply(new BookView(book, standing))));
    }

    /// What a member holds; empty where it has not joined, or there is no such programme.
    ///
    /// @throws JournalUnavailable as [#read] does
    public Optional<Holding> holding(ProgrammeId programme, MemberId member) {
        return read(programme, view -> Optional.ofNullable(view.holding(member)))
                .flatMap(found -> found);
    }

    /// Every law that can be seen in a programme as it stands; empty where there is no such programme. The writer waits
    /// no longer for it than for a preview.
    ///
    /// @throws JournalUnavailable while the programme is being rebuilt
    public Optional<LawsSeen> laws(ProgrammeId programme) {
        return book(programme)
                .map(book -> book.read(standing ->
                        new Forked(standing.position(), standing.programme().fork())))
                .map(forked ->
                        new LawsSeen(forked.position(), forked.programme().laws()));
    }

    private record Forked(long position, Programme programme) {}

    public Statements statements() {
        return new Statements(journal.models(), this::book);
    }

    public Prices prices() {
        return new Prices(journal.models(), this::book);
    }

    public Events events() {
        return new Events(journal, this::book);
    }

    /// Waits until the read models tell all that is durable now, but no longer than `timeout`; whether they
    /// do.
    public boolean awaitReadModels(Duration timeout) {
        return projector.awaitAll(timeout);
    }

    /// What the ledger has done since it started, in numbers.
    public LedgerFigures figures() {
        var tally = writer.tally();
        return new LedgerFigures(
                writer.queued(),
                tally.batches(),
                tally.commands(),
                tally.decisions(),
                tally.busy(),
                tally.failures(),
                projector.lag(),
                !writer.isStopped() && !writer.isClosed());
    }

    /// Whether the ledger has stopped because another server has taken the journal.
    public boolean isTaken() {
        return writer.isTaken();
    }

    Optional<Book> book(ProgrammeId programme) {
        return Optional.ofNullable(books.get(programme.text()));
    }

    /// Takes no more commands, finishes those that were taken, and lets go of the journal.
    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        writer.close(books.values());
        projector.close();
        binder.close();
        journal.close();
    }
}
