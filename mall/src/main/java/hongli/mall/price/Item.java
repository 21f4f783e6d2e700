package hongli.mall.price;

import hongli.economy.exact.Money;
import hongli.economy.exact.Wide;
import hongli.mall.freight.Tariff;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/// Something that is to be priced: pieces of one variant, on one day where it is a booking.
///
/// @param categories the category it is in and all above it
/// @param list one piece by the list
/// @param unit one piece for this buyer's tier, at most the list price
/// @param grams the weight of one piece
/// @param tariff by what its delivery is charged; nothing where it needs none, or costs none
public record Item(
        Key key,
        long merchant,
        Set<Long> categories,
        long quantity,
        Money list,
        Money unit,
        long grams,
        Optional<Tariff> tariff) {
    /// The largest amount of one line, in fen; sums of many stay far within 64 bits.
    static final long MOST_FEN = 10_000_000_000_000L;

    public Item {
        categories = Set.copyOf(categories);
        if (quantity <= 0 || grams < 0 || unit.compareTo(list) > 0) {
            throw new IllegalArgumentException(
                    "item must be sound: quantity=" + quantity + " grams=" + grams + " unit=" + unit + " list=" + list);
        }
        amount(list, quantity);
    }

    /// What tells items of one purchase apart.
    public record Key(long variant, Optional<LocalDate> day) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return Comparator.comparingLong(Key::variant)
                    .thenComparing(key -> key.day().orElse(LocalDate.MIN))
                    .compare(this, other);
        }
    }

    Money listAmount() {
        return amount(list, quantity);
    }

    /// All pieces at this buyer's price, before coupons.
    public Money goods() {
        return amount(unit, quantity);
    }

    private static Money amount(Money one, long quantity) {
        return within(Wide.product(one.fen(), quantity));
    }

    static Money within(Wide fen) {
        if (fen.compareTo(Wide.of(MOST_FEN)) > 0) {
            throw PriceGround.AMOUNT_TOO_LARGE.with("most", new Money(MOST_FEN).toString());
        }
        return new Money(fen.toLong());
    }
}
