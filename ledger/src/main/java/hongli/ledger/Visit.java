package hongli.ledger;

import hongli.ledger.book.Book;
import hongli.ledger.writer.Ticket;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/// Submissions that were handed in together and wait for their answers.
///
/// @param taken the tickets that the writer has taken: those of the first submissions
/// @param notTaken what the other submissions are answered
/// @param latch is open when every ticket is settled
record Visit(Book book, List<Submission> submissions, List<Ticket> taken, Answer notTaken, CountDownLatch latch) {
    /// Whether all answers are there.
    boolean isOver() {
        return latch.getCount() == 0;
    }

    /// Waits for the answers; false where the thread is stopped before.
    boolean await() {
        try {
            latch.await();
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
