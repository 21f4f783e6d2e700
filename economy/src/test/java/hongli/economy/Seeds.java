package hongli.economy;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

/// Runs a test with many seeds on all cores; a failure names its seed.
///
/// `-Dhongli.seeds=N` runs so many instead, `-Dhongli.from=S` begins with that seed.
public final class Seeds {
    /// What is tried with each seed.
    @FunctionalInterface
    public interface Trial {
        void run(RandomGenerator random) throws Exception;
    }

    private Seeds() {}

    /// Tries `trial` with the seeds 1 to `count`, or with those that the system properties ask for.
    public static void each(int count, Trial trial) {
        long from = Long.getLong("hongli.from", 1);
        long seeds = Long.getLong("hongli.seeds", count);
        AtomicLong next = new AtomicLong(from);
        int cores = Runtime.getRuntime().availableProcessors();
        long start = System.nanoTime();
        try (ExecutorService workers = Executors.newFixedThreadPool(cores)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < cores; i++) {
                running.add(workers.submit(() -> work(next, from, seeds, trial)));
            }
            for (Future<?> worker : running) {
                await(worker, next, from + seeds);
            }
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        System.out.println(name(trial) + ": " + seeds + " seeds in " + millis + " ms");
    }

    private static void await(Future<?> worker, AtomicLong next, long end) {
        try {
            worker.get();
        } catch (ExecutionException e) {
            next.set(end);
            throw e.getCause() instanceof AssertionError error ? error : new AssertionError(e.getCause());
        } catch (InterruptedException e) {
            next.set(end);
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static void work(AtomicLong next, long from, long seeds, Trial trial) {
        for (long seed = next.getAndIncrement(); seed < from + seeds; seed = next.getAndIncrement()) {
            try {
                trial.run(new SplittableRandom(seed));
            } catch (Exception | AssertionError e) {
                next.set(from + seeds);
                throw new AssertionError("seed " + seed + " fails (-Dhongli.from=" + seed + " -Dhongli.seeds=1)", e);
            }
            if ((seed - from + 1) % 500 == 0) {
                System.out.println(name(trial) + ": " + (seed - from + 1) + " of " + seeds + " seeds");
            }
        }
    }

    private static String name(Trial trial) {
        String name = trial.getClass().getSimpleName();
        int end = name.indexOf("$$");
        return end < 0 ? name : name.substring(0, end);
    }
}
