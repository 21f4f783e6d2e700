package hongli.ledger.postgres;

import com.zaxxer.hikari.HikariDataSource;
import hongli.ledger.JournalUnavailable;
import hongli.ledger.ProgrammeId;
import hongli.ledger.journal.Bytes;
import hongli.ledger.journal.Head;
import hongli.ledger.journal.Pages;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/// One moment of a database, held still for reading while others go on writing. All that it shows is durable.
///
/// The writer commits without waiting for the disk, so a transaction may see batches that a crash would still take
/// away, and nobody was answered for. A copy that held them would know more than its source: after a crash the source
/// would decide other commands at those positions, and the two would contradict each other. Hence the log is flushed
/// once the moment is fixed and before anything is read: whatever the moment shows was committed before, so it lies on
/// the disk from then on. A standby shows nothing that its primary has not flushed.
public final class StillView implements AutoCloseable {
    private static final String HEADS = """
            select p.id, coalesce(j.first + j.count - 1, 0), coalesce(j.hash, p.hash) from hongli.programme p
            left join lateral (select first, count, hash from hongli.journal where programme = p.number
                               order by first desc limit 1) j on true
            order by p.number
            """;

    private final Connection connection;
    private final HikariDataSource readers;
    private final List<AnnexTables> annexes;

    private StillView(Connection connection, DataSource source, List<Annex> annexes) {
        this.connection = connection;
        this.annexes = annexes.stream()
                .map(annex -> new AnnexTables(connection, annex))
                .filter(AnnexTables::isThere)
                .toList();
        this.readers = PostgresPages.readers(source, 1);
    }

    /// Takes the database as it is now.
    ///
    /// @throws JournalUnavailable where it does not answer
    /// @throws TablesDiffer where its tables are not those of this program
    public static StillView of(DataSource source) {
        return of(source, List.of());
    }

    /// As [#of(DataSource)], with the tables of other rooms beside, as far as there are any.
    public static StillView of(DataSource source, List<Annex> annexes) {
        Tables.requireCurrent(source);
        try {
            Connection connection = source.getConnection();
            try {
                connection.setAutoCommit(false);
                Sql.run(connection, "set transaction isolation level repeatable read, read only");
                // The first query fixes the moment.
                boolean standby = Sql.number(connection, "select pg_is_in_recovery()::integer") == 1;
                if (!standby) {
                    flush(source);
                }
                return new StillView(connection, source, annexes);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /// In a session of its own: a transaction that only reads may not.
    private static void flush(DataSource source) throws SQLException {
        try (Connection connection = source.getConnection()) {
            Sql.run(connection, "select pg_logical_emit_message(false, 'hongli', '', true)");
        }
    }

    /// How far each programme reaches, in order of their numbers.
    public List<Head> heads() {
        return heads(connection);
    }

    static List<Head> heads(Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(HEADS)) {
            List<Head> heads = new ArrayList<>();
            while (row.next()) {
                heads.add(new Head(new ProgrammeId(row.getString(1)), row.getLong(2), Bytes.of(row.getBytes(3))));
            }
            return heads;
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    /// The pages of the journal. Up to the heads they are what this moment shows, since a journal is
    /// only ever added to; whatever follows may be more.
    public Pages pages() {
        return new PostgresPages(readers);
    }

    /// The tables of other rooms.
    public List<AnnexTables> annexes() {
        return annexes;
    }

    /// The version of the tables.
    public int version() {
        return Tables.version(connection);
    }

    /// The columns of a table, in order.
    public List<String> columns(Truth truth) {
        return Tables.columns(connection, truth);
    }

    /// About how many bytes all copies together will have; for showing how far the work is, and nothing else.
    public long estimatedBytes() {
        long bytes = annexes.stream().mapToLong(AnnexTables::estimatedBytes).sum();
        for (Truth truth : Truth.values()) {
            bytes += Sql.number(connection, "select pg_table_size('hongli." + truth.table() + "')");
        }
        return bytes;
    }

    /// Writes the rows of a table in PostgreSQL's binary copy format and answers how many they are.
    ///
    /// @throws IOException where `out` does not take them
    public long copy(Truth truth, OutputStream out) throws IOException {
        String columns = String.join(", ", columns(truth));
        String from = "select " + columns + " from hongli." + truth.table() + " " + truth.which();
        try {
            return connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (" + from + ") to stdout (format binary)", out);
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }

    private static JournalUnavailable unreadable(SQLException e) {
        return new JournalUnavailable("database must be readable: found=" + e.getMessage(), e);
    }

    @Override
    public void close() {
        readers.close();
        try {
            connection.close();
        } catch (SQLException e) {
            throw unreadable(e);
        }
    }
}
