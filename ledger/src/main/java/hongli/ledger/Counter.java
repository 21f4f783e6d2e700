package hongli.ledger;

import hongli.ledger.book.Book;
import hongli.ledger.book.Clerk;
import hongli.ledger.book.Verdict;
import hongli.ledger.journal.Entry;
import hongli.ledger.journal.Journal;
import hongli.ledger.wire.FolioReader;
import hongli.ledger.writer.Ticket;
import hongli.ledger.writer.Writer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Where submitters hand in their commands and wait: what a command needs is prepared in the submitter's thread, and
/// so are the answers.
final class Counter {
    private final Journal journal;
    private final Writer writer;

    Counter(Journal journal, Writer writer) {
        this.journal = journal;
        this.writer = writer;
    }

    /// Hands in as many of `submissions` as there is room for, the first ones first.
    Visit handIn(Book book, List<Submission> submissions) {
        var latch = new CountDownLatch(submissions.size());
        var clerk = new Clerk();
        List<Ticket> tickets = submissions.stream()
                .map(submission -> new Ticket(book, clerk.request(submission), latch))
                .toList();
        int taken = writer.submit(tickets);
        Answer notTaken = writer.isClosed() ? new Answer.Unavailable() : new Answer.Busy();
        for (int left = submissions.size() - taken; left > 0; left--) {
            latch.countDown();
        }
        return new Visit(book, submissions, tickets.subList(0, taken), notTaken, latch);
    }

    /// Waits until `visit` is over and answers it.
    List<Answer> answer(Visit visit) {
        List<Answer> answers = new ArrayList<>(visit.submissions().size());
        if (visit.await()) {
            answers.addAll(answers(visit.book(), visit.submissions(), visit.taken()));
        } else {
            visit.taken().forEach(_ -> answers.add(new Answer.Unavailable()));
        }
        while (answers.size() < visit.submissions().size()) {
            answers.add(visit.notTaken());
        }
        return answers;
    }

    private List<Answer> answers(Book book, List<Submission> submissions, List<Ticket> tickets) {
        Map<Long, Entry> earlier = earlier(book, tickets);
        List<Answer> answers = new ArrayList<>(tickets.size());
        for (int i = 0; i < tickets.size(); i++) {
            Key key = submissions.get(i).key();
            answers.add(
                    switch (tickets.get(i).verdict()) {
                        case null -> new Answer.Unavailable();
                        case Verdict.Decided(long position, long atMicros, var outcome) ->
                            new Answer.Decided(position, time(atMicros), outcome, false);
                        case Verdict.Seen(long position) -> repeated(earlier.get(position));
                        case Verdict.Reused(long position) -> new Answer.KeyReused(key, position);
                    });
        }
        return answers;
    }

    /// The entries that were decided at an earlier submission, read back from the journal.
    private Map<Long, Entry> earlier(Book book, List<Ticket> tickets) {
        List<Long> positions = tickets.stream()
                .filter(ticket -> ticket.verdict() instanceof Verdict.Seen)
                .map(ticket -> ticket.verdict() instanceof Verdict.Seen(long position) ? position : 0L)
                .distinct()
                .toList();
        if (positions.isEmpty()) {
            return Map.of();
        }
        try {
            return journal.pick(book.charter().number(), positions).stream()
                    .flatMap(folio -> FolioReader.entries(folio).stream())
                    .collect(Collectors.toMap(Entry::position, Function.identity()));
        } catch (JournalUnavailable _) {
            return Map.of();
        }
    }

    private static Answer repeated(@Nullable Entry entry) {
        return entry == null
                ? new Answer.Unavailable()
                : new Answer.Decided(entry.position(), time(entry.atMicros()), entry.outcome(), true);
    }

    private static Instant time(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
