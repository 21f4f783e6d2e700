package hongli.app.serve;

import hongli.ledger.Ledger;
import hongli.ledger.LedgerSettings;
import hongli.ledger.postgres.Database;
import hongli.ledger.postgres.PostgresJournal;
import hongli.mall.audit.Audit;
import hongli.mall.table.MallClock;
import hongli.mall.table.MallUnavailable;
import hongli.mall.table.StatementFailed;
import hongli.mall.table.Tables;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;

/// The check of the mall in a database that nobody works on.
public final class MallCheck {
    private MallCheck() {}

    /// What was seen and found; nothing where there is no mall.
    ///
    /// @throws hongli.app.console.Complaint where it cannot be read
    public static Optional<Audit.Report> of(Database database) {
        DataSource source = database.connections();
        try {
            Optional<Tables> tables = Tables.visit(source, new MallClock(InstantSource.system(), true));
            if (tables.isEmpty()) {
                return Optional.empty();
            }
            LedgerSettings settings = LedgerSettings.standard().withProjecting(false);
            try (Ledger ledger = Ledger.start(PostgresJournal.open(source), settings)) {
                return Optional.of(Audit.of(tables.get(), ledger));
            }
        } catch (MallUnavailable | StatementFailed e) {
            throw Store.complaint(e);
        }
    }
}
