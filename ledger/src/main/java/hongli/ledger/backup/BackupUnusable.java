package hongli.ledger.backup;

import org.jspecify.annotations.Nullable;

/// A backup that cannot be restored, or not there; nothing was changed.
public final class BackupUnusable extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// What stands in the way.
    public enum Why {
        /// The file is something else.
        NO_BACKUP,
        /// The file is not whole, or not as it was written.
        DAMAGED,
        /// Another version of the program wrote it.
        OTHER_VERSION,
        /// There are programmes already where it should go.
        NOT_EMPTY
    }

    private final Why why;
    private final String detail;

    BackupUnusable(Why why, String detail) {
        this(why, detail, null);
    }

    BackupUnusable(Why why, String detail, @Nullable Throwable cause) {
        super("backup must be usable: why=" + why + ", " + detail, cause);
        this.why = why;
        this.detail = detail;
    }

    public Why why() {
        return why;
    }

    /// What was found, for people to read.
    public String detail() {
        return detail;
    }
}
