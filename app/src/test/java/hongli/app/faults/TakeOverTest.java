package hongli.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hongli.economy.RandomTerms;
import hongli.economy.terms.Terms;
import hongli.ledger.audit.Check;
import hongli.ledger.journal.Journal;
import hongli.ledger.postgres.Database;
import hongli.ledger.postgres.PostgresJournal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two servers on one database: the second waits its turn, or puts out the first, which never writes again.
class TakeOverTest {
    private final SplittableRandom random = new SplittableRandom(5);
    private final Terms terms = RandomTerms.withPool(random);
    private final Judge judge = new Judge(terms);
    private final Crowd crowd = new Crowd(random.split(), terms);

    @Test
    void aPausedServerThatWakesCannotWrite(@TempDir Path folder) throws Exception {
        assumeTrue(ServerProcess.isPossible(), "skipped: process groups need Linux and setsid");
        try (Database.Embedded database = Database.embedded(folder)) {
            try (var first = launch(database).awaitOpen()) {
                first.api().open(terms);
                assertThat(first.api().submit(crowd.next(100))).hasSize(100);
                var load = Load.begin(first.api(), crowd, random.split());
                Thread.sleep(500);
                load.expectTheEnd();
                ServerProcess.signal("STOP", first.family());
                requireRefused(database);
                judge(database, load, first);
            }
            try (Journal journal = PostgresJournal.open(database.connections())) {
                assertThat(Check.of(journal).findings()).isEmpty();
            }
        }
    }

    private void judge(Database.Embedded database, Load load, ServerProcess first)
            throws IOException, InterruptedException {
        try (var second = launch(database, "--take-over").awaitOpen()) {
            judge.catchUp(second.api());
            ServerProcess.signal("CONT", first.family());
            assertThat(first.exitCode()).isEqualTo(1);
            load.awaitEnd();
            assertThat(first.said()).contains("另一个红利已接管", "another server has taken the journal");
            int before = judge.size();
            judge.catchUp(second.api());
            assertThat(judge.size())
                    .as("the first one has written nothing more")
                    .isEqualTo(before);
            judge.requireKept(load.acknowledged());
            crowd.learn(judge.engine());
            assertThat(second.api().submit(crowd.next(50))).allMatch(said -> said.isPresent());
            assertThat(second.api().submit(load.unanswered())).allMatch(said -> said.isPresent());
            judge.catchUp(second.api());
            judge.requireState(second.api());
            assertThat(second.stop()).isIn(0, 143);
        }
    }

    private static void requireRefused(Database.Embedded database) throws IOException, InterruptedException {
        try (var refused = launch(database)) {
            assertThat(refused.exitCode()).as("%s", refused.said()).isEqualTo(1);
            assertThat(refused.said()).contains("another server", "--take-over").doesNotContain("\tat ");
        }
    }

    private static ServerProcess launch(Database.Embedded database, String... more) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of("--database-url", database.postgres().url()));
        Stream.of(more).forEach(arguments::add);
        return ServerProcess.launch(
                Image.plain(),
                ServerProcess.freePort(),
                arguments,
                Map.of(
                        "HONGLI_DATABASE_USER", database.postgres().user(),
                        "HONGLI_DATABASE_PASSWORD", database.postgres().password()));
    }
}
