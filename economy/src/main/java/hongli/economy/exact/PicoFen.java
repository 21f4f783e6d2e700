package hongli.economy.exact;

/// A whole number of pico-fen (10^-12 fen), at least 0: cash balances, quotas and dividend funds.
public record PicoFen(Wide count) implements Comparable<PicoFen> {
    public static final long PER_FEN = 1_000_000_000_000L;
    public static final PicoFen ZERO = new PicoFen(Wide.ZERO);

    public PicoFen {
        if (count.isNegative()) {
            throw new IllegalArgumentException("pico-fen must be >= 0: count=" + count);
        }
    }

    public static PicoFen of(Money money) {
        return new PicoFen(Wide.product(money.fen(), PER_FEN));
    }

    /// The whole fen in it; the fraction of a fen is left out.
    public Money toMoney() {
        return new Money(count.dividedBy(PER_FEN).toLong());
    }

    @Override
    public int compareTo(PicoFen other) {
        return count.compareTo(other.count);
    }

    /// Yuan with 14 decimals, as in files and on the wire.
    @Override
    public String toString() {
        return Decimals.format(count, 14);
    }
}
