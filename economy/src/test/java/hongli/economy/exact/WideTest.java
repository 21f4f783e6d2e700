package hongli.economy.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.economy.Seeds;
import java.math.BigInteger;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class WideTest {
    private static final int TRIALS = 300;
    private static final BigInteger TWO_64 = BigInteger.ONE.shiftLeft(64);
    private static final long[] EDGES = {
        0,
        1,
        -1,
        2,
        9,
        10,
        1_000_000,
        PicoFen.PER_FEN,
        (1L << 31) - 1,
        1L << 31,
        (1L << 32) - 1,
        1L << 32,
        (1L << 32) + 1,
        1L << 53,
        (1L << 62) - 1,
        1L << 62,
        (1L << 62) + 1,
        Long.MAX_VALUE - 1,
        Long.MAX_VALUE,
        Long.MIN_VALUE,
        Long.MIN_VALUE + 1,
        0xFFFF_FFFF_0000_0000L,
        999_999_999_999_999_999L,
        1_000_000_000_000_000_000L
    };

    @Test
    void sumsAndDifferencesAreExactOrRefused() {
        Seeds.each(
                TRIALS,
                random -> repeat(() -> {
                    Wide a = anyWide(random);
                    Wide b = anyWide(random);
                    check(big(a).add(big(b)), () -> a.plus(b));
                    check(big(a).subtract(big(b)), () -> a.minus(b));
                    assertThat(Integer.signum(a.compareTo(b))).isEqualTo(big(a).compareTo(big(b)));
                    assertThat(a.isAtMost(b)).isEqualTo(big(a).compareTo(big(b)) <= 0);
                    assertThat(big(a.min(b))).isEqualTo(big(a).min(big(b)));
                }));
    }

    @Test
    void productsAreExactOrRefused() {
        Seeds.each(
                TRIALS,
                random -> repeat(() -> {
                    long a = anyLong(random);
                    long b = anyLong(random);
                    assertThat(big(Wide.product(a, b))).isEqualTo(big(a).multiply(big(b)));
                    Wide wide = anyWide(random);
                    if (wide.isNegative() || a < 0) {
                        assertThatThrownBy(() -> wide.times(a)).isInstanceOf(ArithmeticException.class);
                    } else {
                        check(big(wide).multiply(big(a)), () -> wide.times(a));
                    }
                }));
    }

    @Test
    void quotientsFloorOrCeil() {
        Seeds.each(
                TRIALS,
                random -> repeat(() -> {
                    Wide a = anyWide(random);
                    long b = anyLong(random);
                    if (a.isNegative() || b <= 0) {
                        assertThatThrownBy(() -> a.dividedBy(b)).isInstanceOf(ArithmeticException.class);
                        assertThatThrownBy(() -> a.dividedUp(b)).isInstanceOf(ArithmeticException.class);
                        return;
                    }
                    BigInteger[] parts = big(a).divideAndRemainder(big(b));
                    assertThat(big(a.dividedBy(b))).isEqualTo(parts[0]);
                    assertThat(big(a.dividedUp(b))).isEqualTo(parts[0].add(BigInteger.valueOf(parts[1].signum())));
                }));
    }

    @Test
    void ratiosAreExact() {
        Seeds.each(
                TRIALS,
                random -> repeat(() -> {
                    long a = anyLong(random) & Long.MAX_VALUE;
                    long b = anyLong(random) & Long.MAX_VALUE;
                    long c = Math.max(1, anyLong(random));
                    assertThat(big(Wide.ratio(a, b, c)))
                            .isEqualTo(big(a).multiply(big(b)).divide(big(c)));
                }));
    }

    @Test
    void shiftsAreExactOrRefused() {
        Seeds.each(
                TRIALS,
                random -> repeat(() -> {
                    Wide a = anyWide(random);
                    int bits = random.nextInt(64);
                    if (a.isNegative()) {
                        assertThatThrownBy(() -> a.shifted(bits)).isInstanceOf(ArithmeticException.class);
                    } else {
                        check(big(a).shiftLeft(bits), () -> a.shifted(bits));
                        check(big(a).shiftRight(bits), () -> a.shiftedDown(bits));
                    }
                }));
    }

    @Test
    void saysWhatItIs() {
        Seeds.each(
                TRIALS,
                random -> repeat(() -> {
                    Wide a = anyWide(random);
                    assertThat(a).hasToString(big(a).toString());
                    assertThat(a.isNegative()).isEqualTo(big(a).signum() < 0);
                    assertThat(a.isZero()).isEqualTo(big(a).signum() == 0);
                    assertThat(a.isPositive()).isEqualTo(big(a).signum() > 0);
                    assertThat(a.fitsLong()).isEqualTo(big(a).bitLength() <= 63);
                    if (a.fitsLong()) {
                        assertThat(big(a.toLong())).isEqualTo(big(a));
                    } else {
                        assertThatThrownBy(a::toLong).isInstanceOf(ArithmeticException.class);
                    }
                }));
    }

    @Test
    void writesTheSmallestAndTheLargest() {
        assertThat(new Wide(Long.MIN_VALUE, 0)).hasToString("-170141183460469231731687303715884105728");
        assertThat(new Wide(Long.MAX_VALUE, -1)).hasToString("170141183460469231731687303715884105727");
    }

    private static void repeat(Runnable trial) {
        for (int i = 0; i < 200; i++) {
            trial.run();
        }
    }

    private static void check(BigInteger expected, Supplier<Wide> found) {
        if (expected.bitLength() <= 127) {
            assertThat(big(found.get())).isEqualTo(expected);
        } else {
            assertThatThrownBy(found::get).isInstanceOf(ArithmeticException.class);
        }
    }

    private static long anyLong(RandomGenerator random) {
        if (random.nextInt(3) == 0) {
            return EDGES[random.nextInt(EDGES.length)];
        }
        long value = random.nextLong() >>> random.nextInt(64);
        return random.nextInt(4) == 0 ? -value : value;
    }

    private static Wide anyWide(RandomGenerator random) {
        return switch (random.nextInt(3)) {
            case 0 -> Wide.of(anyLong(random));
            case 1 -> Wide.product(anyLong(random), anyLong(random));
            default -> new Wide(anyLong(random), anyLong(random));
        };
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }

    private static BigInteger big(Wide wide) {
        return big(wide.high()).multiply(TWO_64).add(new BigInteger(Long.toUnsignedString(wide.low())));
    }
}
