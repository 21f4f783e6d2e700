package hongli.economy;

import hongli.economy.exact.Limits;
import hongli.economy.exact.Money;
import java.util.random.RandomGenerator;

/// The size of the orders of one story.
public enum RandomAmounts {
    /// A few fen.
    TINY {
        @Override
        Money order(RandomGenerator random) {
            return new Money(1 + random.nextInt(60));
        }
    },
    /// The same few amounts again and again, so that members have twins.
    EQUAL {
        @Override
        Money order(RandomGenerator random) {
            return new Money(random.nextInt(4) == 0 ? 5000 : 10000);
        }
    },
    /// From a fen to a few thousand yuan, the small as often as the large.
    EVERYDAY {
        @Override
        Money order(RandomGenerator random) {
            return new Money(1 + (random.nextLong() >>> 63 - random.nextInt(20)));
        }
    },
    /// From a fen to the largest there can be.
    EXTREME {
        @Override
        Money order(RandomGenerator random) {
            return switch (random.nextInt(12)) {
                case 0 -> new Money(Limits.MONEY_FEN - random.nextInt(3));
                case 1 -> new Money((1L << 53) + random.nextInt(3) - 1);
                case 2 -> new Money(1);
                default -> new Money(1 + (random.nextLong() >>> 63 - random.nextInt(61)));
            };
        }
    };

    /// What one order comes to.
    abstract Money order(RandomGenerator random);

    /// One of the sizes, the everyday ones more often.
    public static RandomAmounts any(RandomGenerator random) {
        return switch (random.nextInt(8)) {
            case 0 -> TINY;
            case 1, 2 -> EQUAL;
            case 3 -> EXTREME;
            default -> EVERYDAY;
        };
    }
}
