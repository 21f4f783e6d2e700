package hongli.ledger.postgres;

import hongli.ledger.JournalUnavailable;
import hongli.ledger.journal.Head;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/// A database without programmes on its way to become a copy of another one, wholly or not at all: nothing stands
/// before [#keep], and closing without it leaves the database as it was.
public final class Filling implements AutoCloseable {
    private final Connection connection;

    private Filling(Connection connection) {
        this.connection = connection;
    }

    /// Begins; the tables must be there, and whoever fills them holds the journal.
    public static Filling of(DataSource source) {
        try {
            Connection connection = source.getConnection();
            connection.setAutoCommit(false);
            return new Filling(connection);
        } catch (SQLException e) {
            throw unwritable(e);
        }
    }

    /// The version of the tables.
    public int version() {
        return Tables.version(connection);
    }

    /// The tables of another room.
    public AnnexTables annex(Annex annex) {
        return new AnnexTables(connection, annex);
    }

    /// The columns of a table, in order.
    public List<String> columns(Truth truth) {
        return Tables.columns(connection, truth);
    }

    /// Adds the rows that [StillView#copy] wrote, with all columns of the table, and answers how many they are.
    ///
    /// @throws IOException where `in` cannot be read
    public long copy(Truth truth, InputStream in) throws IOException {
        String columns = String.join(", ", columns(truth));
        try {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy hongli." + truth.table() + " (" + columns + ") from stdin (format binary)", in);
        } catch (SQLException e) {
            throw unwritable(e);
        }
    }

    /// How far each programme reaches, in order of their numbers.
    public List<Head> heads() {
        return StillView.heads(connection);
    }

    /// Makes it stand; durable when it returns.
    public void keep() {
        try {
            connection.commit();
            connection.setAutoCommit(true);
            Sql.run(connection, "analyze");
        } catch (SQLException e) {
            throw unwritable(e);
        }
    }

    private static JournalUnavailable unwritable(SQLException e) {
        return new JournalUnavailable("database must be writable: found=" + e.getMessage(), e);
    }

    @Override
    public void close() {
        try {
            connection.close(); // takes back what was not committed
        } catch (SQLException e) {
            throw unwritable(e);
        }
    }
}
