package hongli.mall.order;

import java.security.SecureRandom;

/// Numbers that people read to each other: chance alone, so that they tell neither when nor how many.
final class OrderNumbers {
    private static final SecureRandom CHANCE = new SecureRandom();
    private static final long LEAST = 100_000_000_000_000_000L;

    private OrderNumbers() {}

    /// Eighteen digits, the first not zero.
    static String next() {
        return Long.toString(CHANCE.nextLong(LEAST, LEAST * 10));
    }
}
