package hongli.ledger.writer;

import hongli.ledger.LedgerSettings;
import hongli.ledger.book.Book;
import hongli.ledger.journal.Journal;
import java.util.Collection;
import java.util.List;

/// The one that decides: commands wait in its queue, are decided one after the other and committed in batches, and only
/// when a flush that began after the commit has returned are the batch's submitters answered.
///
/// It works in three shifts: writing, flushing, and keeping snapshots. [#start] gives each a thread.
public final class Writer {
    private final Intake intake;
    private final int longestTicket;
    private final Runway runway = new Runway();
    private final Snapshotter snapshotter;
    private final Decider decider;
    private final Flusher flusher;
    private final Crew crew = new Crew(this);

    public Writer(Journal journal, LedgerSettings settings) {
        this.intake = new Intake(settings.queueCapacity());
        this.longestTicket = Math.min(settings.queueCapacity(), settings.maxBatch());
        this.snapshotter = new Snapshotter(journal);
        this.decider = new Decider(journal, settings, intake, runway, snapshotter);
        this.flusher = new Flusher(journal, runway, intake);
    }

    public void start() {
        crew.start();
    }

    /// Decides, commits, and takes a failed journal in hand again.
    public Shift writing() {
        return decider;
    }

    /// Makes batches durable and answers them.
    public Shift flushing() {
        return flusher;
    }

    /// Keeps snapshots.
    public Shift keeping() {
        return snapshotter;
    }

    public Tally tally() {
        return decider.tally();
    }

    /// How many commands wait in the queue.
    public int queued() {
        return intake.size();
    }

    /// Whether the writer takes no more commands.
    public boolean isClosed() {
        return intake.isClosed();
    }

    /// Whether the writer has stopped because it could not go on.
    public boolean isStopped() {
        return decider.isStopped();
    }

    /// Whether it has stopped because another server has taken the journal.
    public boolean isTaken() {
        return decider.isTaken();
    }

    /// The most commands that a ticket may carry.
    public int longestTicket() {
        return longestTicket;
    }

    /// Takes as many tickets as there is room for, the first ones first; answers how many.
    public int submit(List<Ticket> tickets) {
        int taken = intake.offer(tickets);
        tickets.subList(taken, tickets.size()).forEach(refused -> tally().refuse(refused.size()));
        return taken;
    }

    /// Somebody else found that the journal does not answer: take it in hand again.
    public void alarm() {
        decider.alarm();
    }

    /// Finishes what was taken, keeps a snapshot of each of `books` that has gone on since its last, and ends.
    public void close(Collection<Book> books) {
        intake.close();
        crew.awaitWriting();
        if (!isStopped()) {
            books.stream().filter(Book::isBeyondSnapshot).forEach(snapshotter::take);
        }
        snapshotter.close();
        crew.awaitKeeping();
    }

    /// Nothing more will be written: the flusher ends when nothing waits for it.
    void ground() {
        runway.close();
    }

    /// Nothing more will be written nor flushed: nobody shall wait for it.
    void abandon() {
        runway.clear().forEach(Flight::lose);
        intake.take(Integer.MAX_VALUE).forEach(Ticket::lose);
    }
}
