package hongli.ledger.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import hongli.ledger.ProgrammeId;
import hongli.ledger.journal.Bytes;
import hongli.ledger.journal.Charter;
import hongli.ledger.journal.Folio;
import hongli.ledger.journal.Pages;
import hongli.ledger.journal.SnapshotMark;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/// What stands in the journal's tables.
final class PostgresPages implements Pages {
    private static final int CONNECT_MILLIS = 5_000;
    private static final int READ_MILLIS = 20_000;

    private final Queries queries;
    private final FolioTable folios;
    private final SnapshotTable snapshots;

    PostgresPages(DataSource source) {
        this.queries = new Queries(source);
        this.folios = new FolioTable(source, queries);
        this.snapshots = new SnapshotTable(source);
    }

    /// A pool of at most `most` connections to read with; a database that does not answer is waited for a while only.
    static HikariDataSource readers(DataSource source, int most) {
        var config = new HikariConfig();
        config.setDataSource(source);
        config.setPoolName("hongli readers");
        config.setMaximumPoolSize(most);
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
    public List<Folio> read(int programme, long after, int limit) {
        return folios.read(programme, after, limit);
    }

    @Override
    public List<Folio> pick(int programme, List<Long> positions) {
        return folios.pick(programme, positions);
    }

    FolioTable folios() {
        return folios;
    }

    /// The number of the tenure that began last.
    long epoch() {
        return queries.all("select number from hongli.epoch", _ -> {}, row -> row.getLong(1))
                .getFirst();
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
}
