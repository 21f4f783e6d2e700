package hongli.mall.price;

import hongli.economy.exact.Money;
import java.util.List;

/// An item with its price, as it came about.
///
/// @param cuts what coupons took off, in the order in which they were applied
/// @param freight its share of the freight
public record PricedItem(Item item, List<Cut> cuts, Money freight) {
    public PricedItem {
        cuts = List.copyOf(cuts);
    }

    /// The share of one coupon's discount that lies on an item.
    public record Cut(long coupon, String name, Bearer bearer, Money off) {}

    /// What the buyer's tier saves.
    public Money tierOff() {
        return new Money(item.listAmount().fen() - item.goods().fen());
    }

    /// What is taken off at the expense of `bearer`.
    public Money off(Bearer bearer) {
        return Sum.of(cuts.stream().filter(cut -> cut.bearer() == bearer).toList(), Cut::off);
    }

    /// What coupons take off.
    public Money off() {
        return Sum.of(cuts, Cut::off);
    }

    /// What is paid for it, freight included.
    public Money paid() {
        return new Money(item.goods().fen() - off().fen() + freight.fen());
    }
}
