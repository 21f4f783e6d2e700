package hongli.mall.price;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.economy.exact.Money;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SplitTest {
    @Test
    void givesTheLargestRemaindersWhatIsLeftOver() {
        assertThat(Split.of(new Money(100), List.of(new Money(1), new Money(1), new Money(1))))
                .containsExactly(new Money(34), new Money(33), new Money(33));
        assertThat(Split.of(new Money(10), List.of(new Money(19), new Money(1), new Money(0))))
                .containsExactly(new Money(10), new Money(0), new Money(0));
    }

    @Test
    void addsUpAndNeverGivesAPartMoreThanItsWeightWhereTheWholeIsNoMore() {
        for (long seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            List<Money> weights = IntStream.range(0, 1 + random.nextInt(20))
                    .mapToObj(_ -> new Money(random.nextInt(3) == 0 ? random.nextLong(1L << 40) : random.nextLong(100)))
                    .toList();
            long all = weights.stream().mapToLong(Money::fen).sum();
            Money whole = new Money(all == 0 ? 0 : random.nextLong(all + 1));
            List<Money> parts = Split.of(whole, weights);
            assertThat(parts.stream().mapToLong(Money::fen).sum())
                    .as("seed %s", seed)
                    .isEqualTo(whole.fen());
            for (int i = 0; i < parts.size(); i++) {
                assertThat(parts.get(i)).as("seed %s", seed).isLessThanOrEqualTo(weights.get(i));
            }
        }
    }
}
