package hongli.ledger.writer;

import hongli.ledger.book.Book;
import hongli.ledger.book.Request;
import hongli.ledger.book.Verdict;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// A request on its way through the writer, and the place where its submitter waits.
///
/// The verdict is written by the writer and read by the submitter after the latch, which orders the two.
public final class Ticket {
    private final Book book;
    private final Request request;
    private final CountDownLatch latch;
    private @Nullable Verdict verdict;
    private boolean lost;

    /// @param latch counts down once when the ticket is settled
    public Ticket(Book book, Request request, CountDownLatch latch) {
        this.book = book;
        this.request = request;
        this.latch = latch;
    }

    Book book() {
        return book;
    }

    Request request() {
        return request;
    }

    void note(Verdict decided) {
        verdict = decided;
    }

    /// The verdict is durable.
    void settle() {
        latch.countDown();
    }

    /// Nothing is promised.
    void lose() {
        lost = true;
        latch.countDown();
    }

    /// What was decided, durably; null where nothing is promised.
    public @Nullable Verdict verdict() {
        return lost ? null : verdict;
    }
}
