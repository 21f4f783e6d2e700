package hongli.app.console;

/// Hears how far a long piece of work is.
@FunctionalInterface
public interface Pace {
    /// So many are done, which is so much of the whole.
    ///
    /// @param done how many are done
    /// @param part which part of the whole that is, from 0 to 1
    void report(long done, double part);
}
