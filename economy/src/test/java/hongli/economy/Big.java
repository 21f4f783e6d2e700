package hongli.economy;

import hongli.economy.exact.Money;
import hongli.economy.exact.PicoFen;
import hongli.economy.exact.Points;
import hongli.economy.exact.Wide;
import java.math.BigInteger;

/// The amounts of the house as numbers without limit, for tests that reckon by themselves.
final class Big {
    static final BigInteger PICO = BigInteger.valueOf(PicoFen.PER_FEN);
    static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    private Big() {}

    static BigInteger of(long value) {
        return BigInteger.valueOf(value);
    }

    static BigInteger of(Wide wide) {
        BigInteger low = of(wide.low() >>> 1).shiftLeft(1).or(of(wide.low() & 1));
        return of(wide.high()).shiftLeft(64).or(low);
    }

    static BigInteger of(Points points) {
        return of(points.micro());
    }

    static BigInteger of(PicoFen amount) {
        return of(amount.count());
    }

    static BigInteger of(Money money) {
        return of(money.fen());
    }

    static BigInteger pico(Money money) {
        return of(money.fen()).multiply(PICO);
    }
}
