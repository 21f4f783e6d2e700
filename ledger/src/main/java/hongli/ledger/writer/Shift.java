package hongli.ledger.writer;

/// One of the writer's kinds of work, in steps: a thread of its own takes one after the other, and a trial may mix the
/// steps of all kinds in one thread.
public interface Shift {
    /// Waits until a step may be worth taking; false when none ever will be again.
    boolean await();

    /// Takes one step: what can be done now without waiting for any other shift, or nothing.
    void step();
}
