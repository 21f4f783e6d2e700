package hongli.economy;

import hongli.economy.command.HoldId;
import hongli.economy.command.MemberId;
import hongli.economy.command.OrderId;
import java.util.List;
import java.util.random.RandomGenerator;

/// Identifiers of all scripts, those among them whose order by code point is not that of Java's characters.
final class RandomNames {
    private static final List<String> LETTERS = List.of(
            "m", "Z", "é", "会员", "\uFFEE", "\uFF21", "\uE000", "\uD83D\uDE00", "\uD800\uDC00", "\"", "\\", "a b");

    private final RandomGenerator random;
    private final boolean plain;
    private int used;

    RandomNames(RandomGenerator random) {
        this.random = random;
        this.plain = random.nextInt(3) > 0;
    }

    MemberId newMember() {
        return new MemberId(prefix() + used++);
    }

    OrderId newOrder() {
        return new OrderId(prefix() + used++);
    }

    HoldId newHold() {
        return new HoldId(prefix() + used++);
    }

    private String prefix() {
        if (plain) {
            return "m";
        }
        String one = LETTERS.get(random.nextInt(LETTERS.size()));
        return random.nextBoolean() ? one : one + LETTERS.get(random.nextInt(LETTERS.size()));
    }
}
