package hongli.ledger.postgres;

import hongli.economy.command.MemberId;
import hongli.economy.exact.PicoFen;
import hongli.economy.fact.Transfer;
import hongli.ledger.JournalUnavailable;
import hongli.ledger.reading.Derived;
import hongli.ledger.reading.DividendDay;
import hongli.ledger.reading.Posting;
import hongli.ledger.reading.PricePoint;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes read models, column by column, in one transaction with the position they reach.
final class ReadModelWriter {
    private ReadModelWriter() {}

    static void write(Connection connection, int programme, long after, Derived derived) throws SQLException {
        Sql.run(connection, "set local synchronous_commit = off");
        advance(connection, programme, after, derived.upTo());
        writePostings(connection, programme, derived.postings());
        writePrices(connection, programme, derived.prices());
        for (DividendDay day : derived.dividends()) {
            writeDividend(connection, programme, day);
        }
    }

    static void clear(Connection connection, int programme) throws SQLException {
        for (String table : List.of("projector", "posting", "price", "dividend")) {
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from hongli." + table + " where programme = ?")) {
                delete.setInt(1, programme);
                delete.executeUpdate();
            }
        }
    }

    private static void advance(Connection connection, int programme, long after, long upTo) throws SQLException {
        String sql = after < 0
                ? "insert into hongli.projector (position, programme) values (?, ?) on conflict do nothing"
                : "update hongli.projector set position = ? where programme = ? and position = " + after;
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, upTo);
            statement.setInt(2, programme);
            if (statement.executeUpdate() != 1) {
                throw new JournalUnavailable("read models must stand at the position they go on from: after=" + after);
            }
        }
    }

    private static void writePostings(Connection connection, int programme, List<Posting> postings)
            throws SQLException {
        var columns = new Columns(postings.size());
        for (Posting posting : postings) {
            Transfer transfer = posting.transfer();
            columns.next(
                    posting.position(),
                    posting.line(),
                    micros(posting.at()),
                    transfer.reason().name(),
                    transfer.from().kind().name(),
                    text(transfer.from().member()),
                    transfer.to().kind().name(),
                    text(transfer.to().member()),
                    Numbers.decimal(transfer.amount()),
                    posting.commandType(),
                    posting.subject());
        }
        String sql = "insert into hongli.posting select " + programme + ", * from unnest(?::bigint[], ?::integer[],"
                + " ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::numeric[], ?::text[],"
                + " ?::text[])";
        columns.insert(
                connection,
                sql,
                List.of("int8", "int4", "int8", "text", "text", "text", "text", "text", "numeric", "text", "text"));
    }

    private static void writePrices(Connection connection, int programme, List<PricePoint> prices) throws SQLException {
        var columns = new Columns(prices.size());
        for (PricePoint price : prices) {
            columns.next(
                    price.position(),
                    micros(price.at()),
                    price.pool().fen(),
                    price.circulating().micro(),
                    price.price().fen(),
                    price.price().micro());
        }
        columns.insert(
                connection,
                "insert into hongli.price select " + programme
                        + ", * from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[],"
                        + " ?::bigint[])",
                List.of("int8", "int8", "int8", "int8", "int8", "int8"));
    }

    private static void writeDividend(Connection connection, int programme, DividendDay day) throws SQLException {
        List<PicoFen> amounts = new ArrayList<>(List.of(day.dividend().perMicroPoint()));
        amounts.addAll(day.dividend().perHead());
        LocalDate date = day.dividend().date();
        try (PreparedStatement insert =
                connection.prepareStatement("insert into hongli.dividend values (?, ?, ?, ?, ?, ?)")) {
            for (int tier = 0; tier < amounts.size(); tier++) {
                BigDecimal amount = Numbers.decimal(amounts.get(tier).count());
                insert.setInt(1, programme);
                insert.setLong(2, day.position());
                insert.setInt(3, tier);
                insert.setLong(4, micros(day.at()));
                insert.setObject(5, date);
                insert.setBigDecimal(6, amount);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static @Nullable String text(@Nullable MemberId member) {
        return member == null ? null : member.text();
    }

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }

    /// Rows turned on their side, as `unnest` wants them.
    private static final class Columns {
        private final int rows;
        private final List<@Nullable Object[]> columns = new ArrayList<>();
        private int row;

        Columns(int rows) {
            this.rows = rows;
        }

        void next(@Nullable Object... values) {
            for (int i = 0; i < values.length; i++) {
                if (row == 0) {
                    columns.add(new @Nullable Object[rows]);
                }
                columns.get(i)[row] = values[i];
            }
            row++;
        }

        void insert(Connection connection, String sql, List<String> types) throws SQLException {
            if (rows == 0) {
                return;
            }
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < types.size(); i++) {
                    statement.setArray(i + 1, connection.createArrayOf(types.get(i), columns.get(i)));
                }
                statement.executeUpdate();
            }
        }
    }
}
