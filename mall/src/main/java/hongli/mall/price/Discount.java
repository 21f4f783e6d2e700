package hongli.mall.price;

import hongli.economy.exact.Money;
import java.util.Comparator;
import java.util.OptionalLong;

/// A coupon as a rule.
///
/// @param coupon its id
/// @param threshold what the goods in its scope must come to, at the buyer's prices and before coupons
/// @param stacks whether it bears other coupons on the same goods
public record Discount(
        long coupon, long kind, String name, Bearer bearer, Scope scope, Money threshold, Off off, boolean stacks) {
    /// Coupons of one merchant come before those for all, narrow ones before wide ones, then older ones first.
    static final Comparator<Discount> ONE_ORDER = Comparator.comparing(
                    (Discount discount) -> discount.scope().merchant().isEmpty())
            .thenComparing(discount -> discount.scope().category().isEmpty())
            .thenComparingLong(Discount::coupon);

    /// Which goods a coupon is for: of one merchant or all, of one category (with those below it) or all.
    public record Scope(OptionalLong merchant, OptionalLong category) {
        /// Whether the item is in it.
        public boolean covers(Item item) {
            boolean sold = merchant.isEmpty() || merchant.getAsLong() == item.merchant();
            return sold && (category.isEmpty() || item.categories().contains(category.getAsLong()));
        }
    }

    /// Two coupons that do not both stack may not meet on the same goods, and two of one kind never may.
    boolean bears(Discount other) {
        return kind != other.kind && stacks && other.stacks;
    }
}
