package hongli.ledger.heart;

import hongli.economy.RandomAmounts;
import hongli.economy.RandomTerms;
import hongli.economy.terms.Terms;
import hongli.ledger.LedgerSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// What kind of run a seed gives: each has its own mixture of work and faults, some of them none of a kind.
///
/// @param terms one for each programme
/// @param actions how many are drawn
/// @param batch the most commands in a commit
/// @param queue the most that wait
/// @param snapshotEvery commands between two snapshots
/// @param sending of a thousand actions those that send
/// @param haste of a thousand chances those at which a call to the database returns
/// @param failing of a thousand calls those that fail
/// @param killing of ten thousand actions those that kill the server, and those that kill the database
/// @param misfortune of ten thousand actions those that spoil, deafen, jump and stop
record Plan(
        List<Terms> terms,
        List<RandomAmounts> amounts,
        int actions,
        int batch,
        int queue,
        int snapshotEvery,
        int sending,
        int haste,
        int failing,
        int killing,
        int misfortune) {
    static Plan draw(RandomGenerator random) {
        int programmes = 1 + random.nextInt(3);
        List<RandomAmounts> amounts = Stream.generate(() -> RandomAmounts.any(random))
                .limit(programmes)
                .toList();
        List<Terms> terms = amounts.stream()
                .map(each -> each == RandomAmounts.EXTREME ? RandomTerms.extreme(random) : RandomTerms.any(random))
                .toList();
        return new Plan(
                terms,
                amounts,
                600 + random.nextInt(2_400),
                one(random, 1, 5, 20, 50),
                one(random, 5, 50, 100, 1_000),
                one(random, 10, 50, 200, 1_000_000),
                one(random, 300, 450, 600),
                one(random, 150, 400, 700),
                one(random, 0, 0, 5, 20, 80),
                one(random, 0, 5, 15, 60),
                one(random, 0, 20, 60, 200));
    }

    /// How many of `count` submissions that come at once are taken in where `waiting` wait: whole tickets.
    int room(int waiting, int count) {
        int most = Math.min(queue, batch);
        int taken = 0;
        while (taken < count && waiting + taken + Math.min(most, count - taken) <= queue) {
            taken += Math.min(most, count - taken);
        }
        return taken;
    }

    LedgerSettings settings(InstantSource clock, Consumer<String> onFatal) {
        return LedgerSettings.standard()
                .withClock(clock)
                .withQueue(queue, batch)
                .withSnapshotEvery(snapshotEvery)
                .withRecovery(5, Duration.ZERO)
                .withOnFatal(onFatal);
    }

    private static int one(RandomGenerator random, int... values) {
        return values[random.nextInt(values.length)];
    }
}
