package hongli.ledger.writer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// The bounded queue before the writer.
final class Intake {
    private final int capacity;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Queue<Ticket> queue = new ArrayDeque<>();
    private boolean closed;

    Intake(int capacity) {
        this.capacity = capacity;
    }

    /// Takes as many of `tickets` as there is room for, the first ones first, and answers how many; none once closed.
    int offer(List<Ticket> tickets) {
        lock.lock();
        try {
            int taken = closed ? 0 : Math.min(tickets.size(), capacity - queue.size());
            queue.addAll(tickets.subList(0, taken));
            if (taken > 0) {
                arrived.signal();
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /// Waits a while where there is nothing.
    @SuppressWarnings("WaitNotInLoop") // Waking up for nothing does no harm.
    void await(long waitMillis) {
        lock.lock();
        try {
            if (queue.isEmpty() && !closed) {
                var _ = arrived.await(waitMillis, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody must interrupt the writer", e);
        } finally {
            lock.unlock();
        }
    }

    /// Takes what is there, `most` at most.
    List<Ticket> take(int most) {
        lock.lock();
        try {
            int count = Math.min(most, queue.size());
            List<Ticket> taken = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                taken.add(queue.remove());
            }
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /// Lets the writer look around at once.
    void nudge() {
        lock.lock();
        try {
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    /// Nothing more is taken in.
    void close() {
        lock.lock();
        try {
            closed = true;
            arrived.signal();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    int size() {
        lock.lock();
        try {
            return queue.size();
        } finally {
            lock.unlock();
        }
    }
}
