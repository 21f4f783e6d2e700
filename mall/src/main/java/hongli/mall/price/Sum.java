package hongli.mall.price;

import hongli.economy.exact.Money;
import java.util.Collection;
import java.util.function.Function;

/// Exact sums.
final class Sum {
    private Sum() {}

    static long of(long[] values) {
        long sum = 0;
        for (long value : values) {
            sum = Math.addExact(sum, value);
        }
        return sum;
    }

    static <T> Money of(Collection<T> things, Function<T, Money> amount) {
        long sum = 0;
        for (T thing : things) {
            sum = Math.addExact(sum, amount.apply(thing).fen());
        }
        return new Money(sum);
    }
}
