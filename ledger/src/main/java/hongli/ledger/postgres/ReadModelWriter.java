package hongli.ledger.postgres;

import hongli.economy.exact.PicoFen;
import hongli.ledger.JournalUnavailable;
import hongli.ledger.reading.Derived;
import hongli.ledger.reading.DividendDay;
import hongli.ledger.reading.PriceRun;
import hongli.ledger.reading.StatementRow;
import hongli.ledger.reading.StatementWriter;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/// Writes read models, in one transaction with the position they reach.
final class ReadModelWriter {
    private ReadModelWriter() {}

    static void write(Connection connection, int programme, long after, Derived derived) throws SQLException {
        Sql.run(connection, "set local synchronous_commit = off");
        advance(connection, programme, after, derived.upTo());
        writeStatements(connection, programme, StatementWriter.rows(derived.postings()));
        writePrices(connection, programme, PriceRun.of(derived.prices()));
        for (DividendDay day : derived.dividends()) {
            writeDividend(connection, programme, day);
        }
    }

    static void clear(Connection connection, int programme) throws SQLException {
        for (String table : List.of("projector", "statement", "price", "dividend")) {
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

    private static void writeStatements(Connection connection, int programme, List<StatementRow> rows)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        BinaryRows.copy(connection, "statement (position, programme, member, content)", out -> {
            for (StatementRow row : rows) {
                out.row(4);
                out.add(row.position());
                out.add(programme);
                out.add(row.member().text());
                out.add(row.content().array());
            }
        });
    }

    private static void writePrices(Connection connection, int programme, List<PriceRun> runs) throws SQLException {
        if (runs.isEmpty()) {
            return;
        }
        String target = "price (first, last, from_micros, until_micros, programme, points, content)";
        BinaryRows.copy(connection, target, out -> {
            for (PriceRun run : runs) {
                out.row(7);
                out.add(run.first());
                out.add(run.last());
                out.add(run.fromMicros());
                out.add(run.untilMicros());
                out.add(programme);
                out.add(run.count());
                out.add(run.content().array());
            }
        });
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

    private static long micros(Instant at) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, at);
    }
}
