package hongli.ledger.postgres;

import hongli.ledger.JournalUnavailable;
import hongli.ledger.journal.Bytes;
import hongli.ledger.journal.Folio;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import javax.sql.DataSource;

/// Folios as they lie in the database: the newest each in a row of its own, older ones bound in volumes.
///
/// Every reading is one statement over both tables, so it sees a folio once, whether it is being bound or not.
final class FolioTable {
    private static final int VOLUME_BYTES = 1 << 18;
    private static final int VOLUME_FOLIOS = 512;
    private static final String READ = """
            select first, count, content, hash from hongli.journal
            where programme = ? and first <= ? and first >= coalesce(
                (select max(first) from hongli.journal where programme = ? and first <= ?), 0)
            union all
            select first, 0, content, null from hongli.volume
            where programme = ? and first <= ? and first >= coalesce(
                (select max(first) from hongli.volume where programme = ? and first <= ?), 0) and last > ?
            order by first
            """;
    // A limit keeps each look a look at the index, whatever the planner knows about these tables, which change fast.
    private static final String PICK = """
            select folio.* from (
                select distinct (select max(first) from hongli.journal where programme = ? and first <= wanted) as first
                from unnest(?) wanted) place
            cross join lateral (
                select first, count, content, hash from hongli.journal
                where programme = ? and first = place.first limit 1) folio
            union all
            select volume.* from (
                select distinct (select max(first) from hongli.volume where programme = ? and first <= wanted) as first
                from unnest(?) wanted) place
            cross join lateral (
                select first, 0, content, null::bytea from hongli.volume
                where programme = ? and first = place.first limit 1) volume
            """;
    private static final String LOOSE = """
            select first, count, content, hash from hongli.journal
            where programme = ? and first <= ? order by first limit
            """ + VOLUME_FOLIOS;

    private final DataSource source;
    private final Queries queries;

    FolioTable(DataSource source, Queries queries) {
        this.source = source;
        this.queries = queries;
    }

    List<Folio> read(int programme, long after, int limit) {
        List<List<Folio>> found = queries.all(
                READ,
                statement -> {
                    for (int half = 0; half < 8; half += 4) {
                        statement.setInt(half + 1, programme);
                        statement.setLong(half + 2, after + limit);
                        statement.setInt(half + 3, programme);
                        statement.setLong(half + 4, after + 1);
                    }
                    statement.setLong(9, after);
                },
                row -> folios(programme, row));
        return filtered(found, folio -> folio.last() > after && folio.first() <= after + limit);
    }

    List<Folio> pick(int programme, List<Long> positions) {
        long[] wanted = positions.stream().mapToLong(Long::longValue).sorted().toArray();
        List<List<Folio>> found = queries.all(
                PICK,
                statement -> {
                    for (int half = 0; half < 6; half += 3) {
                        statement.setInt(half + 1, programme);
                        statement.setObject(half + 2, wanted);
                        statement.setInt(half + 3, programme);
                    }
                },
                row -> folios(programme, row));
        return filtered(found, folio -> holdsOneOf(folio, wanted));
    }

    private static boolean holdsOneOf(Folio folio, long[] sorted) {
        int at = Arrays.binarySearch(sorted, folio.first());
        return at >= 0 || ~at < sorted.length && folio.holds(sorted[~at]);
    }

    private static List<Folio> filtered(List<List<Folio>> found, Predicate<Folio> wanted) {
        return found.stream().flatMap(List::stream).filter(wanted).toList();
    }

    private static List<Folio> folios(int programme, ResultSet row) throws SQLException {
        boolean bound = row.getInt(2) == 0;
        return bound ? Volume.open(programme, row.getLong(1), row.getBytes(3)) : List.of(folio(programme, row));
    }

    private static Folio folio(int programme, ResultSet row) throws SQLException {
        return new Folio(
                programme, row.getLong(1), row.getInt(2), Bytes.of(row.getBytes(3)), Bytes.of(row.getBytes(4)));
    }

    /// Binds the oldest loose folios up to position `upTo` into a volume, if they fill one; whether they did.
    boolean bind(int programme, long upTo) {
        List<Folio> loose = queries.all(
                LOOSE,
                statement -> {
                    statement.setInt(1, programme);
                    statement.setLong(2, upTo);
                },
                row -> folio(programme, row));
        List<Folio> volume = new ArrayList<>();
        int bytes = 0;
        for (int i = 0; i < loose.size() && bytes < VOLUME_BYTES; i++) {
            volume.add(loose.get(i));
            bytes += loose.get(i).content().length();
        }
        boolean full = bytes >= VOLUME_BYTES || volume.size() == VOLUME_FOLIOS;
        if (full) {
            keep(programme, volume);
        }
        return full;
    }

    private void keep(int programme, List<Folio> volume) {
        long first = volume.getFirst().first();
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                Sql.run(connection, "set local synchronous_commit = off");
                insert(connection, programme, volume);
                delete(connection, programme, volume);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new JournalUnavailable("volume must be bound: programme=" + programme + ", first=" + first, e);
        }
    }

    private static void insert(Connection connection, int programme, List<Folio> volume) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into hongli.volume (programme, first, last, content) values (?, ?, ?, ?)")) {
            insert.setInt(1, programme);
            insert.setLong(2, volume.getFirst().first());
            insert.setLong(3, volume.getLast().last());
            insert.setBytes(4, Volume.bind(volume));
            insert.executeUpdate();
        }
    }

    private static void delete(Connection connection, int programme, List<Folio> volume) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "delete from hongli.journal where programme = ? and first between ? and ?")) {
            delete.setInt(1, programme);
            delete.setLong(2, volume.getFirst().first());
            delete.setLong(3, volume.getLast().first());
            if (delete.executeUpdate() != volume.size()) {
                throw new JournalUnavailable(
                        "folios must be bound once: first=" + volume.getFirst().first());
            }
        }
    }
}
