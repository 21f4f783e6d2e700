package hongli.ledger;

import hongli.ledger.journal.Journal;
import hongli.ledger.postgres.PostgresJournal;
import hongli.ledger.trial.TestDatabase;
import javax.sql.DataSource;

final class ReadingInDatabaseTest extends ReadingContract {
    private final DataSource database = TestDatabase.fresh();

    @Override
    Journal journal() {
        return PostgresJournal.open(database);
    }
}
