package hongli.web.api;

import hongli.ledger.JournalUnavailable;
import hongli.web.problem.Problem;
import hongli.web.problem.Trouble;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// The streams of events that are open now: not too many, and all ended when the server stops.
public final class Streams implements AutoCloseable {
    private static final int MOST = 500;

    private final Set<Stream> open = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    /// One open stream, on the thread that opened it.
    final class Stream implements AutoCloseable {
        private final Thread thread = Thread.currentThread();
        private boolean waiting;

        boolean isOpen() {
            return !closed && !thread.isInterrupted();
        }

        /// What `waiter` waits for, which ends where the server stops; nothing where it has stopped. Only who waits is
        /// interrupted: whoever writes would lose the connection, and the stream its end.
        <T> Optional<T> await(Supplier<T> waiter) {
            if (!begins()) {
                return Optional.empty();
            }
            try {
                return Optional.of(waiter.get());
            } catch (JournalUnavailable e) {
                if (closed) {
                    return Optional.empty();
                }
                throw e;
            } finally {
                ends();
            }
        }

        private synchronized boolean begins() {
            waiting = !closed;
            return waiting;
        }

        private synchronized void ends() {
            waiting = false;
            if (closed) {
                var _ = Thread.interrupted();
            }
        }

        private synchronized void wake() {
            if (waiting) {
                thread.interrupt();
            }
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
        open.forEach(Stream::wake);
    }
}
