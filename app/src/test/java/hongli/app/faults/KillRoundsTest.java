package hongli.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Server, database or both are killed at any moment, again and again, and nothing that was answered is lost or
/// doubled.
///
/// `hongli.rounds` says how often, `hongli.lives` how many servers live side by side, `hongli.from` the first seed.
@Execution(ExecutionMode.CONCURRENT)
class KillRoundsTest {
    private static final int FEW = 10;
    private static final int MANY = 1_000;
    private static final int ROUNDS_A_FOLDER = 10;

    private final int rounds = Integer.getInteger("hongli.rounds", Boolean.getBoolean("hongli.long") ? MANY : FEW);
    private final Map<Victim, Integer> kills = new ConcurrentHashMap<>();
    private final AtomicInteger done = new AtomicInteger();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong unanswered = new AtomicLong();
    private final AtomicLong found = new AtomicLong();

    @TempDir
    private Path temporary = Path.of("");

    @Test
    void whatWasAnsweredSurvivesEveryKillOnce() throws Exception {
        assumeTrue(ServerProcess.isPossible(), "skipped: process groups need Linux and setsid");
        Image image = rounds > FEW ? Image.trained(temporary) : Image.plain();
        long from = Long.getLong("hongli.from", 1);
        List<Callable<Boolean>> lives = new ArrayList<>();
        for (long seed = from; seed < from + (rounds + ROUNDS_A_FOLDER - 1) / ROUNDS_A_FOLDER; seed++) {
            long own = seed;
            lives.add(() -> live(image, own));
        }
        try (var threads = Executors.newFixedThreadPool(Integer.getInteger("hongli.lives", 2))) {
            for (Future<Boolean> life : threads.invokeAll(lives)) {
                assertThat(life.get()).isTrue();
            }
        }
        System.out.println(done + " kills " + new TreeMap<>(kills) + ", " + acknowledged
                + " acknowledged commands, all there once; " + unanswered + " without an answer, " + found
                + " of them in the journal");
        assertThat(acknowledged.get()).isGreaterThan(rounds);
    }

    private boolean live(Image image, long seed) throws IOException, InterruptedException {
        if (done.get() >= rounds) {
            return true; // another life has failed
        }
        Path folder = temporary.resolve("data-" + seed);
        try (var life = KilledLife.begin(image, folder, seed)) {
            for (int i = 0; i < ROUNDS_A_FOLDER && done.get() < rounds; i++) {
                KilledLife.Round round = life.round();
                kills.merge(round.victim(), 1, Integer::sum);
                unanswered.addAndGet(round.unanswered());
                found.addAndGet(round.found());
                System.out.println(
                        "round " + done.incrementAndGet() + " of " + rounds + ", seed " + seed + ": " + round);
            }
            life.finish();
            acknowledged.addAndGet(life.acknowledged());
        } catch (AssertionError | RuntimeException | IOException e) {
            done.set(rounds); // the others finish their round and no more
            System.out.println("seed " + seed + " failed: " + e);
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
        remove(folder);
        return true;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
