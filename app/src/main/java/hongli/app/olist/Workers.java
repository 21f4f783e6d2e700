package hongli.app.olist;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/// Some threads that share a piece of work, and are waited for.
final class Workers implements AutoCloseable {
    private final int count;
    private final ExecutorService threads;

    Workers(int count) {
        this.count = count;
        this.threads = Executors.newFixedThreadPool(count);
    }

    int count() {
        return count;
    }

    /// Does it once for each of `all`, whoever is free.
    <T> void each(List<T> all, Consumer<T> deed) {
        var next = new AtomicInteger();
        together(_ -> {
            for (int i = next.getAndIncrement(); i < all.size(); i = next.getAndIncrement()) {
                deed.accept(all.get(i));
            }
        });
    }

    /// Has every worker do it, with its own number from 0; the first fault of any is thrown.
    void together(IntConsumer deed) {
        List<Callable<Boolean>> shares = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            shares.add(() -> {
                deed.accept(number);
                return true;
            });
        }
        try {
            for (Future<Boolean> share : threads.invokeAll(shares)) {
                share.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("work must not be interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("a worker must finish: found=" + e.getCause(), e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
