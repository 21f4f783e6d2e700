package hongli.mall.price;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.economy.Seeds;
import hongli.economy.exact.Money;
import hongli.economy.exact.Rate;
import hongli.mall.freight.Tariff;
import hongli.mall.refusal.Refusal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class PriceLawsTest {
    private static final Optional<String> HERE = Optional.of("浙江省/杭州市");

    @Test
    void partsOfASplitAddUpAndStayWithinAFenOfTheirShare() {
        Seeds.each(4_000, random -> {
            long[] weights = LongStream.generate(() -> random.nextLong(bound(random)))
                    .limit(1 + random.nextInt(20))
                    .toArray();
            weights[0]++;
            long sum = Arrays.stream(weights).sum();
            long total = random.nextLong(sum + 1);
            long[] parts = Split.of(total, weights);
            assertThat(Arrays.stream(parts).sum()).isEqualTo(total);
            for (int i = 0; i < parts.length; i++) {
                long floor = BigInteger.valueOf(total)
                        .multiply(BigInteger.valueOf(weights[i]))
                        .divide(BigInteger.valueOf(sum))
                        .longValueExact();
                assertThat(parts[i]).isBetween(floor, floor + 1).isLessThanOrEqualTo(weights[i]);
            }
        });
    }

    @Test
    void portionsOfALineAddUpHoweverItIsCut() {
        Seeds.each(4_000, random -> {
            Money whole = new Money(random.nextLong(bound(random)));
            long pieces = 1 + random.nextLong(1_000);
            long before = 0;
            long sum = 0;
            while (before < pieces) {
                long taken = 1 + random.nextLong(pieces - before);
                sum += Portion.of(whole, pieces, before, taken).fen();
                before += taken;
            }
            assertThat(sum).isEqualTo(whole.fen());
        });
    }

    @Test
    void sumsHoldNothingIsNegativeAndOrderDoesNotMatter() {
        int[] priced = new int[1];
        Seeds.each(4_000, random -> {
            List<Item> items = items(random);
            List<Discount> discounts = discounts(random);
            Optional<Price> found = price(items, discounts);
            found.ifPresent(price -> {
                check(price, discounts);
                synchronized (priced) {
                    priced[0]++;
                }
            });
            Collections.shuffle(items, new Random(random.nextLong()));
            Collections.shuffle(discounts, new Random(random.nextLong()));
            assertThat(price(items, discounts)).isEqualTo(found);
        });
        assertThat(priced[0]).as("purchases that had a price").isGreaterThan(400);
    }

    private static void check(Price price, List<Discount> discounts) {
        long sum = 0;
        for (PricedItem line : price.lines()) {
            assertThat(line.off()).isLessThanOrEqualTo(line.item().goods());
            assertThat(line.off().fen())
                    .isEqualTo(line.off(Bearer.PLATFORM).fen()
                            + line.off(Bearer.MERCHANT).fen());
            sum += line.paid().fen();
        }
        assertThat(price.payable().fen())
                .isEqualTo(sum)
                .isEqualTo(price.goods().fen()
                        - price.off(Bearer.PLATFORM).fen()
                        - price.off(Bearer.MERCHANT).fen()
                        + price.freight().fen());
        assertThat(price.byMerchant().values().stream()
                        .mapToLong(part -> part.payable().fen())
                        .sum())
                .isEqualTo(sum);
        for (Discount discount : discounts) {
            assertThat(taken(price, discount)).isPositive().isLessThanOrEqualTo(most(discount.off()));
        }
    }

    private static long taken(Price price, Discount discount) {
        return price.lines().stream()
                .flatMap(line -> line.cuts().stream())
                .filter(cut -> cut.coupon() == discount.coupon())
                .mapToLong(cut -> cut.off().fen())
                .sum();
    }

    private static long most(Off off) {
        return switch (off) {
            case Off.Amount(var amount) -> amount.fen();
            case Off.Part(var _, var most) -> most.map(Money::fen).orElse(Long.MAX_VALUE);
        };
    }

    private static Optional<Price> price(List<Item> items, List<Discount> discounts) {
        try {
            return Optional.of(Pricing.of(items, discounts, HERE));
        } catch (Refusal _) {
            return Optional.empty();
        }
    }

    private static List<Item> items(RandomGenerator random) {
        List<Item> items = new ArrayList<>();
        int count = 1 + random.nextInt(8);
        for (int i = 0; i < count; i++) {
            long list = random.nextLong(bound(random));
            long unit = list - (random.nextBoolean() ? 0 : random.nextLong(list + 1));
            long merchant = 1L + random.nextInt(3);
            items.add(new Item(
                    new Item.Key(i, Optional.empty()),
                    merchant,
                    Set.of((long) random.nextInt(3)),
                    1 + random.nextInt(20),
                    new Money(list),
                    new Money(unit),
                    random.nextInt(3) * 350L,
                    tariff(random, merchant)));
        }
        return items;
    }

    private static Optional<Tariff> tariff(RandomGenerator random, long merchant) {
        if (random.nextInt(3) == 0) {
            return Optional.empty();
        }
        var band = new Tariff.Band("浙江省", 2, new Money(merchant * 333), 3, new Money(merchant * 77));
        return Optional.of(new Tariff(
                merchant,
                merchant == 1 ? Tariff.Unit.PIECE : Tariff.Unit.GRAM,
                merchant == 2 ? Optional.of(new Money(50_000)) : Optional.empty(),
                List.of(band)));
    }

    private static List<Discount> discounts(RandomGenerator random) {
        List<Discount> discounts = new ArrayList<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            boolean own = random.nextBoolean();
            var scope = new Discount.Scope(
                    own ? OptionalLong.of(1 + random.nextInt(3)) : OptionalLong.empty(),
                    random.nextInt(3) == 0 ? OptionalLong.of(random.nextInt(3)) : OptionalLong.empty());
            discounts.add(new Discount(
                    i,
                    i,
                    "券" + i,
                    own ? Bearer.MERCHANT : Bearer.PLATFORM,
                    scope,
                    new Money(random.nextLong(2_000)),
                    off(random),
                    random.nextInt(8) > 0));
        }
        return discounts;
    }

    private static Off off(RandomGenerator random) {
        return random.nextBoolean()
                ? new Off.Amount(new Money(1 + random.nextLong(5_000)))
                : new Off.Part(
                        new Rate(1 + random.nextLong(999_999)),
                        random.nextBoolean() ? Optional.of(new Money(1 + random.nextLong(3_000))) : Optional.empty());
    }

    private static long bound(RandomGenerator random) {
        return 1L << (1 + random.nextInt(36));
    }
}
