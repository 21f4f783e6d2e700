package hongli.ledger.postgres;

import hongli.economy.command.MemberId;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Account;
import hongli.ledger.JournalDamaged;
import hongli.ledger.JournalUnavailable;
import hongli.ledger.journal.Bytes;
import hongli.ledger.reading.Derived;
import hongli.ledger.reading.DividendDay;
import hongli.ledger.reading.Extent;
import hongli.ledger.reading.PricePoint;
import hongli.ledger.reading.PriceRun;
import hongli.ledger.reading.ReadModels;
import hongli.ledger.reading.StatementLine;
import hongli.ledger.reading.StatementRow;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Read models in the tables `statement`, `price` and `dividend`, the first two packed and read here.
final class PostgresReadModels implements ReadModels {
    private static final String PRICE = """
        select first, last, from_micros, until_micros, points, content from hongli.price
        """;

    private final Queries queries;
    private final DataSource source;

    PostgresReadModels(DataSource source) {
        this.source = source;
        this.queries = new Queries(source);
    }

    @Override
    public long position(int programme) {
        List<Long> found = queries.all(
                "select position from hongli.projector where programme = ?",
                statement -> statement.setInt(1, programme),
                row -> row.getLong(1));
        return found.isEmpty() ? UNBEGUN : found.getFirst();
    }

    @Override
    public void add(int programme, long after, Derived derived) {
        alone(connection -> ReadModelWriter.write(connection, programme, after, derived), "position=" + after);
    }

    @Override
    public void clear(int programme) {
        alone(connection -> ReadModelWriter.clear(connection, programme), "programme=" + programme);
    }

    private interface Work {
        void runOn(Connection connection) throws SQLException;
    }

    private void alone(Work work, String what) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                work.runOn(connection);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw new JournalUnavailable("read models must be written: " + what, e);
        }
    }

    @Override
    public List<StatementLine> statement(int programme, MemberId member, StatementLine.Place from, int limit) {
        // A row has at least one line, and only the first row may have lines that are not before `from`.
        List<StatementRow> rows = queries.all(
                """
                select position, content from hongli.statement
                where programme = ? and member = ? and position <= ? order by position desc limit ?
                """,
                statement -> {
                    statement.setInt(1, programme);
                    statement.setString(2, member.text());
                    statement.setLong(3, from.position());
                    statement.setLong(4, limit + 1L);
                },
                row -> new StatementRow(member, row.getLong(1), Bytes.of(row.getBytes(2))));
        return readable(() -> StatementRow.newest(rows, from, limit));
    }

    @Override
    public Map<Account.Kind, Wide> balances(int programme, MemberId member, StatementLine.Place before) {
        Map<Account.Kind, Wide> balances = new EnumMap<>(Account.Kind.class);
        queries.stream(
                "select position, content from hongli.statement where programme = ? and member = ? and position <= ?",
                statement -> {
                    statement.setInt(1, programme);
                    statement.setString(2, member.text());
                    statement.setLong(3, before.position());
                },
                row -> {
                    var one = new StatementRow(member, row.getLong(1), Bytes.of(row.getBytes(2)));
                    return readable(() -> {
                        one.addTo(balances, before);
                        return true;
                    });
                });
        return balances;
    }

    @Override
    public List<StatementRow> rows(int programme, Collection<MemberId> members, long from, long upTo) {
        String[] names = members.stream().map(MemberId::text).toArray(String[]::new);
        return queries.all(
                """
                select member, position, content from hongli.statement
                where programme = ? and member = any (?) and position between ? and ?
                """,
                statement -> {
                    statement.setInt(1, programme);
                    statement.setObject(2, names);
                    statement.setLong(3, from);
                    statement.setLong(4, upTo);
                },
                row -> new StatementRow(new MemberId(row.getString(1)), row.getLong(2), Bytes.of(row.getBytes(3))));
    }

    @Override
    public Extent extent(int programme) {
        long[] count = new long[2];
        // Member by member, so that the database is never silent for long.
        queries.stream(
                "select count(*) from hongli.statement where programme = ? group by member order by member",
                statement -> statement.setInt(1, programme),
                row -> {
                    count[0] += row.getLong(1);
                    return true;
                });
        queries.stream(PRICE + "where programme = ?", statement -> statement.setInt(1, programme), row -> {
            count[1] += points(row).size();
            return true;
        });
        return new Extent(count[0], count[1]);
    }

    @Override
    public List<PricePoint> prices(int programme, long position, int limit) {
        List<PricePoint> found = new ArrayList<>();
        queries.stream(
                PRICE + """
                    where programme = ? and last >= ? and first >= coalesce(
                        (select max(first) from hongli.price where programme = ? and first <= ?), 0)
                    order by first limit ?
                    """,
                statement -> {
                    statement.setInt(1, programme);
                    statement.setLong(2, position);
                    statement.setInt(3, programme);
                    statement.setLong(4, position);
                    statement.setLong(5, limit + 1L);
                },
                row -> {
                    points(row).stream()
                            .filter(point -> point.position() >= position)
                            .limit(limit - found.size())
                            .forEach(found::add);
                    return found.size() < limit;
                });
        return found;
    }

    @Override
    public @Nullable PricePoint lastPrice(int programme) {
        List<List<PricePoint>> last = queries.all(
                PRICE + "where programme = ? order by first desc limit 1",
                statement -> statement.setInt(1, programme),
                PostgresReadModels::points);
        return last.isEmpty() ? null : last.getFirst().getLast();
    }

    @Override
    public List<PricePoint> thinnedPrices(int programme, int most) {
        List<PricePoint> thinned = new ArrayList<>();
        queries.stream(
                """
                select first, last, from_micros, until_micros, points, content, many - skipped, step
                from (select *, greatest(1, (many + ? - 1) / ?) as step
                      from (select *, (sum(points) over (order by first) - points)::bigint as skipped,
                                   (sum(points) over ())::bigint as many
                            from hongli.price where programme = ?) counted) stepped
                where skipped = 0 or (many - skipped - points + step - 1) / step <= (many - skipped - 1) / step
                order by first
                """,
                statement -> {
                    int steps = Math.max(1, most - 1);
                    statement.setInt(1, steps);
                    statement.setInt(2, steps);
                    statement.setInt(3, programme);
                },
                row -> {
                    long left = row.getLong(7);
                    long step = row.getLong(8);
                    for (PricePoint point : points(row)) {
                        left--;
                        if (thinned.isEmpty() || left % step == 0) {
                            thinned.add(point);
                        }
                    }
                    return true;
                });
        return thinned;
    }

    private static List<PricePoint> points(ResultSet row) throws SQLException {
        var run = new PriceRun(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getInt(5),
                Bytes.of(row.getBytes(6)));
        return readable(run::points);
    }

    private static <T> T readable(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new JournalDamaged("read models must be readable: found=" + e.getMessage(), e);
        }
    }

    @Override
    public List<DividendDay> dividends(int programme, long position, int limit) {
        return queries.all(
                """
                select position, min(at_micros), min(day), array_agg(pico_fen order by tier) from hongli.dividend
                where programme = ? and position >= ? group by position order by position limit ?
                """,
                statement -> {
                    statement.setInt(1, programme);
                    statement.setLong(2, position);
                    statement.setInt(3, limit);
                },
                row -> new DividendDay(row.getLong(1), time(row, 2), Numbers.dividend(row, 3, 4)));
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        return Instant.EPOCH.plus(row.getLong(column), ChronoUnit.MICROS);
    }
}
