package hongli.ledger.postgres;

import hongli.economy.Price;
import hongli.economy.command.MemberId;
import hongli.economy.exact.Money;
import hongli.economy.exact.Points;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Account;
import hongli.economy.fact.Transfer;
import hongli.ledger.JournalUnavailable;
import hongli.ledger.reading.Derived;
import hongli.ledger.reading.DividendDay;
import hongli.ledger.reading.Posting;
import hongli.ledger.reading.PricePoint;
import hongli.ledger.reading.ReadModels;
import hongli.ledger.reading.StatementLine;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/// Read models in the tables `posting`, `price` and `dividend`; statements are a view of the postings.
final class PostgresReadModels implements ReadModels {
    private static final String POSTING = """
            select position, line, at_micros, reason, from_account, from_member, to_account, to_member, amount,
                   command_type, subject
            from hongli.posting
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
        return queries.all(
                """
                select position, line, at_micros, reason, account, change, counter_account, counter_member,
                       command_type, subject
                from hongli.statement_line
                where programme = ? and member = ? and position <= ? and (position, line) < (?, ?)
                order by position desc, line desc limit ?
                """,
                statement -> {
                    statement.setInt(1, programme);
                    statement.setString(2, member.text());
                    statement.setLong(3, from.position());
                    statement.setLong(4, from.position());
                    statement.setInt(5, from.line());
                    statement.setInt(6, limit);
                },
                PostgresReadModels::statementLine);
    }

    @Override
    public Map<Account.Kind, Wide> balances(int programme, MemberId member, StatementLine.Place before) {
        Map<Account.Kind, Wide> balances = new EnumMap<>(Account.Kind.class);
        queries.all(
                        """
                        select account, sum(change) from hongli.statement_line
                        where programme = ? and member = ? and position <= ? and (position, line) < (?, ?)
                        group by account
                        """,
                        statement -> {
                            statement.setInt(1, programme);
                            statement.setString(2, member.text());
                            statement.setLong(3, before.position());
                            statement.setLong(4, before.position());
                            statement.setInt(5, before.line());
                        },
                        row -> Map.entry(Account.Kind.valueOf(row.getString(1)), Numbers.wide(row.getBigDecimal(2))))
                .forEach(entry -> balances.put(entry.getKey(), entry.getValue()));
        return balances;
    }

    private static StatementLine statementLine(ResultSet row) throws SQLException {
        return new StatementLine(
                row.getLong(1),
                row.getInt(2),
                time(row, 3),
                Transfer.Reason.valueOf(row.getString(4)),
                Account.Kind.valueOf(row.getString(5)),
                Numbers.wide(row.getBigDecimal(6)),
                account(row.getString(7), row.getString(8)),
                row.getString(9),
                row.getString(10));
    }

    @Override
    public List<Posting> postings(int programme, long position, int line, int limit) {
        return queries.all(
                POSTING + "where programme = ? and (position, line) > (?, ?) order by position, line limit ?",
                statement -> {
                    statement.setInt(1, programme);
                    statement.setLong(2, position);
                    statement.setInt(3, line);
                    statement.setInt(4, limit);
                },
                PostgresReadModels::posting);
    }

    private static Posting posting(ResultSet row) throws SQLException {
        var transfer = new Transfer(
                Transfer.Reason.valueOf(row.getString(4)),
                account(row.getString(5), row.getString(6)),
                account(row.getString(7), row.getString(8)),
                Numbers.wide(row.getBigDecimal(9)));
        return new Posting(row.getLong(1), row.getInt(2), time(row, 3), transfer, row.getString(10), row.getString(11));
    }

    @Override
    public List<PricePoint> prices(int programme, long position, int limit) {
        return queries.all(
                """
                select position, at_micros, pool_fen, circulating_micro, price_fen, price_micro from hongli.price
                where programme = ? and position >= ? order by position limit ?
                """,
                statement -> {
                    statement.setInt(1, programme);
                    statement.setLong(2, position);
                    statement.setInt(3, limit);
                },
                PostgresReadModels::pricePoint);
    }

    @Override
    public @Nullable PricePoint lastPrice(int programme) {
        List<PricePoint> last =
                queries.all("""
                select position, at_micros, pool_fen, circulating_micro, price_fen, price_micro from hongli.price
                where programme = ? order by position desc limit 1
                """, statement -> statement.setInt(1, programme), PostgresReadModels::pricePoint);
        return last.isEmpty() ? null : last.getFirst();
    }

    @Override
    public List<PricePoint> thinnedPrices(int programme, int most) {
        return queries.all(
                """
                select position, at_micros, pool_fen, circulating_micro, price_fen, price_micro
                from (select *, row_number() over (order by position) as number, count(*) over () as many
                      from hongli.price where programme = ?) numbered
                where number = 1 or (many - number) % greatest(1, (many + ? - 1) / ?) = 0
                order by position
                """,
                statement -> {
                    int steps = Math.max(1, most - 1);
                    statement.setInt(1, programme);
                    statement.setInt(2, steps);
                    statement.setInt(3, steps);
                },
                PostgresReadModels::pricePoint);
    }

    private static PricePoint pricePoint(ResultSet row) throws SQLException {
        return new PricePoint(
                row.getLong(1),
                time(row, 2),
                new Money(row.getLong(3)),
                new Points(row.getLong(4)),
                new Price(row.getLong(5), row.getLong(6)));
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

    private static Account account(String kind, @Nullable String member) {
        return new Account(Account.Kind.valueOf(kind), member == null ? null : new MemberId(member));
    }

    private static Instant time(ResultSet row, int column) throws SQLException {
        return Instant.EPOCH.plus(row.getLong(column), ChronoUnit.MICROS);
    }
}
