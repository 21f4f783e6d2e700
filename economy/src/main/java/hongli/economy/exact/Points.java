package hongli.economy.exact;

/// A whole number of micro-points (10^-6 point), at least 0. Points are counted, never measured.
public record Points(long micro) implements Comparable<Points> {
    public static final Points ZERO = new Points(0);

    public Points {
        if (micro < 0) {
            throw new IllegalArgumentException("points must be >= 0: micro=" + micro);
        }
    }

    @Override
    public int compareTo(Points other) {
        return Long.compare(micro, other.micro);
    }

    /// Points with six decimals, as in files and on the wire: `21.000000`.
    @Override
    public String toString() {
        return Decimals.format(Wide.of(micro), 6);
    }
}
