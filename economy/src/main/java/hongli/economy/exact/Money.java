package hongli.economy.exact;

/// A whole number of fen (1/100 yuan), at least 0.
public record Money(long fen) implements Comparable<Money> {
    public static final Money ZERO = new Money(0);

    public Money {
        if (fen < 0) {
            throw new IllegalArgumentException("money must be >= 0: fen=" + fen);
        }
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(fen, other.fen);
    }

    /// Yuan with two decimals, as in files and on the wire: `100.00`.
    @Override
    public String toString() {
        return Decimals.format(Wide.of(fen), 2);
    }
}
