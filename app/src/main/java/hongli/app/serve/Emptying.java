package hongli.app.serve;

import hongli.ledger.postgres.Database;
import hongli.ledger.postgres.DatabaseUnavailable;
import hongli.mall.table.MallUnavailable;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;

/// Empties the database of a demo: journal and mall are gone as if they had never been.
final class Emptying {
    private Emptying() {}

    /// Drops everything that is ours; nobody may work on it.
    static void empty(Supplier<Database> place) {
        try (Database database = place.get();
                Connection connection = database.connections().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("drop schema if exists mall cascade");
            statement.execute("drop schema if exists hongli cascade");
        } catch (DatabaseUnavailable e) {
            throw Store.complaint(e);
        } catch (SQLException e) {
            throw Store.complaint(new MallUnavailable("the demo must be emptied", e));
        }
    }
}
