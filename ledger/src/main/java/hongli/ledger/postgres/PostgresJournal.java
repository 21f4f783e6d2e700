package hongli.ledger.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import hongli.ledger.JournalUnavailable;
import hongli.ledger.ProgrammeId;
import hongli.ledger.journal.Bytes;
import hongli.ledger.journal.Charter;
import hongli.ledger.journal.Folio;
import hongli.ledger.journal.Journal;
import hongli.ledger.journal.SnapshotMark;
import hongli.ledger.journal.SnapshotSource;
import hongli.ledger.reading.ReadModels;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/// The journal in PostgreSQL 17 or newer.
///
/// Appends go through one session that holds an advisory lock and commits without waiting for the disk; a second
/// session flushes the write-ahead log for all of them together; reads go through a small pool.
public final class PostgresJournal implements Journal {
    private static final int READERS = 4;
    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_MILLIS = 20_000;

    private final DataSource source;
    private final Claim claim;
    private final HikariDataSource readers;
    private final Queries queries;
    private final FolioTable folios;
    private final SnapshotTable snapshots;
    private final ReadModels models;
    private final Object writing = new Object();
    private volatile WriterSession writer;
    private volatile FlusherSession flusher;

    private PostgresJournal(DataSource source, Claim claim, WriterSession writer) {
        this.source = source;
        this.claim = claim;
        this.writer = writer;
        this.flusher = FlusherSession.begin(source, claim);
        this.readers = readers(source);
        this.queries = new Queries(readers);
        this.folios = new FolioTable(readers, queries);
        this.snapshots = new SnapshotTable(readers);
        this.models = new PostgresReadModels(readers);
    }

    /// Takes the journal in hand, with its tables up to date.
    ///
    /// @throws JournalUnavailable where another server holds it, or the database does not answer
    public static PostgresJournal open(DataSource source) {
        return open(source, Claim.standard());
    }

    /// As [#open(DataSource)], with as much patience or force as `claim` says.
    public static PostgresJournal open(DataSource source, Claim claim) {
        WriterSession writer = WriterSession.begin(source, claim);
        try {
            return new PostgresJournal(source, claim, writer);
        } catch (RuntimeException e) {
            writer.abort();
            throw e;
        }
    }

    private static HikariDataSource readers(DataSource source) {
        var config = new HikariConfig();
        config.setDataSource(source);
        config.setPoolName("hongli readers");
        config.setMaximumPoolSize(READERS);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(CONNECT_MILLIS);
        return new HikariDataSource(config) {
            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = super.getConnection();
                connection.setNetworkTimeout(Runnable::run, READ_MILLIS);
                return connection;
            }
        };
    }

    @Override
    public List<Charter> programmes() {
        return queries.all(
                "select number, id, name, terms, opened_at_micros, hash from hongli.programme order by number",
                _ -> {},
                row -> new Charter(
                        row.getInt(1),
                        new ProgrammeId(row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        Bytes.of(row.getBytes(6))));
    }

    @Override
    public Charter open(ProgrammeId id, String name, String terms, long atMicros) {
        synchronized (writing) {
            try {
                Charter charter = writer.open(id, name, terms, atMicros);
                flush();
                return charter;
            } catch (SQLException e) {
                throw new JournalUnavailable("programme must be opened: id=" + id, e);
            }
        }
    }

    @Override
    public void append(List<Folio> added) {
        synchronized (writing) {
            try {
                writer.append(added);
            } catch (SQLException e) {
                throw new JournalUnavailable("commit failed: folios=" + added.size(), e);
            }
        }
    }

    @Override
    public synchronized void flush() {
        try {
            flusher.flush();
        } catch (SQLException e) {
            throw new JournalUnavailable("flush failed", e);
        }
    }

    /// The old writer's session is let go of, and the new one must get its lock: it can do so only when the old one
    /// and whatever it was committing have ended. Where another server has raised the epoch meanwhile,
    /// there is nothing to go on with.
    @Override
    public void recover() {
        synchronized (writing) {
            writer.abort();
            flusher.abort();
            writer = writer.renewed(source, claim);
            synchronized (this) {
                flusher = FlusherSession.begin(source, claim);
            }
            flush();
        }
    }

    @Override
    public void requireOwn() {
        List<Long> epochs = queries.all("select number from hongli.epoch", _ -> {}, row -> row.getLong(1));
        writer.tenure().requireOwn(epochs.getFirst());
    }

    @Override
    public List<Folio> read(int programme, long after, int limit) {
        return folios.read(programme, after, limit);
    }

    @Override
    public List<Folio> pick(int programme, List<Long> positions) {
        return folios.pick(programme, positions);
    }

    @Override
    public boolean bind(int programme, long upTo) {
        return folios.bind(programme, upTo);
    }

    @Override
    public void keepSnapshot(int programme, long position, SnapshotSource content) {
        snapshots.keep(programme, position, content);
    }

    @Override
    public List<SnapshotMark> snapshots(int programme) {
        return queries.all(
                "select position, digest from hongli.snapshot where programme = ? order by position desc",
                statement -> statement.setInt(1, programme),
                row -> new SnapshotMark(programme, row.getLong(1), Bytes.of(row.getBytes(2))));
    }

    @Override
    public InputStream openSnapshot(SnapshotMark mark) {
        return snapshots.open(mark);
    }

    @Override
    public ReadModels models() {
        return models;
    }

    @Override
    public void close() {
        readers.close();
        flusher.close();
        writer.close();
    }
}
