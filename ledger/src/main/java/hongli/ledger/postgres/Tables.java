package hongli.ledger.postgres;

import hongli.ledger.JournalUnavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;

/// The tables of the ledger, brought to the newest form.
final class Tables {
    static final String SCHEMA = "hongli";

    private static final String HISTORY = "ledger_history";

    private Tables() {}

    /// Creates what is missing in the schema `hongli`; its history is the table `ledger_history` there.
    static void migrate(DataSource source) {
        try {
            flyway(source).migrate();
        } catch (FlywayException e) {
            throw new JournalUnavailable("tables must be brought up to date: schema=" + SCHEMA, e);
        }
    }

    /// Makes sure that the tables have the newest form, and changes nothing.
    ///
    /// @throws TablesDiffer where they have not
    static void requireCurrent(DataSource source) {
        try {
            var info = flyway(source).info();
            int found = newest(Stream.of(info.applied()));
            int known =
                    newest(Stream.of(info.all()).filter(each -> each.getState().isResolved()));
            if (found != known) {
                throw new TablesDiffer(found, known);
            }
        } catch (FlywayException e) {
            throw new JournalUnavailable("tables must be readable: schema=" + SCHEMA, e);
        }
    }

    private static int newest(Stream<MigrationInfo> migrations) {
        return migrations
                .filter(each -> each.getVersion() != null)
                .mapToInt(each -> each.getVersion().getMajor().intValue())
                .max()
                .orElse(0);
    }

    private static Flyway flyway(DataSource source) {
        return Flyway.configure()
                .dataSource(source)
                .schemas(SCHEMA)
                .defaultSchema(SCHEMA)
                .table(HISTORY)
                .locations("classpath:db/migration/ledger")
                .load();
    }

    /// The version of the tables there are.
    static int version(Connection connection) {
        return (int) Sql.number(
                connection, "select max(version::integer) from " + SCHEMA + "." + HISTORY + " where success");
    }

    /// The columns of a table, in order.
    static List<String> columns(Connection connection, Truth truth) {
        String sql = "select column_name from information_schema.columns where table_schema = ? and table_name = ?"
                + " order by ordinal_position";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, SCHEMA);
            statement.setString(2, truth.table());
            List<String> columns = new ArrayList<>();
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    columns.add(row.getString(1));
                }
            }
            return columns;
        } catch (SQLException e) {
            throw new JournalUnavailable("columns must be readable: table=" + truth.table(), e);
        }
    }
}
