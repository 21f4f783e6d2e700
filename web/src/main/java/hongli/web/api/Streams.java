package hongli.web.api;

import hongli.web.problem.Problem;
import hongli.web.problem.Trouble;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The streams of events that are open now: not too many, and all ended when the server stops.
public final class Streams implements AutoCloseable {
    private static final int MOST = 500;

    private final Set<Stream> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /// One open stream, on the thread that opened it.
    final class Stream implements AutoCloseable {
        private final Thread thread = Thread.currentThread();

        boolean isOpen() {
            return !closed && !thread.isInterrupted();
        }

        @Override
        public void close() {
            open.remove(this);
        }
    }

    Stream open() {
        if (closed || open.size() >= MOST) {
            throw Problem.of(Trouble.TOO_MANY_STREAMS, Map.of("limit", MOST)).rejection();
        }
        var stream = new Stream();
        open.add(stream);
        return stream;
    }

    /// How many are open.
    public int count() {
        return open.size();
    }

    @Override
    public void close() {
        closed = true;
        open.forEach(stream -> stream.thread.interrupt());
    }
}
