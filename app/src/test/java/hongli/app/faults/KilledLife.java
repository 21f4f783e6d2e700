package hongli.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.economy.RandomTerms;
import hongli.economy.terms.Terms;
import hongli.ledger.audit.Check;
import hongli.ledger.journal.Journal;
import hongli.ledger.postgres.Database;
import hongli.ledger.postgres.PostgresJournal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;

/// One data folder whose server is killed at the end of every round.
final class KilledLife implements AutoCloseable {
    private static final int SAMPLE = 200;

    private final Image image;
    private final Path folder;
    private final SplittableRandom random;
    private final Terms terms;
    private final Crowd crowd;
    private final Judge judge;
    private final Map<Sent, Said> acknowledged = new HashMap<>();
    private ServerProcess server;

    /// What came of one round.
    ///
    /// @param restartMillis from the last start of the process until it took commands
    record Round(
            Victim victim,
            int acknowledged,
            int unanswered,
            int found,
            int journal,
            int killedStarts,
            long restartMillis) {
        @Override
        public String toString() {
            return ("%s killed, acknowledged %d, unanswered %d (in the journal %d), journal %d, killed starts %d,"
                            + " open in %d ms")
                    .formatted(victim, acknowledged, unanswered, found, journal, killedStarts, restartMillis);
        }
    }

    private KilledLife(Image image, Path folder, SplittableRandom random, ServerProcess server) {
        this.image = image;
        this.folder = folder;
        this.random = random;
        this.server = server;
        this.terms = RandomTerms.any(random);
        this.crowd = new Crowd(random.split(), terms);
        this.judge = new Judge(terms);
    }

    static KilledLife begin(Image image, Path folder, long seed) throws IOException, InterruptedException {
        var random = new SplittableRandom(seed);
        killStarts(image, folder, random);
        var life = new KilledLife(image, folder, random, ServerProcess.open(image, folder));
        life.server.api().open(life.terms);
        return life;
    }

    /// Now and then a server is killed before it has begun; how often.
    private static int killStarts(Image image, Path folder, SplittableRandom random)
            throws IOException, InterruptedException {
        int kills = 0;
        while (random.nextInt(4) == 0) {
            try (var server = ServerProcess.launch(image, folder)) {
                TimeUnit.MILLISECONDS.sleep(random.nextInt(100, 3_000));
                var _ = server.kill(random.nextBoolean() ? Victim.SERVER : Victim.BOTH);
                kills++;
            }
        }
        return kills;
    }

    /// Load, a kill at any moment, a restart, and everything compared.
    Round round() throws IOException, InterruptedException {
        crowd.learn(judge.engine());
        var load = Load.begin(server.api(), crowd, random.split());
        TimeUnit.MILLISECONDS.sleep(random.nextInt(200, 1_500));
        Victim victim = Victim.values()[random.nextInt(Victim.values().length)];
        List<ProcessHandle> killed = kill(load, victim);
        if (random.nextBoolean()) {
            ServerProcess.awaitGone(killed);
        }
        int killedStarts = killStarts(image, folder, random);
        long start = System.nanoTime();
        server = ServerProcess.open(image, folder);
        long restartMillis = (System.nanoTime() - start) / 1_000_000;
        ServerProcess.awaitGone(killed);

        judge.catchUp(server.api());
        judge.requireKept(load.acknowledged());
        int found = sendUnansweredAgain(load.unanswered());
        acknowledged.putAll(load.acknowledged());
        sendSomeAgain();
        judge.catchUp(server.api());
        judge.requireKept(acknowledged);
        judge.requireState(server.api());
        return new Round(
                victim,
                load.acknowledged().size(),
                load.unanswered().size(),
                found,
                judge.size(),
                killedStarts,
                restartMillis);
    }

    private List<ProcessHandle> kill(Load load, Victim victim) throws IOException, InterruptedException {
        assertThat(server.isAlive()).as("the server lives until it is killed").isTrue();
        load.expectTheEnd();
        List<ProcessHandle> killed = server.kill(victim);
        load.awaitEnd();
        server.close();
        return killed;
    }

    /// Clients that had no answer ask again: what was decided is not decided twice, what was lost is decided now.
    private int sendUnansweredAgain(List<Sent> unanswered) throws IOException, InterruptedException {
        int found = 0;
        for (int from = 0; from < unanswered.size(); from += SAMPLE) {
            List<Sent> part = unanswered.subList(from, Math.min(from + SAMPLE, unanswered.size()));
            List<Optional<Said>> answers = server.api().submit(part);
            for (int i = 0; i < part.size(); i++) {
                Sent sent = part.get(i);
                Said said = answers.get(i).orElseThrow();
                assertThat(said.repeated()).as("%s", sent).isEqualTo(judge.knows(sent));
                if (judge.knows(sent)) {
                    judge.requireKept(sent, said);
                    found++;
                }
                acknowledged.put(sent, said);
            }
        }
        return found;
    }

    /// Some of all that was ever acknowledged is asked again: the same answer, marked as repeated.
    private void sendSomeAgain() throws IOException, InterruptedException {
        List<Sent> all = new ArrayList<>(acknowledged.keySet());
        Collections.shuffle(all, new Random(random.nextLong()));
        List<Sent> some = all.subList(0, Math.min(SAMPLE, all.size()));
        List<Optional<Said>> answers = server.api().submit(some);
        for (int i = 0; i < some.size(); i++) {
            Said before = acknowledged.getOrDefault(some.get(i), new Said(0, "", false));
            assertThat(answers.get(i)).as("%s", some.get(i)).contains(before.again());
        }
    }

    /// Stops the server in peace and has the accountants look at what the kills have left.
    void finish() throws IOException, InterruptedException {
        judge.requireAll(server.api());
        List<ProcessHandle> family = server.family();
        assertThat(server.stop()).as("%s", server.said()).isIn(0, 143);
        ServerProcess.awaitGone(family);
        try (Database database = Database.embedded(folder);
                Journal journal = PostgresJournal.open(database.connections())) {
            assertThat(Check.of(journal).findings()).isEmpty();
        }
    }

    /// How many commands were ever answered.
    int acknowledged() {
        return acknowledged.size();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
