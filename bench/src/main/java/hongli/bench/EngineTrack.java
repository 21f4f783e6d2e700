package hongli.bench;

import hongli.economy.Programme;
import hongli.economy.command.Command;
import hongli.economy.command.MemberId;
import hongli.economy.command.OrderId;
import hongli.economy.exact.Money;
import hongli.economy.fact.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// The engine alone, in memory: orders with two referrers, redemptions and day closes, one thread.
final class EngineTrack {
    private static final int MEMBERS = Integer.getInteger("m", 100_000);
    private static final int COMMANDS = 1_000_000;
    private static final int DAY = 10_000;
    private static final int WARM_UPS = 2;

    private EngineTrack() {}

    /// Runs the track and says how many commands a second the best of three rounds applied.
    static void run() {
        for (int round = 0; round < WARM_UPS + 3; round++) {
            Programme programme = Programme.open(Tracks.terms());
            join(programme);
            List<Command> commands = commands();
            long start = System.nanoTime();
            int refused = 0;
            for (Command command : commands) {
                refused += programme.apply(command) instanceof Outcome.Refused ? 1 : 0;
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            if (round >= WARM_UPS) {
                System.out.printf(
                        "engine, in memory, one thread: %,d commands (%,d refused) in %.2f s = %,.0f/s%n",
                        COMMANDS, refused, seconds, COMMANDS / seconds);
            }
        }
    }

    private static void join(Programme programme) {
        for (int i = 0; i < MEMBERS; i++) {
            MemberId referrer = i == 0 ? null : member((i - 1) / 3);
            programme.apply(new Command.JoinMember(member(i), referrer, false));
        }
    }

    private static List<Command> commands() {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        List<Command> commands = new ArrayList<>(COMMANDS);
        for (int i = 0; i < COMMANDS; i++) {
            commands.add(command(random, i));
        }
        return commands;
    }

    private static Command command(RandomGenerator random, int i) {
        if (i % DAY == DAY - 1) {
            return new Command.CloseDay(LocalDate.EPOCH.plusDays(i / DAY));
        }
        Money amount = new Money(random.nextInt(100, 50_000));
        return new Command.SettleOrder(new OrderId("o" + i), member(random.nextInt(MEMBERS)), amount, amount);
    }

    private static MemberId member(int number) {
        return new MemberId("m" + number);
    }
}
