package hongli.mall.table;

import java.sql.SQLException;

/// A statement that the database refused; carries its word to the end of the transaction.
public final class StatementFailed extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final String UNIQUE = "23505";

    private final SQLException found;

    StatementFailed(SQLException found) {
        super(found.getMessage(), found);
        this.found = found;
    }

    /// Whether something that must be there once was there already.
    public boolean isDuplicate() {
        return UNIQUE.equals(found.getSQLState());
    }

    /// Whether a value cannot be what it should be: no number, or one out of range.
    boolean isUnsoundValue() {
        String state = found.getSQLState();
        return state != null && state.startsWith("22");
    }

    /// Whether the transaction stood in the way of another one and may be tried again.
    boolean isCollision() {
        return "40001".equals(found.getSQLState()) || "40P01".equals(found.getSQLState());
    }
}
