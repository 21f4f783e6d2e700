package hongli.ledger.postgres;

import hongli.ledger.JournalUnavailable;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;

/// The session that waits for the disk: one flush of the write-ahead log covers all that was committed before it began.
final class FlusherSession implements AutoCloseable {
    private final Line line;
    private final PreparedStatement flush;

    private FlusherSession(Line line) throws SQLException {
        this.line = line;
        this.flush = line.prepare("select pg_logical_emit_message(false, 'hongli', '', true)");
    }

    static FlusherSession begin(DataSource source, Claim claim) {
        try {
            return new FlusherSession(Line.open(source, "hongli flusher", claim.limit()));
        } catch (SQLException e) {
            throw new JournalUnavailable("flusher's session must begin", e);
        }
    }

    void flush() throws SQLException {
        var _ = line.within(flush::execute);
    }

    @Override
    public void close() {
        try {
            line.close();
        } catch (SQLException e) {
            throw new JournalUnavailable("flusher's session must end", e);
        }
    }

    void abort() {
        line.abort();
    }
}
