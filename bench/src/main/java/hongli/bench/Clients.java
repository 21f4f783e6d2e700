package hongli.bench;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// Many clients at once, each sending its next piece of work when the one before was answered, for a fixed time.
final class Clients {
    private static final int ROOM = 1 << 12;

    /// One client: does one piece of work and says how many orders were in it.
    interface Client {
        int send() throws Exception;
    }

    /// Makes the client with this number.
    interface Maker {
        Client client(int number) throws Exception;
    }

    /// What came of a run.
    ///
    /// @param orders acknowledged orders
    /// @param seconds how long it took
    /// @param latencies from sending to answer, one entry a piece of work
    record Run(long orders, double seconds, Latencies latencies) {
        double perSecond() {
            return orders / seconds;
        }
    }

    private Clients() {}

    /// Runs `count` clients on virtual threads for `seconds`.
    static Run run(int count, double seconds, Maker maker) throws Exception {
        var over = new CountDownLatch(1);
        return run(count, maker, _ -> {}, () -> over.await((long) (seconds * 1000), TimeUnit.MILLISECONDS));
    }

    /// Runs them until `orders` orders have been acknowledged.
    static Run runFor(int count, long orders, Maker maker) throws Exception {
        var over = new CountDownLatch(1);
        return run(
                count,
                maker,
                acknowledged -> {
                    if (acknowledged >= orders) {
                        over.countDown();
                    }
                },
                over::await);
    }

    /// Something that is waited for.
    private interface End {
        void await() throws InterruptedException;
    }

    private static Run run(int count, Maker maker, LongConsumer progress, End end) throws Exception {
        Client[] clients = new Client[count];
        for (int i = 0; i < count; i++) {
            clients[i] = maker.client(i);
        }
        long[][] waits = new long[count][];
        AtomicLong orders = new AtomicLong();
        AtomicBoolean go = new AtomicBoolean(true);
        @Nullable Throwable[] failure = new @Nullable Throwable[1];
        CountDownLatch done = new CountDownLatch(count);
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            int number = i;
            Thread.ofVirtual().start(() -> {
                try {
                    waits[number] = loop(clients[number], go, orders, progress);
                } catch (Throwable e) {
                    waits[number] = new long[0];
                    failure[0] = e;
                } finally {
                    done.countDown();
                }
            });
        }
        end.await();
        go.set(false);
        done.await();
        double took = (System.nanoTime() - start) / 1e9;
        if (failure[0] != null) {
            throw new IllegalStateException("a client failed", failure[0]);
        }
        return new Run(orders.get(), took, Latencies.of(waits));
    }

    private static long[] loop(Client client, AtomicBoolean go, AtomicLong orders, LongConsumer progress)
            throws Exception {
        long[] waits = new long[ROOM];
        int count = 0;
        while (go.get()) {
            long sent = System.nanoTime();
            int acknowledged = client.send();
            progress.accept(orders.addAndGet(acknowledged));
            if (count == waits.length) {
                waits = Arrays.copyOf(waits, count * 2);
            }
            waits[count++] = System.nanoTime() - sent;
        }
        return Arrays.copyOf(waits, count);
    }
}
