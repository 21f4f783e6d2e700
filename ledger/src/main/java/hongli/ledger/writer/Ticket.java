package hongli.ledger.writer;

import hongli.ledger.book.Book;
import hongli.ledger.book.Request;
import hongli.ledger.book.Scribe;
import hongli.ledger.book.Standing;
import hongli.ledger.book.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// A run of requests of one submitter on its way through the writer, decided in one batch, and the place where the
/// submitter waits.
///
/// The verdicts are written by the writer and read by the submitter after the latch, which orders the two.
public final class Ticket {
    private final Book book;
    private final List<Request> requests;
    private final CountDownLatch latch;
    private List<Verdict> verdicts = List.of();

    /// @param latch counts down once when the ticket is settled
    public Ticket(Book book, List<Request> requests, CountDownLatch latch) {
        this.book = book;
        this.requests = requests;
        this.latch = latch;
    }

    Book book() {
        return book;
    }

    /// How many requests it carries.
    public int size() {
        return requests.size();
    }

    void decide(Standing standing, long atMicros, Scribe scribe) {
        List<Verdict> decided = new ArrayList<>(requests.size());
        for (Request request : requests) {
            decided.add(standing.decide(request, atMicros, scribe));
        }
        verdicts = decided;
    }

    /// The verdicts are durable.
    void settle() {
        latch.countDown();
    }

    /// Nothing is promised.
    void lose() {
        verdicts = List.of();
        latch.countDown();
    }

    /// What was decided, durably, one for each request; empty where nothing is promised.
    public List<Verdict> verdicts() {
        return verdicts;
    }
}
