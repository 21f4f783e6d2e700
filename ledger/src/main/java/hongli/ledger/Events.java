package hongli.ledger;

import hongli.ledger.book.Book;
import hongli.ledger.journal.Entry;
import hongli.ledger.journal.Journal;
import hongli.ledger.wire.FolioReader;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// What has durably happened, by position, read from the journal itself.
public final class Events {
    private static final int PAGE = 4_000;

    private final Journal journal;
    private final Function<ProgrammeId, Optional<Book>> books;

    Events(Journal journal, Function<ProgrammeId, Optional<Book>> books) {
        this.journal = journal;
        this.books = books;
    }

    /// At most `limit` events after `position`, in order; empty where there is no such programme.
    ///
    /// @throws JournalUnavailable where the journal cannot be read
    public Optional<List<Event>> after(ProgrammeId programme, long position, int limit) {
        return books.apply(programme).map(book -> after(book, position, limit));
    }

    /// Reads on after `position` and up to `upTo`, in order and some thousands at a time, so that no
    /// more than those are held.
    ///
    /// @throws JournalUnavailable where the journal cannot be read
    public void walk(ProgrammeId programme, long position, long upTo, Consumer<List<Event>> reader) {
        long last = position;
        List<Event> events = page(programme, last, upTo);
        while (!events.isEmpty()) {
            reader.accept(events);
            last = events.getLast().position();
            events = page(programme, last, upTo);
        }
    }

    private List<Event> page(ProgrammeId programme, long position, long upTo) {
        int limit = (int) Math.min(PAGE, upTo - position);
        return limit <= 0 ? List.of() : after(programme, position, limit).orElse(List.of());
    }

    private List<Event> after(Book book, long position, int limit) {
        long left = book.durable().position() - position;
        if (left <= 0 || position < 0) {
            return List.of();
        }
        long last = position + Math.min(left, limit);
        return journal.read(book.charter().number(), position, (int) (last - position)).stream()
                .flatMap(folio -> FolioReader.entries(folio).stream())
                .filter(entry -> position < entry.position() && entry.position() <= last)
                .map(Events::event)
                .toList();
    }

    private static Event event(Entry entry) {
        return new Event(
                entry.position(),
                Instant.EPOCH.plus(entry.atMicros(), ChronoUnit.MICROS),
                new Key(entry.key()),
                entry.command(),
                entry.outcome());
    }

    /// Waits until the durable position is beyond `after`, but no longer than `timeout`; answers the durable position,
    /// or nothing where there is no such programme. Meant for virtual threads.
    public Optional<Long> awaitPosition(ProgrammeId programme, long after, Duration timeout) {
        return books.apply(programme).map(book -> book.durable().awaitBeyond(after, timeout.toMillis()));
    }
}
