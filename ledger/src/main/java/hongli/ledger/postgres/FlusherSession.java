package hongli.ledger.postgres;

import hongli.ledger.JournalUnavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/// The session that waits for the disk: one flush of the write-ahead log covers all that was committed before it began.
final class FlusherSession implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement flush;

    private FlusherSession(Connection connection) throws SQLException {
        this.connection = connection;
        this.flush = connection.prepareStatement("select pg_logical_emit_message(false, 'hongli', '', true)");
    }

    static FlusherSession begin(DataSource source) {
        try {
            Connection connection = source.getConnection();
            try {
                Sql.run(connection, "set application_name = 'hongli flusher'");
                return new FlusherSession(connection);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new JournalUnavailable("flusher's session must begin", e);
        }
    }

    void flush() throws SQLException {
        flush.execute();
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new JournalUnavailable("flusher's session must end", e);
        }
    }

    void abort() {
        Sql.abort(connection);
    }
}
