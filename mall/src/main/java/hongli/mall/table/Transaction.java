package hongli.mall.table;

import static java.util.stream.Collectors.joining;

import hongli.economy.exact.Money;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One transaction: all of it stands, or nothing. Statements take their values by question mark, never in their text.
///
/// A way to the database and back costs more than most statements, so what nobody waits for is sent along with the next
/// statement, or with the end ([#send]).
///
/// Values may be numbers, texts, flags, [Money] (as fen), [Instant], [LocalDate], bytes, constants (as their name in
/// small letters), lists of any one of these (as arrays; an empty one is of the type that the statement asks for), or
/// null.
public final class Transaction {
    private final Connection connection;
    private final Instant now;
    private final List<Runnable> afterwards = new ArrayList<>();
    private final List<Statement> waiting = new ArrayList<>();

    /// A statement with its values.
    private record Statement(String sql, List<@Nullable Object> values) {}

    Transaction(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    /// Makes a value of a row.
    @FunctionalInterface
    public interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    /// The mall's time when this transaction began.
    public Instant now() {
        return now;
    }

    /// What is to happen once this transaction stands.
    public void afterwards(Runnable deed) {
        afterwards.add(deed);
    }

    List<Runnable> afterwards() {
        return afterwards;
    }

    /// All rows of a query.
    public <T> List<T> all(String sql, Reader<T> reader, @Nullable Object... values) {
        try (PreparedStatement statement = executed(sql, values);
                ResultSet found = rows(statement)) {
            Row row = new Row(found);
            List<T> all = new ArrayList<>();
            while (found.next()) {
                all.add(reader.read(row));
            }
            return all;
        } catch (SQLException e) {
            throw new StatementFailed(e);
        }
    }

    /// The first row of a query, if there is one.
    public <T> Optional<T> find(String sql, Reader<T> reader, @Nullable Object... values) {
        return all(sql, reader, values).stream().findFirst();
    }

    /// The one row of a query that always has one.
    public <T> T one(String sql, Reader<T> reader, @Nullable Object... values) {
        return find(sql, reader, values)
                .orElseThrow(() -> new IllegalStateException("a row must be there: sql=" + sql));
    }

    /// The number in the column `number` of the one row.
    public long number(String sql, @Nullable Object... values) {
        return one(sql, row -> row.number("number"), values);
    }

    /// Whether the query has a row.
    public boolean exists(String sql, @Nullable Object... values) {
        return find(sql, _ -> true, values).isPresent();
    }

    /// Changes rows; how many there were.
    public int run(String sql, @Nullable Object... values) {
        try (PreparedStatement statement = executed(sql, values)) {
            return statement.getUpdateCount();
        } catch (SQLException e) {
            throw new StatementFailed(e);
        }
    }

    /// Runs a statement that ends with `returning id`; the id.
    public long insert(String sql, @Nullable Object... values) {
        return one(sql, row -> row.number("id"), values);
    }

    /// Runs a statement whose answer nobody waits for: it goes with the next one, in order, or with the end of the
    /// transaction. What is wrong with it shows there.
    public void send(String sql, @Nullable Object... values) {
        waiting.add(new Statement(sql, Arrays.asList(values)));
    }

    /// Ends the transaction, with what is still to be sent.
    void commit() throws SQLException {
        if (!waiting.isEmpty()) {
            run("commit");
        }
        connection.commit();
    }

    private static ResultSet rows(PreparedStatement statement) throws SQLException {
        ResultSet found = statement.getResultSet();
        if (found == null) {
            throw new SQLException("statement must answer rows: sql=" + statement);
        }
        return found;
    }

    /// A statement that was run, after all that waited, at its own answer.
    private PreparedStatement executed(String sql, @Nullable Object[] values) throws SQLException {
        List<Statement> all = new ArrayList<>(waiting);
        all.add(new Statement(sql, Arrays.asList(values)));
        waiting.clear();
        PreparedStatement statement =
                connection.prepareStatement(all.stream().map(Statement::sql).collect(joining(";\n")));
        try {
            int place = 0;
            for (Statement each : all) {
                for (Object value : each.values()) {
                    bind(statement, ++place, value);
                }
            }
            statement.execute();
            for (int i = 1; i < all.size(); i++) {
                statement.getMoreResults();
            }
            return statement;
        } catch (SQLException | RuntimeException e) {
            statement.close();
            throw e;
        }
    }

    private void bind(PreparedStatement statement, int place, @Nullable Object value) throws SQLException {
        if (value instanceof Collection<?> many && many.isEmpty()) {
            // What an empty list is a list of, only the statement knows.
            statement.setObject(place, "{}", Types.OTHER);
        } else {
            statement.setObject(place, plain(value));
        }
    }

    private @Nullable Object plain(@Nullable Object value) throws SQLException {
        return switch (value) {
            case null -> null;
            case Money money -> money.fen();
            case Instant instant -> instant.atOffset(ZoneOffset.UTC);
            case Enum<?> constant -> constant.name().toLowerCase(Locale.ROOT);
            case Collection<?> many -> array(many);
            default -> value;
        };
    }

    private Object array(Collection<?> many) throws SQLException {
        List<@Nullable Object> elements = new ArrayList<>();
        Set<String> types = new HashSet<>();
        for (Object each : many) {
            Object element = plain(each);
            elements.add(element);
            types.add(type(element));
        }
        if (types.size() != 1) {
            throw new IllegalArgumentException("a list must be of one type: types=" + types);
        }
        return connection.createArrayOf(types.iterator().next(), elements.toArray());
    }

    private static String type(@Nullable Object element) {
        return switch (element) {
            case Long _, Integer _ -> "bigint";
            case String _ -> "text";
            case Boolean _ -> "boolean";
            case LocalDate _ -> "date";
            case OffsetDateTime _ -> "timestamptz";
            case null, default ->
                throw new IllegalArgumentException("a list must be of values that have a type: found=" + element);
        };
    }
}
