package hongli.ledger;

import static hongli.ledger.trial.Trial.TERMS;
import static hongli.ledger.trial.Trial.WINE;
import static org.assertj.core.api.Assertions.assertThat;

import hongli.ledger.audit.Check;
import hongli.ledger.journal.Journal;
import hongli.ledger.postgres.Database;
import hongli.ledger.postgres.PostgresJournal;
import hongli.ledger.trial.Trial;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// The whole database is killed under load: what was answered is there, once.
@Execution(ExecutionMode.CONCURRENT)
final class DatabaseKilledTest {
    private static final int ROUNDS = 3;
    private static final int PEOPLE = 16;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void keepsEveryAnsweredCommandOnce() throws InterruptedException {
        Map<String, Long> answered = new ConcurrentHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            loadAndKill(round, answered);
        }
        try (Database database = Database.embedded(folder)) {
            try (Ledger ledger = Ledger.start(PostgresJournal.open(database.connections()), Trial.settings())) {
                assertThat(answered).isNotEmpty();
                answered.forEach((key, position) -> assertThat(Trial.submit(ledger, order(key)))
                        .isInstanceOfSatisfying(Answer.Decided.class, decided -> {
                            assertThat(decided.position()).isEqualTo(position);
                            assertThat(decided.repeated()).isTrue();
                        }));
                assertThat(ledger.awaitReadModels(Trial.PATIENCE)).isTrue();
            }
            try (Journal journal = PostgresJournal.open(database.connections())) {
                assertThat(Check.of(journal).findings()).isEmpty();
            }
        }
    }

    private void loadAndKill(int round, Map<String, Long> answered) throws InterruptedException {
        Database.Embedded database = Database.embedded(folder);
        var stopped = new CompletableFuture<String>();
        var settings = Trial.settings().withRecovery(1, Duration.ZERO).withOnFatal(stopped::complete);
        try (Ledger ledger = Ledger.start(PostgresJournal.open(database.connections()), settings);
                ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            ledger.open(WINE, "w", TERMS);
            Trial.submit(ledger, Trial.join("join", "A"));
            for (int person = 0; person < PEOPLE; person++) {
                String name = round + "-" + person + "-";
                people.execute(() -> orderUntilItStops(ledger, name, answered));
            }
            int before = answered.size();
            while (answered.size() < before + 10 * PEOPLE) {
                Thread.sleep(5);
            }
            ProcessHandle.of(database.postgres().pid()).ifPresent(ProcessHandle::destroyForcibly);
            assertThat(stopped.orTimeout(Trial.PATIENCE.toSeconds(), TimeUnit.SECONDS)
                            .join())
                    .contains("journal");
        } finally {
            database.close();
        }
    }

    private static void orderUntilItStops(Ledger ledger, String name, Map<String, Long> answered) {
        for (int i = 0; ledger.figures().running(); i++) {
            String key = name + i;
            if (Trial.submit(ledger, order(key)) instanceof Answer.Decided decided) {
                answered.put(key, decided.position());
            }
        }
    }

    private static Submission order(String key) {
        return Trial.order(key, key, "A", "10.00");
    }
}
