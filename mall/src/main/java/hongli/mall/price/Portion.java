package hongli.mall.price;

import hongli.economy.exact.Money;
import hongli.economy.exact.Wide;

/// The money that belongs to some pieces of a line, such that the parts of a line add up to the whole.
///
/// The first `k` of `n` pieces are worth `floor(whole · k / n)`; what the next pieces are worth is the difference of
/// two such sums, so the odd fen lies with the last piece and no way of cutting a line yields more or less than it.
public final class Portion {
    private Portion() {}

    /// The money for the next `taken` pieces.
    ///
    /// @param pieces how many the whole is for, above 0
    /// @param before how many of them were taken earlier
    /// @param taken how many are taken now
    public static Money of(Money whole, long pieces, long before, long taken) {
        if (pieces <= 0 || before < 0 || taken < 0 || taken > pieces - before) {
            throw new IllegalArgumentException(
                    "taken must be within pieces: pieces=" + pieces + " before=" + before + " taken=" + taken);
        }
        return new Money(upTo(whole, pieces, before + taken) - upTo(whole, pieces, before));
    }

    private static long upTo(Money whole, long pieces, long count) {
        return Wide.ratio(whole.fen(), count, pieces).toLong();
    }
}
