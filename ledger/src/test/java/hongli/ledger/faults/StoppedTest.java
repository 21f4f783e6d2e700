package hongli.ledger.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hongli.ledger.Ledger;
import hongli.ledger.audit.Check;
import hongli.ledger.journal.Journal;
import hongli.ledger.postgres.Claim;
import hongli.ledger.postgres.Database;
import hongli.ledger.postgres.PostgresJournal;
import hongli.ledger.trial.Customers;
import hongli.ledger.trial.Trial;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// All processes of the database are stopped where they are, and go on some time later.
@Isolated
final class StoppedTest {
    private static final long PAUSE_MILLIS = 3_000;

    private final Customers customers = new Customers();

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void requireSignals() {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "skipped: stopping a database needs Linux");
    }

    @Test
    void everybodyWaitsForADatabaseThatComesBackInTime() throws Exception {
        stop(Claim.standard().withLimit(Trial.PATIENCE), () -> Thread.sleep(PAUSE_MILLIS));
        assertThat(customers.refusals()).isZero();
        assertThat(customers.longestMillis()).isGreaterThan(PAUSE_MILLIS / 2);
    }

    @Test
    void everybodyIsToldThatNothingIsPromisedWhereItDoesNot() throws Exception {
        boolean isLong = Boolean.getBoolean("hongli.long");
        Claim claim = isLong ? Claim.standard() : Claim.standard().withLimit(Duration.ofSeconds(2));
        stop(claim, customers::awaitRefusal);
    }

    /// What happens while the database stands still.
    private interface Pause {
        void pass() throws InterruptedException;
    }

    private void stop(Claim claim, Pause pause) throws Exception {
        try (Database.Embedded database = Database.embedded(folder)) {
            var settings = Trial.settings().withRecovery(100, Duration.ofMillis(200));
            try (Ledger ledger = Ledger.start(PostgresJournal.open(database.connections(), claim), settings)) {
                customers.visit(ledger);
                customers.awaitAnswers(1_000);
                signal("STOP", database);
                pause.pass();
                signal("CONT", database);
                customers.awaitAnswers(1_000);
                customers.leave();
                customers.requireKept(ledger);
                System.out.println("database stopped: " + customers.answers() + " answered, " + customers.refusals()
                        + " times nothing promised, longest wait " + customers.longestMillis() + " ms");
            }
            try (Journal journal = PostgresJournal.open(database.connections())) {
                assertThat(Check.of(journal).findings()).isEmpty();
            }
        }
    }

    private static void signal(String name, Database.Embedded database) throws IOException, InterruptedException {
        ProcessHandle server = ProcessHandle.of(database.postgres().pid()).orElseThrow();
        String pids = Stream.concat(Stream.of(server), server.descendants())
                .map(process -> String.valueOf(process.pid()))
                .collect(Collectors.joining(" "));
        int status = new ProcessBuilder("sh", "-c", "kill -" + name + " " + pids)
                .start()
                .waitFor();
        assertThat(status).isZero();
    }
}
