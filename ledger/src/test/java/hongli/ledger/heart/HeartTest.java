package hongli.ledger.heart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Runs of the whole heart: the same seeds as ever, and fresh ones for as long as there is time.
@Execution(ExecutionMode.CONCURRENT)
final class HeartTest {
    private static final int KNOWN_SEEDS = 60;
    /// Two minutes on the machine that watches the repository, and less where somebody waits for the result.
    private static final long FRESH_SECONDS = Long.getLong("hongli.seconds", System.getenv("CI") == null ? 20 : 120);

    private static final int THREADS = Math.min(2, Runtime.getRuntime().availableProcessors());

    @Test
    void keepsEveryPromiseUnderKnownSeeds() {
        requireNoFault(new Campaign(Cast.SOUND, 1, KNOWN_SEEDS, Long.MAX_VALUE));
    }

    @Test
    void keepsEveryPromiseUnderFreshSeeds() {
        long from = Long.getLong("hongli.from", System.currentTimeMillis());
        System.out.println("fresh seeds from " + from + " (-Dhongli.from=" + from + ")");
        requireNoFault(new Campaign(Cast.SOUND, from, Long.MAX_VALUE, FRESH_SECONDS));
    }

    @Test
    void theSameSeedAndTheSameActionsAreTheSameRun() {
        for (long seed = 1; seed <= 20; seed++) {
            Run run = Run.of(seed, Cast.SOUND);
            assertThat(Run.of(seed, Cast.SOUND).played()).isEqualTo(run.played());
            Run again = run.again(run.played(), Cast.SOUND);
            assertThat(again.played()).isEqualTo(run.played());
            assertThat(again.failure()).isNull();
            assertThat(again.commands()).isEqualTo(run.commands());
        }
    }

    private static void requireNoFault(Campaign campaign) {
        campaign.run(THREADS);
        System.out.println(campaign);
        Campaign.Failure failure = campaign.failure();
        assertThat(failure == null ? "" : Account.of(failure, Cast.SOUND)).isEmpty();
    }
}
