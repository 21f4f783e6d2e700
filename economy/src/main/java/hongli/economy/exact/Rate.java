package hongli.economy.exact;

/// A rate or multiple in whole millionths, at least 0.
public record Rate(long millionths) implements Comparable<Rate> {
    public static final long ONE_IN_MILLIONTHS = 1_000_000;
    public static final Rate ZERO = new Rate(0);
    public static final Rate ONE = new Rate(ONE_IN_MILLIONTHS);

    public Rate {
        if (millionths < 0) {
            throw new IllegalArgumentException("rate must be >= 0: millionths=" + millionths);
        }
    }

    /// `floor(amount · rate)`, the `part` of the rules (section 1); `amount` is at least 0.
    public Wide part(long amount) {
        return Wide.ratio(amount, millionths, ONE_IN_MILLIONTHS);
    }

    /// `ceil(amount · rate)`, for fees; `amount` is at least 0.
    public Wide partUp(long amount) {
        return Wide.product(amount, millionths).dividedUp(ONE_IN_MILLIONTHS);
    }

    public boolean isZero() {
        return millionths == 0;
    }

    @Override
    public int compareTo(Rate other) {
        return Long.compare(millionths, other.millionths);
    }

    /// A decimal without trailing zeros: `0.3`, `2`.
    @Override
    public String toString() {
        String text = Decimals.format(Wide.of(millionths), 6);
        return text.replaceFirst("\\.?0+$", "");
    }
}
