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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/// What stands in the journal's tables.
final class PostgresPages implements Pages {
    private final Queries queries;
    private final SnapshotTable snapshots;

    PostgresPages(DataSource source) {
        this.queries = new Queries(source);
        this.snapshots = new SnapshotTable(source);
    }

    /// A pool of at most `most` connections to read with.
    static HikariDataSource readers(DataSource source, int most) {
        var config = new HikariConfig();
        config.setDataSource(source);
        config.setPoolName("hongli readers");
        config.setMaximumPoolSize(most);
        config.setMinimumIdle(1);
        return new HikariDataSource(config);
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
        return queries
                .all(
                        """
                select first, count, content, hash from hongli.journal
                where programme = ? and first <= ? and first >= coalesce(
                    (select max(first) from hongli.journal where programme = ? and first <= ?), 0)
                order by first
                """,
                        statement -> {
                            statement.setInt(1, programme);
                            statement.setLong(2, after + limit);
                            statement.setInt(3, programme);
                            statement.setLong(4, after + 1);
                        },
                        row -> folio(programme, row))
                .stream()
                .filter(folio -> folio.last() > after)
                .toList();
    }

    @Override
    public List<Folio> pick(int programme, List<Long> positions) {
        return queries
                .all(
                        """
                select first, count, content, hash from hongli.journal
                where programme = ? and first in (
                    select (select max(first) from hongli.journal where programme = ? and first <= wanted)
                    from unnest(?) wanted)
                """,
                        statement -> {
                            statement.setInt(1, programme);
                            statement.setInt(2, programme);
                            statement.setObject(
                                    3,
                                    positions.stream()
                                            .mapToLong(Long::longValue)
                                            .toArray());
                        },
                        row -> folio(programme, row))
                .stream()
                .filter(folio -> positions.stream().anyMatch(folio::holds))
                .toList();
    }

    private static Folio folio(int programme, ResultSet row) throws SQLException {
        return new Folio(
                programme, row.getLong(1), row.getInt(2), Bytes.of(row.getBytes(3)), Bytes.of(row.getBytes(4)));
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
