package hongli.bench;

import hongli.economy.Programme;
import hongli.economy.command.Command;
import hongli.economy.command.MemberId;
import hongli.economy.command.OrderId;
import hongli.economy.exact.Money;
import hongli.economy.fact.Fact;
import hongli.economy.fact.Outcome;
import java.lang.management.ManagementFactory;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// A great many members of one programme and what they do, the same in every run.
final class Crowd {
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    private final int members;
    private long orders;

    Crowd(int members) {
        this.members = members;
    }

    int members() {
        return members;
    }

    /// The joining of the member with this number; each has brought three others.
    Command join(int number) {
        return new Command.JoinMember(member(number), number == 0 ? null : member((number - 1) / 3), false);
    }

    /// An order of 1 to 500 yuan by anybody.
    Command order() {
        return order(random.nextInt(members));
    }

    /// An order of 1 to 500 yuan by the member with this number.
    Command order(int number) {
        return order(number, random.nextInt(100, 50_000));
    }

    Command order(int number, long fen) {
        Money amount = new Money(fen);
        return new Command.SettleOrder(new OrderId("o" + orders++), member(number), amount, amount);
    }

    /// Applies what must be applied.
    static Fact apply(Programme programme, Command command) {
        return switch (programme.apply(command)) {
            case Outcome.Applied(Fact fact) -> fact;
            case Outcome.Refused refused ->
                throw new IllegalStateException("every command must be applied: found=" + refused);
        };
    }

    /// The bytes that are reachable, after collecting the rest.
    static long heapBytes() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static MemberId member(int number) {
        return new MemberId("m" + number);
    }
}
