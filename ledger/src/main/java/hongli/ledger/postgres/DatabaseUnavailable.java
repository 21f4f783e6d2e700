package hongli.ledger.postgres;

import org.jspecify.annotations.Nullable;

/// The database cannot be started or reached; the message tells the operator what stands in the way.
public final class DatabaseUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1;

    DatabaseUnavailable(String message) {
        this(message, null);
    }

    DatabaseUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
