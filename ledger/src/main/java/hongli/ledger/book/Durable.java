package hongli.ledger.book;

import hongli.ledger.JournalUnavailable;

/// How far a programme's journal is durable, and whether what its memory holds beyond that still stands.
///
/// A failure of the journal starts a new generation: what was read from memory in an old one was never promised.
public final class Durable {
    private long position;
    private long generation;
    private boolean broken;

    Durable(long position) {
        this.position = position;
    }

    public synchronized long position() {
        return position;
    }

    /// The generation, for a later [#await].
    ///
    /// @throws JournalUnavailable while the programme is being rebuilt
    synchronized long generation() {
        requireWhole();
        return generation;
    }

    public synchronized void advance(long reached) {
        position = Math.max(position, reached);
        notifyAll();
    }

    /// What is beyond the durable position does not stand.
    public synchronized void lose() {
        broken = true;
        generation++;
        notifyAll();
    }

    synchronized void restore(long reached) {
        position = reached;
        broken = false;
        notifyAll();
    }

    /// Whether it is certain that `wanted`, read from memory in `read`'s generation, is durable or never will be.
    synchronized boolean isSettled(long wanted, long read) {
        return position >= wanted || generation != read;
    }

    /// Waits until that is certain.
    synchronized void await(long wanted, long read) {
        while (!isSettled(wanted, read)) {
            pause(0);
        }
    }

    /// @throws JournalUnavailable where it is not durable
    synchronized void require(long wanted, long read) {
        if (position < wanted || generation != read) {
            throw new JournalUnavailable("state must have become durable: position=" + wanted);
        }
    }

    /// Waits until the durable position is beyond `after`, for at most `millis`; answers the durable position.
    public synchronized long awaitBeyond(long after, long millis) {
        long end = System.nanoTime() + millis * 1_000_000;
        long left = millis;
        while (position <= after && left > 0) {
            pause(left);
            left = (end - System.nanoTime()) / 1_000_000;
        }
        return position;
    }

    private void requireWhole() {
        if (broken) {
            throw new JournalUnavailable("programme must be rebuilt from its journal first");
        }
    }

    @SuppressWarnings("WaitNotInLoop") // Both callers loop.
    private void pause(long millis) {
        try {
            wait(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JournalUnavailable("thread was stopped while it waited for the journal", e);
        }
    }
}
