package hongli.ledger.postgres;

import hongli.ledger.JournalUnavailable;
import hongli.ledger.ProgrammeId;
import hongli.ledger.journal.AdoptingJournal;
import hongli.ledger.journal.Bytes;
import hongli.ledger.journal.Chain;
import hongli.ledger.journal.Charter;
import hongli.ledger.journal.Folio;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/// The one session that may append to the journal: it holds an advisory lock as long as it lives, so that two servers
/// on one database cannot both write.
///
/// Commits here do not wait for the disk; the flusher's session does that for many of them at once.
final class WriterSession implements AutoCloseable {
    /// The lock's number: the letters of `hongli` in ASCII.
    private static final long LOCK = 0x686F6E676C69L;

    private static final long LOCK_PAUSE_MILLIS = 100;
    private static final String APPEND = """
            insert into hongli.journal (programme, first, count, content, hash)
            select * from unnest(?::integer[], ?::bigint[], ?::integer[], ?::bytea[], ?::bytea[])
            """;
    private static final String OPEN = """
            insert into hongli.programme (number, id, name, terms, opened_at_micros, hash)
            select coalesce(max(number), 0) + 1, ?, ?, ?, ?, ? from hongli.programme
            returning number
            """;

    private final Connection connection;
    private final PreparedStatement append;

    private WriterSession(Connection connection) throws SQLException {
        this.connection = connection;
        this.append = connection.prepareStatement(APPEND);
    }

    /// Opens the session; waits at most `patienceMillis` for the one that holds the lock to end.
    static WriterSession begin(DataSource source, long patienceMillis) {
        try {
            Connection connection = source.getConnection();
            try {
                Sql.run(connection, "set application_name = 'hongli writer'");
                lock(connection, patienceMillis);
                Sql.run(connection, "set synchronous_commit = off");
                return new WriterSession(connection);
            } catch (SQLException | RuntimeException e) {
                connection.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new JournalUnavailable("writer's session must begin", e);
        }
    }

    private static void lock(Connection connection, long patienceMillis) throws SQLException {
        long giveUpNanos = System.nanoTime() + patienceMillis * 1_000_000;
        while (!Sql.isTrue(connection, "select pg_try_advisory_lock(" + LOCK + ")")) {
            if (System.nanoTime() > giveUpNanos) {
                throw new JournalUnavailable("another server must not write to this database: it holds the journal");
            }
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOCK_PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new JournalUnavailable("journal must be locked before the thread is stopped", e);
        }
    }

    void append(List<Folio> folios) throws SQLException {
        var columns = new Columns(folios);
        append.setObject(1, columns.programmes);
        append.setObject(2, columns.firsts);
        append.setObject(3, columns.counts);
        append.setObject(4, columns.contents);
        append.setObject(5, columns.hashes);
        append.executeUpdate();
    }

    Charter open(ProgrammeId id, String name, String terms, long atMicros) throws SQLException {
        Bytes hash = new Chain().opening(id.text(), name, terms, atMicros);
        try (PreparedStatement statement = connection.prepareStatement(OPEN)) {
            statement.setString(1, id.text());
            statement.setString(2, name);
            statement.setString(3, terms);
            statement.setLong(4, atMicros);
            statement.setBytes(5, hash.array());
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return new Charter(row.getInt(1), id, name, terms, atMicros, hash);
            }
        }
    }

    /// Opens a programme and lets `past` append to it, in one transaction.
    Charter adopt(ProgrammeId id, String name, String terms, long atMicros, AdoptingJournal.Past past)
            throws SQLException {
        connection.setAutoCommit(false);
        try {
            Charter charter = open(id, name, terms, atMicros);
            past.write(charter, folios -> {
                try {
                    append(folios);
                } catch (SQLException e) {
                    throw new JournalUnavailable("past must be written: programme=" + id, e);
                }
            });
            connection.commit();
            return charter;
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new JournalUnavailable("writer's session must end", e);
        }
    }

    /// Lets go of the connection without waiting for what may be under way on it.
    void abort() {
        Sql.abort(connection);
    }

    /// Folios turned on their side, as `unnest` wants them.
    private static final class Columns {
        final int[] programmes;
        final long[] firsts;
        final int[] counts;
        final byte[][] contents;
        final byte[][] hashes;

        Columns(List<Folio> folios) {
            int size = folios.size();
            programmes = new int[size];
            firsts = new long[size];
            counts = new int[size];
            contents = new byte[size][];
            hashes = new byte[size][];
            for (int i = 0; i < size; i++) {
                Folio folio = folios.get(i);
                programmes[i] = folio.programme();
                firsts[i] = folio.first();
                counts[i] = folio.count();
                contents[i] = folio.content().array();
                hashes[i] = folio.hash().array();
            }
        }
    }
}
