package hongli.ledger.postgres;

import hongli.ledger.JournalUnavailable;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/// Small statements that take no parameters.
final class Sql {
    private Sql() {}

    static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// The one number that `sql` asks for.
    ///
    /// @throws JournalUnavailable where the database does not answer
    static long number(Connection connection, String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new JournalUnavailable("database must be readable: found=" + e.getMessage(), e);
        }
    }
}
