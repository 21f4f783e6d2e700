package hongli.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole process group is killed at any moment, again and again, and nothing that was answered is lost or doubled.
class KillRoundsTest {
    private static final int FEW = 10;
    private static final int MANY = 100;
    private static final int ROUNDS_A_FOLDER = 10;

    @Test
    void whatWasAnsweredSurvivesEveryKillOnce(@TempDir Path temporary) throws Exception {
        assumeTrue(ServerProcess.isPossible(), "skipped: process groups need Linux and setsid");
        int rounds = Boolean.getBoolean("hongli.long") ? MANY : FEW;
        long from = Long.getLong("hongli.from", 1);
        long acknowledged = 0;
        for (int first = 0; first < rounds; first += ROUNDS_A_FOLDER) {
            long seed = from + first / ROUNDS_A_FOLDER;
            try (var life = KilledLife.begin(temporary.resolve("data-" + seed), seed)) {
                for (int i = 1; i <= ROUNDS_A_FOLDER; i++) {
                    System.out.println("round " + (first + i) + " of " + rounds + ": " + life.round());
                }
                life.finish();
                acknowledged += life.acknowledged();
            }
        }
        System.out.println(rounds + " kills, " + acknowledged + " acknowledged commands, all there once");
        assertThat(acknowledged).isGreaterThan(rounds);
    }
}
