package hongli.ledger.heart;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/// Runs of one seed after the other, on as many threads as are wanted, up to the first that fails.
final class Campaign {
    /// A seed whose run fails.
    record Failure(long seed, Run run) {}

    private final Cast cast;
    private final long from;
    private final long seeds;
    private final long endNanos;
    private final AtomicLong next;
    private final LongAdder done = new LongAdder();
    private final LongAdder commands = new LongAdder();
    private final AtomicReference<@Nullable Failure> failure = new AtomicReference<>();
    private final long beganNanos = System.nanoTime();

    /// @param seeds how many seeds at most
    /// @param seconds how long at most
    Campaign(Cast cast, long from, long seeds, long seconds) {
        this.cast = cast;
        this.from = from;
        this.seeds = seeds;
        this.next = new AtomicLong(from);
        this.endNanos = seconds >= Long.MAX_VALUE / 1_000_000_000 ? Long.MAX_VALUE : seconds * 1_000_000_000;
    }

    /// Runs on `threads` threads and waits for their end.
    void run(int threads) {
        List<Thread> workers = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            workers.add(Thread.ofPlatform().name("seeds " + i).start(this::work));
        }
        try {
            for (Thread worker : workers) {
                worker.join();
            }
        } catch (InterruptedException e) {
            next.set(Long.MAX_VALUE);
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        for (long seed = next.getAndIncrement(); isWanted(seed); seed = next.getAndIncrement()) {
            Run run = Run.of(seed, cast);
            if (run.failure() != null) {
                failure.compareAndSet(null, new Failure(seed, run));
            }
            done.increment();
            commands.add(run.commands());
        }
    }

    private boolean isWanted(long seed) {
        return seed - from < seeds && failure.get() == null && System.nanoTime() - beganNanos < endNanos;
    }

    /// The first failure that was found, or null.
    @Nullable
    Failure failure() {
        return failure.get();
    }

    long seeds() {
        return done.sum();
    }

    long commands() {
        return commands.sum();
    }

    /// What was done so far, in one line.
    @Override
    public String toString() {
        double seconds = Math.max(1, System.nanoTime() - beganNanos) / 1e9;
        return "%,d seeds (%,.0f/s), %,d commands (%,.0f/s), %,.0f s"
                .formatted(seeds(), seeds() / seconds, commands(), commands() / seconds, seconds);
    }
}
