package hongli.bench;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.IntFunction;

/// Many connections served by one thread, each with one request under way, for a fixed time.
final class HttpLoad {
    private final List<HttpConnection> connections = new ArrayList<>();
    private long[] waits = new long[1 << 16];
    private int answers;
    private long orders;

    private HttpLoad() {}

    /// Runs `count` connections for `seconds`; requests under way at the end are waited for and count.
    static Clients.Run run(int port, int count, double seconds, IntFunction<? extends Requests> maker)
            throws IOException {
        var load = new HttpLoad();
        try (var selector = Selector.open()) {
            for (int i = 0; i < count; i++) {
                load.connections.add(new HttpConnection(maker.apply(i), port, selector));
            }
            return load.run(selector, (long) (seconds * 1e9));
        } finally {
            for (HttpConnection connection : load.connections) {
                connection.close();
            }
        }
    }

    private Clients.Run run(Selector selector, long nanos) throws IOException {
        long start = System.nanoTime();
        for (HttpConnection connection : connections) {
            connection.send();
        }
        int underWay = connections.size();
        while (underWay > 0) {
            selector.select();
            boolean go = System.nanoTime() - start < nanos;
            for (Iterator<SelectionKey> ready = selector.selectedKeys().iterator(); ready.hasNext(); ready.remove()) {
                if (ready.next().attachment() instanceof HttpConnection connection && note(connection)) {
                    if (go) {
                        connection.send();
                    } else {
                        underWay--;
                    }
                }
            }
        }
        double took = (System.nanoTime() - start) / 1e9;
        return new Clients.Run(orders, took, Latencies.of(new long[][] {Arrays.copyOf(waits, answers)}));
    }

    /// Whether the connection has its answer.
    private boolean note(HttpConnection connection) throws IOException {
        long wait = connection.proceed();
        if (wait < 0) {
            return false;
        }
        if (answers == waits.length) {
            waits = Arrays.copyOf(waits, 2 * answers);
        }
        waits[answers++] = wait;
        orders += connection.orders();
        return true;
    }
}
