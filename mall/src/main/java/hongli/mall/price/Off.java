package hongli.mall.price;

import hongli.economy.exact.Money;
import hongli.economy.exact.Rate;
import java.util.Optional;

/// How much a coupon takes off.
public sealed interface Off {
    /// A fixed amount, as far as there is something to take it from.
    record Amount(Money amount) implements Off {}

    /// A part of what is left after earlier coupons, rounded down to the fen, and no more than `most`.
    record Part(Rate rate, Optional<Money> most) implements Off {}

    /// What it takes off `left`.
    default Money of(Money left) {
        long fen = switch (this) {
            case Amount(var amount) -> amount.fen();
            case Part(var rate, var most) ->
                Math.min(rate.part(left.fen()).toLong(), most.map(Money::fen).orElse(Long.MAX_VALUE));
        };
        return new Money(Math.min(fen, left.fen()));
    }
}
