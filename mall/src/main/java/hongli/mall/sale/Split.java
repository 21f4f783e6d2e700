package hongli.mall.sale;

import hongli.economy.exact.Money;
import hongli.economy.exact.Wide;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Shares an amount by weights so that the parts add up to it: every part is floored, and what is left over
/// goes fen by fen to the largest remainders, the earlier one first where two are equal.
final class Split {
    private Split() {}

    /// The parts in the order of the weights; all nothing where all weights are.
    static List<Money> of(Money whole, List<Money> weights) {
        long all = weights.stream().mapToLong(Money::fen).reduce(0, Math::addExact);
        if (all == 0) {
            return weights.stream().map(_ -> Money.ZERO).toList();
        }
        long[] parts = new long[weights.size()];
        long[] remainders = new long[weights.size()];
        long left = whole.fen();
        for (int i = 0; i < parts.length; i++) {
            Wide product = Wide.product(whole.fen(), weights.get(i).fen());
            Wide floor = product.dividedBy(all);
            parts[i] = floor.toLong();
            remainders[i] = product.minus(floor.times(all)).toLong();
            left -= parts[i];
        }
        IntStream.range(0, parts.length)
                .boxed()
                .sorted(Comparator.comparingLong((Integer i) -> remainders[i]).reversed())
                .limit(left)
                .forEach(i -> parts[i]++);
        List<Money> split = new ArrayList<>();
        for (long part : parts) {
            split.add(new Money(part));
        }
        return split;
    }
}
