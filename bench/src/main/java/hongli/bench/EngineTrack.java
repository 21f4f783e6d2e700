package hongli.bench;

import hongli.economy.Programme;
import hongli.economy.command.Command;
import hongli.economy.command.MemberId;
import hongli.economy.command.OrderId;
import hongli.economy.exact.Money;
import hongli.economy.fact.Outcome;
import hongli.economy.terms.Terms;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// The engine alone, in memory, one thread: orders of random members, a day closed every 10,000 of them.
final class EngineTrack {
    private static final int COMMANDS = 1_000_000;
    private static final int DAY = 10_000;
    private static final int WARM_UPS = 2;
    private static final int ROUNDS = 3;

    private EngineTrack() {}

    /// Runs the track at several sizes and prints commands a second, by the clock and by the processor.
    static void run() {
        run("plain terms", Tracks.plainTerms(), 10_000);
        run("plain terms", Tracks.plainTerms(), 1_000_000);
        run("two referrers, tiers, forced sale", Tracks.terms(), 10_000);
        run("two referrers, tiers, forced sale", Tracks.terms(), 1_000_000);
    }

    private static void run(String what, Terms terms, int members) {
        for (int round = 1; round <= WARM_UPS + ROUNDS; round++) {
            Programme programme = Programme.open(terms);
            join(programme, members);
            List<Command> commands = commands(members);
            long start = System.nanoTime();
            long busy = processorNanos();
            for (Command command : commands) {
                if (programme.apply(command) instanceof Outcome.Refused refused) {
                    throw new IllegalStateException("every command must be applied: found=" + refused);
                }
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            double processor = (processorNanos() - busy) / 1e9;
            if (round > WARM_UPS) {
                System.out.printf(
                        "engine, %-34s %,9d members: %,10.0f commands/s by the clock, %,10.0f/s of processor%n",
                        what, members, COMMANDS / seconds, COMMANDS / processor);
            }
        }
    }

    /// What this thread has used of a processor.
    static long processorNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void join(Programme programme, int members) {
        for (int i = 0; i < members; i++) {
            MemberId referrer = i == 0 ? null : member((i - 1) / 3);
            programme.apply(new Command.JoinMember(member(i), referrer, false));
        }
    }

    private static List<Command> commands(int members) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        List<Command> commands = new ArrayList<>(COMMANDS);
        for (int i = 0; i < COMMANDS; i++) {
            commands.add(command(random, members, i));
        }
        return commands;
    }

    private static Command command(RandomGenerator random, int members, int i) {
        if (i % DAY == DAY - 1) {
            return new Command.CloseDay(LocalDate.EPOCH.plusDays(i / DAY));
        }
        Money amount = new Money(random.nextInt(100, 50_000));
        return new Command.SettleOrder(new OrderId("o" + i), member(random.nextInt(members)), amount, amount);
    }

    private static MemberId member(int number) {
        return new MemberId("m" + number);
    }
}
