package hongli.ledger.writer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// The batches that are committed and wait for the disk, between the writer and the flusher.
final class Runway {
    private static final int LONGEST = 64;

    private final Deque<Flight> waiting = new ArrayDeque<>();
    private final List<Flight> failed = new ArrayList<>();
    private boolean airborne;
    private boolean shut;
    private boolean closed;

    /// Waits until there is room for a batch, or the runway is shut.
    synchronized void awaitRoom() {
        while (waiting.size() >= LONGEST && !shut) {
            pause();
        }
    }

    synchronized boolean hasRoom() {
        return waiting.size() < LONGEST;
    }

    /// Adds a batch; false where the runway is shut and the batch was not taken.
    synchronized boolean add(Flight flight) {
        if (!shut) {
            waiting.add(flight);
            notifyAll();
        }
        return !shut;
    }

    /// For the flusher: waits until a batch may depart; false when the runway is closed and none will ever again.
    synchronized boolean awaitDeparture() {
        while ((waiting.isEmpty() || shut) && !closed) {
            pause();
        }
        return !waiting.isEmpty() && !shut;
    }

    /// For the flusher: all that may depart.
    synchronized List<Flight> depart() {
        List<Flight> departing = shut ? List.of() : List.copyOf(waiting);
        if (!shut) {
            waiting.clear();
        }
        airborne = !departing.isEmpty();
        notifyAll();
        return departing;
    }

    /// For the flusher: what departed is durable.
    synchronized void landed() {
        airborne = false;
        notifyAll();
    }

    /// For the flusher: what departed may be lost; the runway is shut.
    synchronized void crashed(List<Flight> flights) {
        airborne = false;
        shut = true;
        failed.addAll(flights);
        notifyAll();
    }

    synchronized boolean isShut() {
        return shut;
    }

    /// Shuts the runway and takes what waits on it or has crashed.
    synchronized List<Flight> clear() {
        shut = true;
        List<Flight> cleared = new ArrayList<>(failed);
        cleared.addAll(waiting);
        failed.clear();
        waiting.clear();
        notifyAll();
        return cleared;
    }

    /// Whether nothing is in the air.
    synchronized boolean isCalm() {
        return !airborne;
    }

    /// Waits until nothing is in the air.
    synchronized void awaitCalm() {
        while (airborne) {
            pause();
        }
    }

    synchronized void open() {
        shut = false;
        notifyAll();
    }

    /// The flusher ends when nothing waits.
    synchronized void close() {
        closed = true;
        notifyAll();
    }

    @SuppressWarnings("WaitNotInLoop") // All callers loop.
    private void pause() {
        try {
            wait();
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody must interrupt the writer or the flusher", e);
        }
    }
}
