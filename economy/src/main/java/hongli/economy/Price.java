package hongli.economy;

import hongli.economy.exact.Decimals;
import hongli.economy.exact.Money;
import hongli.economy.exact.Points;
import hongli.economy.exact.Wide;

/// The price of a point as an exact fraction: this many fen of pool for this many micro-points of circulation.
///
/// Kept as a fraction always, so that nothing is lost by rounding it (section 3 of the specification).
///
/// @param fen the pool, above 0
/// @param micro the circulation in micro-points, above 0
public record Price(long fen, long micro) implements Comparable<Price> {
    private static final long MICRO_PER_POINT = 1_000_000;
    private static final long SHOWN = 100_000_000;

    public Price {
        if (fen <= 0 || micro <= 0) {
            throw new IllegalArgumentException("price must be > 0: fen=" + fen + ", micro=" + micro);
        }
    }

    /// The price at which one whole point costs `par`.
    public static Price ofPar(Money par) {
        return new Price(par.fen(), MICRO_PER_POINT);
    }

    /// `floor(points · fen / micro)`: what the points are worth.
    public Money value(Points points) {
        return new Money(value(points.micro()).toLong());
    }

    Wide value(long points) {
        return Wide.ratio(points, fen, micro);
    }

    /// `floor(money · micro / fen)` micro-points: what the money buys.
    Wide pointsFor(long money) {
        return Wide.ratio(money, micro, fen);
    }

    @Override
    public int compareTo(Price other) {
        return Wide.product(fen, other.micro).compareTo(Wide.product(other.fen, micro));
    }

    /// Yuan per point with four decimals, half up.
    @Override
    public String toString() {
        Wide scaled = Wide.product(fen, SHOWN);
        Wide floor = scaled.dividedBy(micro);
        long rest = scaled.minus(floor.times(micro)).toLong();
        return Decimals.format(rest >= micro - rest ? floor.plus(Wide.of(1)) : floor, 4);
    }
}
