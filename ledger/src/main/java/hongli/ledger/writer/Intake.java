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
    private int commands;
    private boolean closed;

    Intake(int capacity) {
        this.capacity = capacity;
    }

    /// Takes as many of `tickets` as there is room for, the first ones first, and answers how many; none once closed.
    int offer(List<Ticket> tickets) {
        lock.lock();
        try {
            int taken = 0;
            while (!closed
                    && taken < tickets.size()
                    && commands + tickets.get(taken).size() <= capacity) {
                Ticket ticket = tickets.get(taken++);
                queue.add(ticket);
                commands += ticket.size();
            }
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

    /// Takes what is there: no more than `most` commands, but one ticket at least.
    List<Ticket> take(int most) {
        lock.lock();
        try {
            List<Ticket> taken = new ArrayList<>();
            int count = 0;
            while (!queue.isEmpty() && (count == 0 || count + queue.element().size() <= most)) {
                Ticket ticket = queue.remove();
                taken.add(ticket);
                count += ticket.size();
            }
            commands -= count;
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

    /// How many commands wait.
    int size() {
        lock.lock();
        try {
            return commands;
        } finally {
            lock.unlock();
        }
    }
}
