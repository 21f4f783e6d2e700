package hongli.ledger.postgres;

import hongli.ledger.JournalUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/// The tables of an [Annex] as one transaction sees them.
///
/// They are found in the database's own catalogue, so that a table that is added one day is carried by itself, and come
/// in an order in which each refers to those before it alone.
public final class AnnexTables {
    private static final String TABLES = """
            select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = ? and c.relkind = 'r' and c.relname <> ? order by c.relname
            """;
    private static final String REFERENCES = """
            select distinct c.relname, p.relname from pg_constraint k join pg_class c on c.oid = k.conrelid
            join pg_class p on p.oid = k.confrelid join pg_namespace n on n.oid = c.relnamespace
            where k.contype = 'f' and n.nspname = ? and c.oid <> p.oid
            """;
    private static final String COLUMNS = """
            select column_name from information_schema.columns
            where table_schema = ? and table_name = ? and is_generated = 'NEVER' order by ordinal_position
            """;
    private static final String SEQUENCES = """
            select sequencename, last_value from pg_sequences where schemaname = ? and last_value is not null
            order by sequencename
            """;

    private final Connection connection;
    private final Annex annex;

    AnnexTables(Connection connection, Annex annex) {
        this.connection = connection;
        this.annex = annex;
    }

    public Annex annex() {
        return annex;
    }

    /// Whether there are any.
    public boolean isThere() {
        return Sql.number(connection, "select count(to_regclass('" + named(annex.history()) + "'))") == 1;
    }

    /// Whether the room was ever used.
    public boolean isUsed() {
        return Sql.number(connection, "select count(*) from (select from " + named(annex.sign()) + " limit 1) found")
                == 1;
    }

    /// The version of the tables.
    public int version() {
        return (int) Sql.number(
                connection, "select max(version::integer) from " + named(annex.history()) + " where success");
    }

    /// The tables, each after all that it refers to.
    ///
    /// @throws IllegalStateException where they refer to each other in a circle
    public List<String> tables() {
        List<String> waiting = pairs(TABLES, annex.schema(), annex.history()).stream()
                .map(Pair::first)
                .collect(Collectors.toCollection(ArrayList::new));
        List<Pair> references = pairs(REFERENCES, annex.schema());
        List<String> placed = new ArrayList<>();
        while (!waiting.isEmpty()) {
            String next = waiting.stream()
                    .filter(table -> isFree(table, references, placed))
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalStateException("tables must not refer in a circle: tables=" + waiting));
            waiting.remove(next);
            placed.add(next);
        }
        return placed;
    }

    private static boolean isFree(String table, List<Pair> references, List<String> placed) {
        return references.stream()
                .filter(reference -> reference.first().equals(table))
                .allMatch(reference -> placed.contains(reference.second()));
    }

    /// The columns of a table that are written, in order.
    public List<String> columns(String table) {
        return pairs(COLUMNS, annex.schema(), table).stream().map(Pair::first).toList();
    }

    /// About how many bytes all copies together will have.
    long estimatedBytes() {
        return tables().stream()
                .mapToLong(table -> Sql.number(connection, "select pg_table_size('" + named(table) + "')"))
                .sum();
    }

    /// Writes the rows of a table in PostgreSQL's binary copy format and answers how many they are.
    ///
    /// @throws IOException where `out` does not take them
    public long copyOut(String table, OutputStream out) throws IOException {
        try {
            return copies().copyOut("copy " + written(table) + " to stdout (format binary)", out);
        } catch (SQLException e) {
            throw unusable(e);
        }
    }

    /// Adds the rows that [#copyOut] wrote and answers how many they are.
    ///
    /// @throws IOException where `in` cannot be read
    public long copyIn(String table, InputStream in) throws IOException {
        try {
            return copies().copyIn("copy " + written(table) + " from stdin (format binary)", in);
        } catch (SQLException e) {
            throw unusable(e);
        }
    }

    /// Takes away the rows that the tables were made with.
    public void clear() {
        try {
            for (String table : tables().reversed()) {
                String count = "select count(*) from (select from " + named(table) + " limit 1) found";
                if (Sql.number(connection, count) > 0) {
                    Sql.run(connection, "delete from " + named(table));
                }
            }
        } catch (SQLException e) {
            throw unusable(e);
        }
    }

    /// How far each sequence has counted; it counts on whatever the transaction sees.
    public Map<String, Long> sequences() {
        Map<String, Long> sequences = new LinkedHashMap<>();
        pairs(SEQUENCES, annex.schema()).forEach(each -> sequences.put(each.first(), Long.valueOf(each.second())));
        return sequences;
    }

    /// Has the sequences go on from there.
    public void count(Map<String, Long> sequences) {
        try (PreparedStatement statement = connection.prepareStatement("select setval(?::regclass, ?)")) {
            for (var each : sequences.entrySet()) {
                statement.setString(1, named(each.getKey()));
                statement.setLong(2, each.getValue());
                statement.execute();
            }
        } catch (SQLException e) {
            throw unusable(e);
        }
    }

    private CopyManager copies() throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private String written(String table) {
        String columns = columns(table).stream().map(AnnexTables::quoted).collect(Collectors.joining(", "));
        return named(table) + " (" + columns + ")";
    }

    private String named(String table) {
        return quoted(annex.schema()) + "." + quoted(table);
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /// The first two columns of a row; the second is empty where there is none.
    private record Pair(String first, String second) {}

    private List<Pair> pairs(String sql, String... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                boolean two = row.getMetaData().getColumnCount() > 1;
                List<Pair> pairs = new ArrayList<>();
                while (row.next()) {
                    pairs.add(new Pair(row.getString(1), two ? row.getString(2) : ""));
                }
                return pairs;
            }
        } catch (SQLException e) {
            throw unusable(e);
        }
    }

    private static JournalUnavailable unusable(SQLException e) {
        return new JournalUnavailable("database must be usable: found=" + e.getMessage(), e);
    }
}
