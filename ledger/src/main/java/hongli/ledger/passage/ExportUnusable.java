package hongli.ledger.passage;

import org.jspecify.annotations.Nullable;

/// An export that cannot come in; nothing was changed.
public final class ExportUnusable extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// What stands in the way.
    public enum Why {
        /// The files are something else.
        NO_EXPORT,
        /// Another version of the program wrote it.
        OTHER_VERSION,
        /// The files are not whole, or not as they were written.
        DAMAGED,
        /// What is written at a position is not what is decided there.
        DIFFERS,
        /// There is a programme of this id already.
        TAKEN
    }

    private final Why why;
    private final long position;
    private final String detail;

    private ExportUnusable(Why why, long position, String detail, @Nullable Throwable cause) {
        super("export must be usable: why=" + why + ", " + detail, cause);
        this.why = why;
        this.position = position;
        this.detail = detail;
    }

    static ExportUnusable of(Why why, String detail) {
        return new ExportUnusable(why, 0, detail, null);
    }

    static ExportUnusable of(Why why, String detail, Throwable cause) {
        return new ExportUnusable(why, 0, detail, cause);
    }

    static ExportUnusable at(long position, String detail) {
        return new ExportUnusable(Why.DIFFERS, position, detail, null);
    }

    public Why why() {
        return why;
    }

    /// The first position that does not hold, where one does not.
    public long position() {
        return position;
    }

    /// What was found, for people to read.
    public String detail() {
        return detail;
    }
}
