package hongli.mall.price;

import hongli.economy.exact.Money;
import hongli.economy.exact.Wide;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// An amount split over weights by the largest remainder (Hamilton's method): everybody gets the floor of the exact
/// share, and the odd ones go, one each, to the largest remainders; among equal ones the earlier comes first.
///
/// No part exceeds its weight as long as the total does not exceed the sum of weights: a share below its weight has its
/// floor below it too, and an exact one has no remainder.
public final class Split {
    private Split() {}

    /// Parts of `whole` in the order of `weights`; their sum is `whole`.
    ///
    /// @param weights not all of them 0 unless `whole` is
    public static List<Money> of(Money whole, List<Money> weights) {
        long[] parts = of(whole.fen(), weights.stream().mapToLong(Money::fen).toArray());
        return Arrays.stream(parts).mapToObj(Money::new).toList();
    }

    /// Parts of `total` in the order of `weights`; their sum is `total`.
    ///
    /// @param weights at least 0, not all of them 0 unless `total` is
    static long[] of(long total, long[] weights) {
        long sum = Sum.of(weights);
        long[] parts = new long[weights.length];
        if (total == 0) {
            return parts;
        }
        if (total < 0 || sum <= 0) {
            throw new IllegalArgumentException("there must be weights to split by: total=" + total + " sum=" + sum);
        }
        long[] rest = new long[weights.length];
        for (int i = 0; i < weights.length; i++) {
            Wide product = Wide.product(total, weights[i]);
            Wide floor = product.dividedBy(sum);
            parts[i] = floor.toLong();
            rest[i] = product.minus(floor.times(sum)).toLong();
        }
        IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparingLong(i -> -rest[i]))
                .limit(total - Sum.of(parts))
                .forEach(i -> parts[i]++);
        return parts;
    }
}
