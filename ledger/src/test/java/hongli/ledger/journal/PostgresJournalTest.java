package hongli.ledger.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.ledger.JournalUnavailable;
import hongli.ledger.ProgrammeId;
import hongli.ledger.postgres.Claim;
import hongli.ledger.postgres.PostgresJournal;
import hongli.ledger.trial.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.postgresql.ds.PGSimpleDataSource;

@Execution(ExecutionMode.CONCURRENT)
final class PostgresJournalTest extends JournalContract {
    private final DataSource database = TestDatabase.fresh();

    @Override
    Journal fresh() {
        return PostgresJournal.open(database);
    }

    @Override
    Journal reopened(Journal closed) {
        return PostgresJournal.open(database);
    }

    @Test
    void keepsASecondServerOut() {
        assertThatThrownBy(() -> PostgresJournal.open(database, Claim.standard().withPatience(Duration.ofMillis(200))))
                .isInstanceOf(JournalUnavailable.class)
                .hasMessageContaining("another server");
    }

    @Test
    void goesOnAfterItsSessionsWereCut() {
        PGSimpleDataSource fresh = TestDatabase.fresh();
        try (Journal journal = PostgresJournal.open(fresh)) {
            journal.open(new ProgrammeId("wine"), "w", "{}", 1);
            TestDatabase.cutSessions(fresh);
            assertThatThrownBy(journal::flush).isInstanceOf(JournalUnavailable.class);
            journal.recover();
            journal.flush();
            assertThat(journal.programmes()).hasSize(1);
        }
    }

    @Test
    void leavesLittleLooseWhenItHasBound() throws SQLException {
        DataSource source = TestDatabase.fresh();
        try (Journal journal = PostgresJournal.open(source)) {
            var charter = journal.open(new ProgrammeId("wine"), "w", "{}", 1);
            List<Folio> folios = folios(charter, 2_000);
            journal.append(folios);
            int volumes = 0;
            while (journal.bind(1, folios.getLast().first() - 1)) {
                volumes++;
            }
            assertThat(volumes).isBetween(3, 20);
            assertThat(count(source, "select count(*) from hongli.journal")).isLessThan(512);
            assertThat(count(source, "select count(*) from hongli.volume")).isEqualTo(volumes);
        }
    }

    private static long count(DataSource source, String sql) throws SQLException {
        try (var connection = source.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
