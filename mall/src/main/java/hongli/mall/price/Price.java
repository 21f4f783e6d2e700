package hongli.mall.price;

import hongli.economy.exact.Money;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The price of a purchase, line by line; every sum is the sum of its lines.
///
/// @param lines in the order of their keys
/// @param withFreight whether it was known where to; else freight is still to come
public record Price(List<PricedItem> lines, boolean withFreight) {
    public Price {
        lines = List.copyOf(lines);
    }

    /// What each merchant sells, by rising id.
    public SortedMap<Long, Price> byMerchant() {
        SortedMap<Long, Price> all = new TreeMap<>();
        for (PricedItem line : lines) {
            all.computeIfAbsent(
                    line.item().merchant(),
                    merchant -> new Price(
                            lines.stream()
                                    .filter(each -> each.item().merchant() == merchant)
                                    .toList(),
                            withFreight));
        }
        return all;
    }

    /// By the list.
    public Money list() {
        return Sum.of(lines, line -> line.item().listAmount());
    }

    /// At the buyer's prices, before coupons.
    public Money goods() {
        return Sum.of(lines, line -> line.item().goods());
    }

    /// What coupons take off at the expense of `bearer`.
    public Money off(Bearer bearer) {
        return Sum.of(lines, line -> line.off(bearer));
    }

    public Money freight() {
        return Sum.of(lines, PricedItem::freight);
    }

    public Money payable() {
        return Sum.of(lines, PricedItem::paid);
    }
}
