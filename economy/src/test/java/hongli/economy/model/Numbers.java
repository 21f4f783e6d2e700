package hongli.economy.model;

import hongli.economy.exact.Rate;
import hongli.economy.exact.Wide;
import java.math.BigInteger;

/// The arithmetic of section 1 on numbers without limit.
final class Numbers {
    static final BigInteger MILLION = BigInteger.valueOf(1_000_000);
    static final BigInteger PICO = BigInteger.valueOf(1_000_000_000_000L);

    private Numbers() {}

    static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }

    static BigInteger part(BigInteger amount, Rate rate) {
        return amount.multiply(big(rate.millionths())).divide(MILLION);
    }

    static BigInteger partUp(BigInteger amount, Rate rate) {
        return divideUp(amount.multiply(big(rate.millionths())), MILLION);
    }

    static BigInteger divideUp(BigInteger dividend, BigInteger divisor) {
        return dividend.add(divisor).subtract(BigInteger.ONE).divide(divisor);
    }

    static BigInteger notNegative(BigInteger value) {
        if (value.signum() < 0) {
            throw new IllegalStateException("balance must be >= 0: balance=" + value);
        }
        return value;
    }

    static Wide wide(BigInteger value) {
        return new Wide(value.shiftRight(64).longValueExact(), value.longValue());
    }

    /// `value` as a decimal with `places` places.
    static String decimal(BigInteger value, int places) {
        return new java.math.BigDecimal(value, places).toPlainString();
    }
}
