package hongli.mall.freight;

import hongli.economy.exact.Money;
import hongli.economy.exact.Wide;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A freight template as a rule: what so many units cost to where.
///
/// @param freeFrom from which amount of goods under this tariff, before coupons, nothing is charged
/// @param bands what applies where an address begins with their region; the longest counts
public record Tariff(long id, Unit unit, Optional<Money> freeFrom, List<Band> bands) {
    public Tariff {
        bands = List.copyOf(bands);
    }

    /// What is counted.
    public enum Unit {
        PIECE,
        GRAM
    }

    /// What the first units and each further lot, begun or full, cost.
    public record Band(String region, long first, Money firstFee, long next, Money nextFee) {
        public Band {
            if (first <= 0 || next <= 0) {
                throw new IllegalArgumentException("units must be > 0: first=" + first + " next=" + next);
            }
        }

        private Wide fee(long units) {
            long further = Math.max(0, units - first);
            long lots = further / next + (further % next == 0 ? 0 : 1);
            return Wide.product(lots, nextFee.fen()).plus(Wide.of(firstFee.fen()));
        }
    }

    /// The fee in fen, or nothing where it does not deliver to `region`.
    ///
    /// @param region the address from its beginning, as in `广东省/深圳市/南山区`
    /// @param units pieces or grams
    public Optional<Wide> fee(String region, long units, Money goods) {
        return bands.stream()
                .filter(band -> region.startsWith(band.region()))
                .max(Comparator.comparingInt(band -> band.region().length()))
                .map(band -> isFree(goods) ? Wide.ZERO : band.fee(units));
    }

    private boolean isFree(Money goods) {
        return freeFrom.filter(from -> goods.compareTo(from) >= 0).isPresent();
    }
}
