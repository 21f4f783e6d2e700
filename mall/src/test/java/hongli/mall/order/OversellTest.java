package hongli.mall.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

final class OversellTest {
    private static final int BUYERS = 64;

    private final Shop shop = new Shop();

    @Test
    void sellsTheLastPieceOnceToSixtyFourBuyers() throws InterruptedException {
        long variant = shop.variant(1, "voucher", 1_000, 1);

        List<String> answers = race(Shop.wish(Shop.line(variant, 1)));

        assertThat(answers).filteredOn(answer -> answer.contains("sold_out")).hasSize(BUYERS - 1);
        assertThat(shop.stock(variant)).isZero();
        assertThat(sold(variant)).isEqualTo(1);
    }

    @Test
    void sellsNoMoreThanThereIsWhereBuyersWantSeveral() throws InterruptedException {
        long variant = shop.variant(1, "voucher", 1_000, 50);

        race(Shop.wish(Shop.line(variant, 3)));

        assertThat(sold(variant)).isEqualTo(48);
        assertThat(shop.stock(variant)).isEqualTo(2);
    }

    @Test
    void sellsTheLastSlotOfADayOnce() throws InterruptedException {
        long variant = shop.variant(1, "booking", 1_000, 0);
        LocalDate day = LocalDate.parse("2026-03-08");
        shop.slot(1, variant, day, 1);
        shop.slot(1, variant, day.plusDays(1), 100);

        race(Shop.wish(Shop.line(variant, day, 1), Shop.line(variant, day.plusDays(1), 1)));

        assertThat(sold(variant)).isEqualTo(2);
        assertThat(shop.number("select sum(stock)::bigint number from mall.slot"))
                .isEqualTo(99);
    }

    @Test
    void letsBuyersOfTheSameGoodsInOtherOrderNotWaitForEachOther() throws InterruptedException {
        long one = shop.variant(1, "voucher", 1_000, 40);
        long two = shop.variant(1, "voucher", 1_000, 40);
        List<Callable<Long>> deeds = new ArrayList<>();
        for (var member : shop.members(BUYERS)) {
            Wish wish = member.id() % 2 == 0
                    ? Shop.wish(Shop.line(one, 1), Shop.line(two, 1))
                    : Shop.wish(Shop.line(two, 1), Shop.line(one, 1));
            deeds.add(() -> shop.place(member, "k", wish));
        }

        assertThat(Shop.atOnce(deeds))
                .filteredOn(answer -> answer.contains("sold_out"))
                .hasSize(BUYERS - 40);
        assertThat(sold(one)).isEqualTo(40);
        assertThat(sold(two)).isEqualTo(40);
    }

    private List<String> race(Wish wish) throws InterruptedException {
        List<Callable<Long>> deeds = new ArrayList<>();
        for (var member : shop.members(BUYERS)) {
            deeds.add(() -> shop.place(member, "k", wish));
        }
        return Shop.atOnce(deeds);
    }

    private long sold(long variant) {
        return shop.number(
                "select coalesce(sum(quantity), 0)::bigint number from mall.order_line where variant = " + variant);
    }
}
