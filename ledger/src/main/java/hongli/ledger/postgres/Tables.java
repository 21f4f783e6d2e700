package hongli.ledger.postgres;

import hongli.ledger.JournalUnavailable;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// The tables of the ledger, brought to the newest form.
final class Tables {
    static final String SCHEMA = "hongli";

    private Tables() {}

    /// Creates what is missing in the schema `hongli`; its history is the table `ledger_history` there.
    static void migrate(DataSource source) {
        try {
            Flyway.configure()
                    .dataSource(source)
                    .schemas(SCHEMA)
                    .defaultSchema(SCHEMA)
                    .table("ledger_history")
                    .locations("classpath:db/migration/ledger")
                    .load()
                    .migrate();
        } catch (FlywayException e) {
            throw new JournalUnavailable("tables must be brought up to date: schema=" + SCHEMA, e);
        }
    }
}
