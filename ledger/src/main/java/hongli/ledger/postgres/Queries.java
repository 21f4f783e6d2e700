package hongli.ledger.postgres;

import hongli.ledger.JournalDamaged;
import hongli.ledger.JournalUnavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.postgresql.PGStatement;

/// Reads rows as values.
final class Queries {
    /// Bytes come as they are and not as hexadecimal digits; the driver else does so after some calls only.
    private static final int BINARY_AT_ONCE = -1;
    /// PostgreSQL's codes for damaged data and a damaged index.
    private static final Set<String> DAMAGED = Set.of("XX001", "XX002");

    private static final int FETCHED = 1_000;

    private final DataSource source;

    Queries(DataSource source) {
        this.source = source;
    }

    /// Puts the parameters into a statement.
    interface Parameters {
        void putInto(PreparedStatement statement) throws SQLException;
    }

    /// Makes a value of a row.
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// All rows of a query.
    ///
    /// @throws JournalUnavailable where the database does not answer
    <T> List<T> all(String sql, Parameters parameters, RowReader<T> reader) {
        List<T> found = new ArrayList<>();
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            each(statement, parameters, row -> {
                found.add(reader.read(row));
                return true;
            });
            return found;
        } catch (SQLException e) {
            throw unreadable("journal must be readable", e);
        }
    }

    /// The rows of a query one after the other, however many, until `reader` says that no more are wanted.
    ///
    /// @throws JournalUnavailable where the database does not answer
    void stream(String sql, Parameters parameters, RowReader<Boolean> reader) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false); // else the driver fetches all rows at once
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                statement.setFetchSize(FETCHED);
                each(statement, parameters, reader);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw unreadable("journal must be readable", e);
        }
    }

    private static void each(PreparedStatement statement, Parameters parameters, RowReader<Boolean> reader)
            throws SQLException {
        statement.unwrap(PGStatement.class).setPrepareThreshold(BINARY_AT_ONCE);
        parameters.putInto(statement);
        try (ResultSet row = statement.executeQuery()) {
            boolean more = true;
            while (more && row.next()) {
                more = reader.read(row);
            }
        }
    }

    /// Says what the database said; a page whose checksum is wrong, or that cannot be, is damage.
    static JournalUnavailable unreadable(String what, SQLException e) {
        String message = what + ": found=" + e.getMessage();
        return DAMAGED.contains(String.valueOf(e.getSQLState()))
                ? new JournalDamaged(message, e)
                : new JournalUnavailable(message, e);
    }
}
