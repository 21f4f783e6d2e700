package hongli.mall.sale;

import hongli.economy.exact.Money;
import hongli.economy.exact.Wide;

/// A line of an order as far as money goes, at one moment.
///
/// @param number its place in the order, from 1
/// @param paid what was paid for it, in whatever way, freight among it
/// @param freight the part of it that is freight
/// @param platformCoupon what the platform bears of its price
/// @param constant the part of `paid` that was paid in constant points
/// @param refunded what of `paid` went back
/// @param cost what one piece costs
/// @param kept pieces that did not go back
public record SoldLine(
        long id,
        int number,
        Money paid,
        Money freight,
        Money platformCoupon,
        Money constant,
        Money refunded,
        Money cost,
        long kept) {
    SoldLine withConstant(Money other) {
        return new SoldLine(id, number, paid, freight, platformCoupon, other, refunded, cost, kept);
    }

    /// What was paid and did not go back.
    public Money left() {
        return new Money(paid.fen() - refunded.fen());
    }

    /// The part of `amount`, which belongs to the whole line, that belongs to what is left: floored.
    public Money leftOf(Money amount) {
        return paid.fen() == 0 ? amount : new Money(ratio(amount.fen(), left().fen(), paid.fen()));
    }

    private static long ratio(long a, long b, long c) {
        return Wide.ratio(a, b, c).toLong();
    }
}
