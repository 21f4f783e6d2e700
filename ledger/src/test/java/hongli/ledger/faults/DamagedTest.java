package hongli.ledger.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.ledger.JournalBroken;
import hongli.ledger.Ledger;
import hongli.ledger.audit.Check;
import hongli.ledger.audit.Finding;
import hongli.ledger.journal.Journal;
import hongli.ledger.postgres.Database;
import hongli.ledger.postgres.PostgresJournal;
import hongli.ledger.trial.Trial;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// A byte on the disk is another one than was written.
@Isolated
final class DamagedTest {
    private static final int PAGE = 8192;
    private static final int ORDERS = 600;
    private static final String JOURNAL = "hongli.journal";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aFlippedByteInTheJournalsFileIsNamedWithItsPositionAtStartAndByTheCheck() throws Exception {
        write(1_000_000);
        flip(JOURNAL, 2);
        try (Database database = Database.embedded(folder)) {
            assertThatThrownBy(() -> Ledger.start(PostgresJournal.open(database.connections()), Trial.settings()))
                    .isInstanceOfSatisfying(
                            JournalBroken.class,
                            broken -> assertThat(broken.position()).isBetween(2L, (long) ORDERS))
                    .hasMessageContaining("programme=wine")
                    .hasMessageContaining("invalid page in block 2");
            List<Finding> findings = check(database);
            assertThat(findings).isNotEmpty();
            assertThat(findings.getFirst().what()).contains("invalid page in block 2");
            assertThat(findings.getFirst().position()).isBetween(2L, (long) ORDERS);
        }
    }

    @Test
    void aFlippedByteInASnapshotIsMadeGoodFromTheJournal() throws Exception {
        String state = write(200);
        flip("(select reltoastrelid::regclass::text from pg_class where oid = 'hongli.snapshot_part'::regclass)", 0);
        try (Database database = Database.embedded(folder);
                Ledger ledger = Ledger.start(PostgresJournal.open(database.connections()), Trial.settings())) {
            assertThat(Trial.state(ledger)).isEqualTo(state);
        }
    }

    /// Orders without a snapshot up to `snapshotEvery`, the last moment not being in one; the state they make.
    private String write(long snapshotEvery) throws SQLException {
        try (Database database = Database.embedded(folder)) {
            String state;
            try (Ledger ledger = Ledger.start(
                    PostgresJournal.open(database.connections()),
                    Trial.settings().withSnapshotEvery(snapshotEvery))) {
                ledger.open(Trial.WINE, "w", Trial.TERMS);
                Trial.submit(ledger, Trial.join("join", "A"));
                for (int i = 0; i < ORDERS; i++) {
                    Trial.submit(ledger, Trial.order("k" + i, "o" + i, "A", "10.00"));
                }
                state = Trial.state(ledger);
            }
            if (snapshotEvery > ORDERS) {
                // As after a kill: what the end of the ledger has written beside the journal is not there.
                sql(database, "delete from hongli.snapshot");
            }
            sql(database, "checkpoint");
            return state;
        }
    }

    private static List<Finding> check(Database database) {
        try (Journal journal = PostgresJournal.open(database.connections())) {
            return Check.of(journal).findings();
        }
    }

    /// Turns over one bit in the middle of a page, the database being stopped.
    private void flip(String table, int page) throws Exception {
        String name = table.startsWith("(") ? table : "'" + table + "'";
        Path file;
        try (Database database = Database.embedded(folder)) {
            file = folder.resolve("postgresql").resolve(sql(database, "select pg_relation_filepath(" + name + ")"));
        }
        try (var bytes = new RandomAccessFile(file.toFile(), "rw")) {
            assertThat(bytes.length()).isGreaterThan((long) page * PAGE);
            long offset = (long) page * PAGE + PAGE - 100;
            bytes.seek(offset);
            int old = bytes.read();
            bytes.seek(offset);
            bytes.write(old ^ 1);
        }
    }

    private static String sql(Database database, String sql) throws SQLException {
        try (Connection connection = database.connections().getConnection();
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet row = statement.getResultSet()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
