package hongli.mall.price;

import hongli.economy.exact.Money;
import hongli.mall.freight.Tariff;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Reckons prices: the tier's price, then coupons one after the other, then freight; all of it split over the lines.
///
/// Items and coupons are put into one order first, so that it does not matter in which they come. Whether a coupon's
/// threshold is met is seen before coupons; what it takes, it takes from what earlier coupons left, so that nothing
/// falls below zero. Freight is charged for each tariff, and split by weight or pieces.
public final class Pricing {
    private final List<Item> items;
    private final List<List<PricedItem.Cut>> cuts = new ArrayList<>();
    private final long[] left;
    private final long[] freight;

    private Pricing(List<Item> items) {
        this.items = items.stream().sorted(Comparator.comparing(Item::key)).toList();
        left = this.items.stream().mapToLong(item -> item.goods().fen()).toArray();
        freight = new long[items.size()];
        this.items.forEach(_ -> cuts.add(new ArrayList<>()));
    }

    /// The price of these items with these coupons, delivered to `region`.
    ///
    /// @param region the address from its beginning; nothing where it is not known yet
    /// @throws hongli.mall.refusal.Refusal where a coupon does not apply, coupons do not stack, a tariff does not
    ///     deliver there, or an amount passes all bounds
    public static Price of(List<Item> items, List<Discount> discounts, Optional<String> region) {
        var pricing = new Pricing(items);
        List<Discount> ordered = discounts.stream().sorted(Discount.ONE_ORDER).toList();
        pricing.requireStacking(ordered);
        ordered.forEach(pricing::apply);
        region.ifPresent(pricing::deliver);
        return pricing.price(region.isPresent());
    }

    private void requireStacking(List<Discount> discounts) {
        for (int i = 0; i < discounts.size(); i++) {
            for (Discount other : discounts.subList(i + 1, discounts.size())) {
                Discount one = discounts.get(i);
                if (!one.bears(other) && items.stream().anyMatch(item -> both(one, other, item))) {
                    throw PriceGround.COUPONS_DO_NOT_STACK.with("coupon", one.coupon(), "other", other.coupon());
                }
            }
        }
    }

    private static boolean both(Discount one, Discount other, Item item) {
        return one.scope().covers(item) && other.scope().covers(item);
    }

    private void apply(Discount discount) {
        long goods = 0;
        long[] weights = new long[items.size()];
        for (int i = 0; i < weights.length; i++) {
            if (discount.scope().covers(items.get(i))) {
                goods += items.get(i).goods().fen();
                weights[i] = left[i];
            }
        }
        Money off = discount.off().of(new Money(Sum.of(weights)));
        if (goods < discount.threshold().fen() || off.fen() == 0) {
            throw PriceGround.COUPON_DOES_NOT_APPLY.with(
                    "coupon",
                    discount.coupon(),
                    "threshold",
                    discount.threshold().toString(),
                    "goods",
                    new Money(goods).toString());
        }
        long[] parts = Split.of(off.fen(), weights);
        for (int i = 0; i < parts.length; i++) {
            if (parts[i] > 0) {
                left[i] -= parts[i];
                cuts.get(i).add(cut(discount, parts[i]));
            }
        }
    }

    private static PricedItem.Cut cut(Discount discount, long fen) {
        return new PricedItem.Cut(discount.coupon(), discount.name(), discount.bearer(), new Money(fen));
    }

    private void deliver(String region) {
        Map<Long, List<Integer>> shipments = new TreeMap<>();
        for (int i = 0; i < items.size(); i++) {
            int place = i;
            items.get(i)
                    .tariff()
                    .ifPresent(tariff -> shipments
                            .computeIfAbsent(tariff.id(), _ -> new ArrayList<>())
                            .add(place));
        }
        shipments.values().forEach(places -> ship(region, places));
    }

    private void ship(String region, List<Integer> places) {
        Tariff tariff = items.get(places.getFirst()).tariff().orElseThrow();
        long[] units = places.stream()
                .mapToLong(place -> units(tariff, items.get(place)))
                .toArray();
        Money goods = Sum.of(places, place -> items.get(place).goods());
        var fee = tariff.fee(region, Sum.of(units), goods)
                .orElseThrow(() -> PriceGround.REGION_NOT_SERVED.with(
                        "region",
                        region,
                        "variant",
                        items.get(places.getFirst()).key().variant()));
        long[] parts = Split.of(Item.within(fee).fen(), weights(units));
        for (int i = 0; i < parts.length; i++) {
            freight[places.get(i)] = parts[i];
        }
    }

    private static long units(Tariff tariff, Item item) {
        return switch (tariff.unit()) {
            case PIECE -> item.quantity();
            case GRAM -> Math.multiplyExact(item.grams(), item.quantity());
        };
    }

    /// Where nothing weighs anything, all bear alike.
    private static long[] weights(long[] units) {
        long[] weights = units.clone();
        if (Sum.of(units) == 0) {
            Arrays.fill(weights, 1);
        }
        return weights;
    }

    private Price price(boolean withFreight) {
        List<PricedItem> lines = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            lines.add(new PricedItem(items.get(i), cuts.get(i), new Money(freight[i])));
        }
        return new Price(lines, withFreight);
    }
}
