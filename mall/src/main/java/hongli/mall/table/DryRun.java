package hongli.mall.table;

import java.util.function.Function;

/// Work that may only be tried: everything is done and checked as if it were meant, and then nothing of it stands.
public final class DryRun {
    private DryRun() {}

    /// Ends the transaction of what was only tried.
    private static final class Over extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final transient Object answer;

        Over(Object answer) {
            super("dry run", null, false, false);
            this.answer = answer;
        }
    }

    /// Does `work` through `door`, which runs it in a transaction; what it answers, also where nothing stands.
    ///
    /// @param dry whether it is only tried
    @SuppressWarnings("unchecked")
    public static <T> T of(boolean dry, Function<Function<Transaction, T>, T> door, Function<Transaction, T> work) {
        try {
            return door.apply(transaction -> {
                T answer = work.apply(transaction);
                if (dry) {
                    throw new Over(answer);
                }
                return answer;
            });
        } catch (Over over) {
            return (T) over.answer;
        }
    }
}
