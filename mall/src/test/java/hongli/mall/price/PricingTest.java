package hongli.mall.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.economy.exact.Money;
import hongli.economy.exact.Rate;
import hongli.mall.freight.Tariff;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PricingTest {
    private static final Optional<String> HERE = Optional.of("广东省/深圳市/南山区");
    private static final Tariff BY_PIECE = new Tariff(
            1,
            Tariff.Unit.PIECE,
            Optional.of(new Money(9_900)),
            List.of(
                    new Tariff.Band("", 1, new Money(1_000), 1, new Money(500)),
                    new Tariff.Band("广东省", 1, new Money(600), 2, new Money(100))));

    @Test
    void takesTheTiersPriceThenCouponsThenAddsFreight() {
        var items = List.of(item(1, 7, 2, 1_000, 900), item(2, 7, 1, 500, 500));
        var price = Pricing.of(items, List.of(fixed(1, 2_000, 100)), HERE);

        assertThat(price.list()).isEqualTo(new Money(2_500));
        assertThat(price.goods()).isEqualTo(new Money(2_300));
        assertThat(price.freight()).isEqualTo(new Money(700));
        assertThat(price.payable()).isEqualTo(new Money(2_300 - 100 + 700));
        assertThat(price.lines()).extracting(PricedItem::off).containsExactly(new Money(78), new Money(22));
        assertThat(Explanation.of(price, new Money(1_000)))
                .containsEntry("payable", "29.00")
                .containsEntry("points", "10.00")
                .containsEntry("rest", "19.00");
    }

    @Test
    void takesAPercentageOfWhatIsLeftAndNoMoreThanItsMost() {
        var items = List.of(item(1, 7, 1, 10_001, 10_001));
        var part = new Off.Part(new Rate(150_000), Optional.of(new Money(1_499)));
        var price = Pricing.of(items, List.of(fixed(1, 0, 1), coupon(2, 0, part)), Optional.empty());

        assertThat(price.lines().getFirst().cuts())
                .extracting(PricedItem.Cut::off)
                .containsExactly(new Money(1), new Money(1_499));
        assertThat(price.withFreight()).isFalse();
    }

    @Test
    void chargesNoFreightFromTheAmountOn() {
        assertThat(Pricing.of(List.of(item(1, 7, 1, 9_900, 9_900)), List.of(), HERE)
                        .freight())
                .isEqualTo(Money.ZERO);
        assertThat(Pricing.of(List.of(item(1, 7, 1, 9_899, 9_899)), List.of(), HERE)
                        .freight())
                .isEqualTo(new Money(600));
        assertThat(Pricing.of(List.of(item(1, 7, 1, 9_899, 9_899)), List.of(), Optional.of("海南省"))
                        .freight())
                .isEqualTo(new Money(1_000));
    }

    @Test
    void refusesWhereTheTariffDoesNotDeliver() {
        var narrow = new Tariff(
                2, Tariff.Unit.GRAM, Optional.empty(), List.of(new Tariff.Band("广东省", 1, Money.ZERO, 1, Money.ZERO)));
        var item = new Item(key(1), 7, Set.of(), 1, new Money(1), new Money(1), 0, Optional.of(narrow));

        assertThatThrownBy(() -> Pricing.of(List.of(item), List.of(), Optional.of("西藏自治区")))
                .hasMessageContaining("region_not_served");
        assertThat(Pricing.of(List.of(item), List.of(), HERE).payable()).isEqualTo(new Money(1));
    }

    @Test
    void refusesACouponBelowItsThresholdOrForOtherGoods() {
        var items = List.of(item(1, 7, 1, 999, 999));

        assertThatThrownBy(() -> Pricing.of(items, List.of(fixed(1, 1_000, 10)), HERE))
                .hasMessageContaining("coupon_does_not_apply");
        var elsewhere =
                new Discount(1, 1, "x", Bearer.MERCHANT, scope(8), Money.ZERO, new Off.Amount(new Money(1)), true);
        assertThatThrownBy(() -> Pricing.of(items, List.of(elsewhere), HERE))
                .hasMessageContaining("coupon_does_not_apply");
    }

    @Test
    void letsCouponsMeetOnTheSameGoodsOnlyWhereBothStack() {
        var items = List.of(item(1, 7, 1, 1_000, 1_000), item(2, 8, 1, 1_000, 1_000));
        var seven = new Discount(1, 1, "七", Bearer.MERCHANT, scope(7), Money.ZERO, new Off.Amount(new Money(5)), false);
        var eight = new Discount(2, 2, "八", Bearer.MERCHANT, scope(8), Money.ZERO, new Off.Amount(new Money(6)), false);

        assertThat(Pricing.of(items, List.of(seven, eight), HERE).off(Bearer.MERCHANT))
                .isEqualTo(new Money(11));
        assertThatThrownBy(() -> Pricing.of(items, List.of(seven, fixed(3, 0, 1)), HERE))
                .hasMessageContaining("coupons_do_not_stack");
        assertThatThrownBy(() -> Pricing.of(items, List.of(fixed(3, 0, 1), sameKind(4, 3)), HERE))
                .hasMessageContaining("coupons_do_not_stack");
    }

    @Test
    void refusesAmountsBeyondAllBounds() {
        assertThatThrownBy(() -> item(1, 7, Long.MAX_VALUE, Long.MAX_VALUE, 1)).hasMessageContaining("too_large");
        var dear = new Tariff(
                3,
                Tariff.Unit.PIECE,
                Optional.empty(),
                List.of(new Tariff.Band("", 1, Money.ZERO, 1, new Money(Long.MAX_VALUE))));
        var item = new Item(key(1), 7, Set.of(), 9_999, new Money(1), new Money(1), 0, Optional.of(dear));
        assertThatThrownBy(() -> Pricing.of(List.of(item), List.of(), HERE)).hasMessageContaining("too_large");
    }

    private static Discount sameKind(long coupon, long kind) {
        return new Discount(
                coupon,
                kind,
                "券",
                Bearer.PLATFORM,
                new Discount.Scope(OptionalLong.empty(), OptionalLong.empty()),
                Money.ZERO,
                new Off.Amount(new Money(1)),
                true);
    }

    private static Discount fixed(long coupon, long threshold, long off) {
        return coupon(coupon, threshold, new Off.Amount(new Money(off)));
    }

    private static Discount coupon(long coupon, long threshold, Off off) {
        var all = new Discount.Scope(OptionalLong.empty(), OptionalLong.empty());
        return new Discount(coupon, coupon, "券", Bearer.PLATFORM, all, new Money(threshold), off, true);
    }

    private static Discount.Scope scope(long merchant) {
        return new Discount.Scope(OptionalLong.of(merchant), OptionalLong.empty());
    }

    private static Item item(long variant, long merchant, long quantity, long list, long unit) {
        return new Item(
                key(variant), merchant, Set.of(), quantity, new Money(list), new Money(unit), 0, Optional.of(BY_PIECE));
    }

    private static Item.Key key(long variant) {
        return new Item.Key(variant, Optional.empty());
    }
}
