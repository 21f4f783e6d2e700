package hongli.economy.exact;

/// A whole number of 128 bits, two's complement, that never wraps in silence.
///
/// The engine's amounts stay below 2^124 by the limits of [Limits], so sums and differences of two of them fit;
/// an operation whose true result does not fit throws [ArithmeticException].
///
/// Division is by a positive 64-bit number and floors. It is long division in base 2^64, with the 128-by-64 step
/// done in base 2^32 (Knuth, The Art of Computer Programming, vol. 2, 4.3.1, algorithm D).
///
/// @param high the upper 64 bits, signed
/// @param low the lower 64 bits, unsigned
public record Wide(long high, long low) implements Comparable<Wide> {
    public static final Wide ZERO = new Wide(0, 0);

    private static final String SMALLEST = "-170141183460469231731687303715884105728";

    /// The same number, widened.
    public static Wide of(long value) {
        return new Wide(value >> 63, value);
    }

    /// The exact product of two signed 64-bit numbers; always fits.
    public static Wide product(long a, long b) {
        return new Wide(Math.multiplyHigh(a, b), a * b);
    }

    /// `floor(a · b / c)` for `a`, `b` at least 0 and `c` above 0.
    public static Wide ratio(long a, long b, long c) {
        return product(a, b).dividedBy(c);
    }

    public Wide plus(Wide other) {
        long lowSum = low + other.low;
        long carry = Long.compareUnsigned(lowSum, low) < 0 ? 1 : 0;
        long highSum = high + other.high + carry;
        if (((high ^ highSum) & (other.high ^ highSum)) < 0) {
            throw overflow("plus");
        }
        return new Wide(highSum, lowSum);
    }

    public Wide minus(Wide other) {
        long borrow = Long.compareUnsigned(low, other.low) < 0 ? 1 : 0;
        long highDifference = high - other.high - borrow;
        if (((high ^ other.high) & (high ^ highDifference)) < 0) {
            throw overflow("minus");
        }
        return new Wide(highDifference, low - other.low);
    }

    /// This number times `factor`, both at least 0.
    public Wide times(long factor) {
        requireNotNegative();
        if (factor < 0) {
            throw new ArithmeticException("factor must be >= 0: factor=" + factor);
        }
        long carried = Math.unsignedMultiplyHigh(low, factor);
        if (high != 0 && Math.multiplyHigh(high, factor) != 0) {
            throw overflow("times");
        }
        long upper = high * factor;
        long sum = upper + carried;
        if (upper < 0 || carried < 0 || sum < 0) {
            throw overflow("times");
        }
        return new Wide(sum, low * factor);
    }

    /// `floor(this / divisor)`, for this at least 0 and `divisor` above 0. The remainder is dropped here; callers say
    /// where it goes.
    public Wide dividedBy(long divisor) {
        requireNotNegative();
        requirePositive(divisor);
        long upper = high == 0 ? 0 : high / divisor;
        return new Wide(upper, divide(high - upper * divisor, low, divisor));
    }

    /// `ceil(this / divisor)`, for this at least 0 and `divisor` above 0.
    public Wide dividedUp(long divisor) {
        Wide quotient = dividedBy(divisor);
        return quotient.plus(of(quotient.low * divisor == low ? 0 : 1));
    }

    /// This number times 2^`bits`, for this at least 0.
    public Wide shifted(int bits) {
        requireNotNegative();
        if (high >>> (63 - bits) != 0) {
            throw overflow("shifted");
        }
        return new Wide(high << bits | low >>> 1 >>> (63 - bits), low << bits);
    }

    /// `floor(this / 2^bits)`, for this at least 0 and `bits` from 0 to 63.
    public Wide shiftedDown(int bits) {
        requireNotNegative();
        return new Wide(high >> bits, high << 1 << (63 - bits) | low >>> bits);
    }

    public boolean isZero() {
        return (high | low) == 0;
    }

    public boolean isNegative() {
        return high < 0;
    }

    public boolean isPositive() {
        return high > 0 || high == 0 && low != 0;
    }

    public boolean isAtMost(Wide other) {
        return compareTo(other) <= 0;
    }

    public Wide min(Wide other) {
        boolean mine = isAtMost(other);
        return new Wide(mine ? high : other.high, mine ? low : other.low);
    }

    /// Whether this number is also a signed 64-bit number.
    public boolean fitsLong() {
        return high == low >> 63;
    }

    /// This number as 64 bits, or [ArithmeticException] where it does not fit.
    public long toLong() {
        if (!fitsLong()) {
            throw overflow("toLong");
        }
        return low;
    }

    @Override
    public int compareTo(Wide other) {
        int byHigh = Long.compare(high, other.high);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
    }

    /// The decimal digits.
    @Override
    public String toString() {
        if (fitsLong()) {
            return Long.toString(low);
        }
        if (high < 0) {
            return high == Long.MIN_VALUE && low == 0 ? SMALLEST : "-" + ZERO.minus(this);
        }
        long base = 1_000_000_000_000_000_000L;
        Wide upper = dividedBy(base);
        String lower = Long.toString(minus(upper.times(base)).low);
        return upper + "0".repeat(18 - lower.length()) + lower;
    }

    /// The low 64 bits of `(upper · 2^64 + lower) / divisor` where `upper < divisor`.
    private static long divide(long upper, long lower, long divisor) {
        if (upper == 0) {
            return Long.divideUnsigned(lower, divisor);
        }
        int shift = Long.numberOfLeadingZeros(divisor);
        long d = divisor << shift;
        long n = shift == 0 ? upper : upper << shift | lower >>> (64 - shift);
        long rest = lower << shift;
        long q1 = digit(n, rest >>> 32, d);
        long n2 = (n << 32 | rest >>> 32) - q1 * d;
        long q0 = digit(n2, rest & 0xFFFF_FFFFL, d);
        return (q1 << 32) + q0;
    }

    /// One base-2^32 digit of `(n · 2^32 + next) / d`, `d` normalised and `n < d`.
    private static long digit(long n, long next, long d) {
        long dHigh = d >>> 32;
        long dLow = d & 0xFFFF_FFFFL;
        long q = Long.divideUnsigned(n, dHigh);
        long r = n - q * dHigh;
        while (q >>> 32 != 0 || Long.compareUnsigned(q * dLow, r << 32 | next) > 0) {
            q--;
            r += dHigh;
            if (r >>> 32 != 0) {
                break;
            }
        }
        return q;
    }

    private void requireNotNegative() {
        if (high < 0) {
            throw new ArithmeticException("number must be >= 0: number=" + this);
        }
    }

    private static void requirePositive(long divisor) {
        if (divisor <= 0) {
            throw new ArithmeticException("divisor must be > 0: divisor=" + divisor);
        }
    }

    private static ArithmeticException overflow(String operation) {
        return new ArithmeticException("result must fit 128 bits: operation=" + operation);
    }
}
