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
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
        int most = writer.longestTicket();
        var latch = new CountDownLatch(Math.ceilDiv(submissions.size(), most));
        var clerk = new Clerk();
        List<Ticket> tickets = new ArrayList<>();
        for (int from = 0; from < submissions.size(); from += most) {
            int to = Math.min(from + most, submissions.size());
            tickets.add(new Ticket(book, clerk.requests(submissions.subList(from, to)), latch));
        }
        int taken = writer.submit(tickets);
        Answer notTaken = writer.isClosed() ? new Answer.Unavailable() : new Answer.Busy();
        for (int left = tickets.size() - taken; left > 0; left--) {
            latch.countDown();
        }
        return new Visit(book, submissions, tickets.subList(0, taken), notTaken, latch);
    }

    /// Waits until `visit` is over and answers it.
    List<Answer> answer(Visit visit) {
        boolean over = visit.await();
        List<Answer> answers = new ArrayList<>(visit.submissions().size());
        for (Ticket ticket : visit.taken()) {
            List<Verdict> verdicts = over ? ticket.verdicts() : List.of();
            if (verdicts.isEmpty()) {
                answers.addAll(Collections.nCopies(ticket.size(), new Answer.Unavailable()));
            } else {
                addAnswers(visit, verdicts, answers);
            }
        }
        while (answers.size() < visit.submissions().size()) {
            answers.add(visit.notTaken());
        }
        return answers;
    }

    private void addAnswers(Visit visit, List<Verdict> verdicts, List<Answer> answers) {
        Map<Long, Entry> earlier = earlier(visit.book(), verdicts);
        for (Verdict verdict : verdicts) {
            answers.add(
                    switch (verdict) {
                        case Verdict.Decided(long position, long atMicros, var outcome) ->
                            new Answer.Decided(position, time(atMicros), outcome, false);
                        case Verdict.Seen(long position) -> repeated(earlier.get(position));
                        case Verdict.Reused(long position) ->
                            new Answer.KeyReused(
                                    visit.submissions().get(answers.size()).key(), position);
                    });
        }
    }

    /// The entries that were decided at an earlier submission, read back from the journal.
    private Map<Long, Entry> earlier(Book book, List<Verdict> verdicts) {
        Set<Long> positions = new HashSet<>();
        for (Verdict verdict : verdicts) {
            if (verdict instanceof Verdict.Seen(long position)) {
                positions.add(position);
            }
        }
        if (positions.isEmpty()) {
            return Map.of();
        }
        try {
            return journal.pick(book.charter().number(), List.copyOf(positions)).stream()
                    .flatMap(folio -> FolioReader.entries(folio).stream())
                    .filter(entry -> positions.contains(entry.position()))
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
