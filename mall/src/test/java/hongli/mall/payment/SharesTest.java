package hongli.mall.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.economy.exact.Money;
import hongli.mall.price.Split;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SharesTest {
    private static final int SEEDS = 2_000;

    @Test
    void splitsToTheFenAndNeverMoreThanAWeightThatCoversIt() {
        for (int seed = 0; seed < SEEDS; seed++) {
            var random = new Random(seed);
            List<Money> weights = weights(random);
            long sum = total(weights);
            Money whole = new Money(sum == 0 ? 0 : random.nextLong(sum + 1));
            List<Money> parts = Split.of(whole, weights);
            assertThat(total(parts)).as("seed %d", seed).isEqualTo(whole.fen());
            for (int i = 0; i < parts.size(); i++) {
                assertThat(parts.get(i)).as("seed %d", seed).isLessThanOrEqualTo(weights.get(i));
            }
        }
    }

    @Test
    void paysRefundsOutToTheFenUntilEveryWayHasGivenBackWhatItTook() {
        for (int seed = 0; seed < SEEDS; seed++) {
            var random = new Random(seed);
            List<Money> paid = weights(random);
            long[] back = new long[paid.size()];
            long left = total(paid);
            while (left > 0) {
                Money amount = new Money(1 + random.nextLong(left));
                List<Money> shares = Shares.refund(amount, ways(paid, back));
                assertThat(total(shares)).as("seed %d", seed).isEqualTo(amount.fen());
                for (int i = 0; i < back.length; i++) {
                    back[i] += shares.get(i).fen();
                    assertThat(back[i])
                            .as("seed %d", seed)
                            .isLessThanOrEqualTo(paid.get(i).fen());
                }
                left -= amount.fen();
            }
            List<Shares.Way> empty = ways(paid, back);
            assertThatThrownBy(() -> Shares.refund(new Money(1), empty)).hasMessageContaining("refund_above_paid");
        }
    }

    @Test
    void givesBackInProportion() {
        List<Money> shares = Shares.refund(
                new Money(50_00),
                List.of(new Shares.Way(new Money(60_00), Money.ZERO), new Shares.Way(new Money(40_00), Money.ZERO)));
        assertThat(shares).containsExactly(new Money(30_00), new Money(20_00));
    }

    private static List<Shares.Way> ways(List<Money> paid, long[] back) {
        List<Shares.Way> ways = new ArrayList<>();
        for (int i = 0; i < back.length; i++) {
            ways.add(new Shares.Way(paid.get(i), new Money(back[i])));
        }
        return ways;
    }

    private static List<Money> weights(Random random) {
        List<Money> weights = new ArrayList<>();
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            weights.add(new Money(random.nextInt(4) == 0 ? 0 : random.nextLong(1L << (1 + random.nextInt(50)))));
        }
        return weights;
    }

    private static long total(List<Money> all) {
        return all.stream().mapToLong(Money::fen).sum();
    }
}
