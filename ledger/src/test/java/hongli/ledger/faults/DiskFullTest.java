package hongli.ledger.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hongli.ledger.Ledger;
import hongli.ledger.LedgerSettings;
import hongli.ledger.audit.Check;
import hongli.ledger.journal.Journal;
import hongli.ledger.postgres.Database;
import hongli.ledger.postgres.DatabaseUnavailable;
import hongli.ledger.postgres.PostgresJournal;
import hongli.ledger.trial.Customers;
import hongli.ledger.trial.Trial;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The disk is full: first nothing more can be written, then there is room again.
final class DiskFullTest {
    private final Customers customers = new Customers();
    private final LedgerSettings settings = Trial.settings().withRecovery(1_000, Duration.ofMillis(100));

    @TempDir
    private Path temporary = Path.of("");

    private Path disk = Path.of("");

    @BeforeEach
    void mount() throws IOException, InterruptedException {
        disk = Files.createDirectory(temporary.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=120m", "hongli-trial", disk.toString()) == 0,
                "skipped: only who may mount can make a small disk");
    }

    @AfterEach
    void unmount() throws IOException, InterruptedException {
        run("umount", "-l", disk.toString());
    }

    /// The log goes on in the files it has, but tables cannot grow: every append fails until there is room.
    @Test
    void losesNothingWhenTablesCannotGrow() throws Exception {
        losesNothing(disk.resolve("data"), "");
    }

    /// The log has a disk of its own and needs a new file: the database cannot go on without, and ends.
    @Test
    void losesNothingWhenTheLogCannotGrow() throws Exception {
        Path folder = temporary.resolve("data");
        Database.embedded(folder).close();
        Path log = folder.resolve("postgresql/pg_wal");
        assertThat(run("mv", log.toString(), disk.resolve("pg_wal").toString())).isZero();
        Files.createSymbolicLink(log, disk.resolve("pg_wal"));
        losesNothing(folder, "select pg_switch_wal()");
    }

    private void losesNothing(Path folder, String push) throws Exception {
        try (Database.Embedded database = Database.embedded(folder)) {
            boolean wentOn = fillAndFree(database, push);
            System.out.println("disk full: " + customers.answers() + " answered, " + customers.refusals()
                    + " times nothing promised, longest wait " + customers.longestMillis() + " ms, database "
                    + (wentOn ? "went on by itself" : "had to be started again"));
        }
        try (Database.Embedded database = Database.embedded(folder)) {
            try (Ledger ledger = Ledger.start(PostgresJournal.open(database.connections()), settings)) {
                customers.visit(ledger);
                customers.awaitAnswers(100);
                customers.leave();
                customers.requireKept(ledger);
            }
            try (Journal journal = PostgresJournal.open(database.connections())) {
                assertThat(Check.of(journal).findings()).isEmpty();
            }
        }
    }

    private boolean fillAndFree(Database.Embedded database, String push) throws Exception {
        try (Ledger ledger = Ledger.start(PostgresJournal.open(database.connections()), settings)) {
            customers.visit(ledger);
            customers.awaitAnswers(500);
            Path ballast = disk.resolve("ballast");
            fill(ballast);
            awaitTrouble(ledger, database, push);
            Thread.sleep(2_000);
            int refused = customers.refusals();
            Files.delete(ballast);
            if (database.postgres().isAlive()) {
                customers.awaitAnswers(500);
                customers.leave();
                customers.requireKept(ledger);
                return true;
            }
            assertThat(refused).isPositive();
            customers.leave();
            return false;
        }
    }

    private void awaitTrouble(Ledger ledger, Database.Embedded database, String push) throws InterruptedException {
        long end = System.nanoTime() + Trial.PATIENCE.toNanos();
        while (ledger.figures().failures() == 0 && database.postgres().isAlive()) {
            assertThat(System.nanoTime()).as("answers: %d", customers.answers()).isLessThan(end);
            push(database, push);
            Thread.sleep(10);
        }
    }

    private static void push(Database.Embedded database, String sql) {
        try (var connection = database.connections().getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException _) {
            // Which is what it is for.
        }
    }

    @Test
    void saysSoWhenItCannotEvenBegin() throws IOException {
        fill(disk.resolve("ballast"));
        assertThatThrownBy(() -> Database.embedded(disk.resolve("data")).close())
                .isInstanceOf(DatabaseUnavailable.class)
                .hasMessageMatching("(?s).*[Nn]o space.*left on.*");
    }

    /// Takes all the room there is.
    private static void fill(Path ballast) throws IOException {
        byte[] zeros = new byte[1 << 12];
        try (OutputStream out = Files.newOutputStream(ballast)) {
            while (Files.getFileStore(ballast).getUsableSpace() > 0) {
                out.write(zeros);
            }
        } catch (IOException e) {
            if (!String.valueOf(e.getMessage()).contains("No space left")) {
                throw e;
            }
        }
    }

    private static int run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).start().waitFor();
    }
}
