package hongli.ledger.writer;

/// The threads in which the writer's shifts take their steps.
final class Crew {
    private final Writer writer;
    private final Thread writing = Thread.ofPlatform().name("ledger writer").unstarted(this::write);
    private final Thread flushing;
    private final Thread keeping;

    Crew(Writer writer) {
        this.writer = writer;
        this.flushing = Thread.ofPlatform().name("ledger flusher").unstarted(() -> work(writer.flushing()));
        this.keeping = Thread.ofPlatform().name("ledger snapshots").unstarted(() -> work(writer.keeping()));
    }

    void start() {
        writing.start();
        flushing.start();
        keeping.start();
    }

    private void write() {
        work(writer.writing());
        writer.ground();
        join(flushing);
        writer.abandon();
    }

    private static void work(Shift shift) {
        while (shift.await()) {
            shift.step();
        }
    }

    /// Waits until everything that was taken is answered.
    void awaitWriting() {
        join(writing);
        join(flushing);
    }

    /// Waits until every snapshot that was taken is kept.
    void awaitKeeping() {
        join(keeping);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
