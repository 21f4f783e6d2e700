package hongli.ledger.writer;

import java.util.concurrent.atomic.LongAdder;

/// Counts what the writer has done since it started.
public final class Tally {
    private final LongAdder batches = new LongAdder();
    private final LongAdder commands = new LongAdder();
    private final LongAdder decisions = new LongAdder();
    private final LongAdder refusedAtTheDoor = new LongAdder();
    private final LongAdder failures = new LongAdder();

    void count(int taken, int decided) {
        batches.increment();
        commands.add(taken);
        decisions.add(decided);
    }

    void refuse(int count) {
        refusedAtTheDoor.add(count);
    }

    void fail() {
        failures.increment();
    }

    /// Batches committed.
    public long batches() {
        return batches.sum();
    }

    /// Commands taken from the queue, repeated ones among them.
    public long commands() {
        return commands.sum();
    }

    /// Commands decided and journalled.
    public long decisions() {
        return decisions.sum();
    }

    /// Commands that found the queue full.
    public long busy() {
        return refusedAtTheDoor.sum();
    }

    /// Failures of the journal.
    public long failures() {
        return failures.sum();
    }
}
