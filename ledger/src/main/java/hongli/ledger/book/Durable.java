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

    /// Waits until `wanted`, read from memory in `read`'s generation, is durable.
    ///
    /// @throws JournalUnavailable where it never will be
    synchronized void await(long wanted, long read) {
        while (position < wanted || generation != read) {
            if (generation != read) {
                throw new JournalUnavailable("state must have become durable: position=" + wanted);
            }
            pause(0);
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
