package hongli.mall.merchant;

import static hongli.mall.Market.code;
import static hongli.mall.Market.offer;
import static org.assertj.core.api.Assertions.assertThat;

import hongli.economy.exact.Money;
import hongli.mall.Malls;
import hongli.mall.Market;
import hongli.mall.merchant.Merchant.Status;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MerchantsTest {
    private static final Merchants.Application WINE = new Merchants.Application("新酒行", "13900000000", "91310000");

    private final Market market = new Market();
    private final Merchants merchants = new Merchants(market.tables);
    private final Mode mode = new Mode(market.tables);
    private final Statistics statistics = new Statistics(market.tables);

    @Test
    void comeInByApplicationReviewAndEntryFee() {
        long id = merchants.apply(market.member, WINE);
        assertThat(code(() -> merchants.apply(market.member, WINE))).isEqualTo("application_under_way");
        assertThat(code(() -> merchants.entryFeePaid(market.operator, id))).isEqualTo("merchant_not_there_yet");
        merchants.accept(market.operator, id, new Merchants.Admission(new Money(100_000), 50_000));
        assertThat(merchants.one(market.operator, id).status()).isEqualTo(Status.ACCEPTED);
        merchants.entryFeePaid(market.operator, id);
        assertThat(code(() -> merchants.entryFeePaid(market.operator, id))).isEqualTo("merchant_not_there_yet");
        assertThat(merchants.one(market.operator, id).status()).isEqualTo(Status.OPEN);
        merchants.suspend(market.operator, id, "证照过期");
        assertThat(merchants.one(market.operator, id).reason()).isEqualTo("证照过期");
        merchants.resume(market.operator, id);
        merchants.close(market.operator, id, "不做了");
        assertThat(code(() -> merchants.resume(market.operator, id))).isEqualTo("merchant_not_there_yet");
        assertThat(market.tables.<Long>work(
                        work -> work.number("select count(*) number from mall.trail where kind = 'merchant'")))
                .isEqualTo(5);
    }

    @Test
    void areRejectedWithAReasonAndMayApplyAgain() {
        long id = merchants.apply(market.member, WINE);
        merchants.reject(market.operator, id, "证照不清");
        assertThat(merchants.applications(market.member).getFirst().reason()).isEqualTo("证照不清");
        assertThat(merchants.apply(market.member, WINE)).isGreaterThan(id);
        assertThat(merchants.applications(market.stranger)).isEmpty();
    }

    @Test
    void areReviewedByOperatorsOnly() {
        long id = merchants.apply(market.member, WINE);
        var terms = new Merchants.Admission(Money.ZERO, 0);
        assertThat(code(() -> merchants.accept(market.clerk, id, terms))).isEqualTo("not_permitted");
        assertThat(code(() -> merchants.accept(market.member, id, terms))).isEqualTo("not_permitted");
        assertThat(code(() -> merchants.apply(market.clerk, WINE))).isEqualTo("not_permitted");
        assertThat(merchants.mine(market.clerk).name()).isEqualTo("山海酒行");
    }

    @Test
    void stayOutOfAMallOfOneMerchant() {
        assertThat(code(() -> mode.change(market.operator, false))).isEqualTo("merchants_still_open");
        merchants.close(market.operator, market.clerk.merchant(), "x");
        merchants.close(market.operator, market.rival.merchant(), "x");
        mode.change(market.operator, false);
        assertThat(code(() -> merchants.apply(market.member, WINE))).isEqualTo("single_merchant");
        assertThat(code(() -> mode.change(market.clerk, true))).isEqualTo("not_permitted");
        mode.change(market.operator, true);
        assertThat(mode.isMulti()).isTrue();
    }

    @Test
    void neverLoseThePlatformsOwnShop() {
        long own = market.tables.work(Mode::ownShop);
        assertThat(code(() -> merchants.close(market.operator, own, "x"))).isEqualTo("merchant_not_there_yet");
    }

    @Test
    void seeTheirOwnSalesByDay() {
        long product = market.shelved(market.clerk, offer("干红", "RED", 1_000));
        market.bought(market.member, market.clerk, product, "completed");
        market.bought(market.member, market.clerk, product, "paid");
        LocalDate day = LocalDate.ofInstant(Malls.OPENING, ZoneId.of("Asia/Shanghai"));
        List<Statistics.Day> days = statistics.days(market.clerk, day.minusDays(1), day.plusDays(1));
        assertThat(days).extracting(Statistics.Day::paid).containsExactly(0L, 2L, 0L);
        assertThat(days.get(1).paidAmount()).isEqualTo(new Money(2_000));
        assertThat(statistics.best(market.clerk, day, day).getFirst().quantity())
                .isEqualTo(2);
        assertThat(statistics.days(market.rival, day, day).getFirst().placed()).isZero();
        assertThat(statistics.best(market.rival, day, day)).isEmpty();
        assertThat(code(() -> statistics.days(market.clerk, day, day.plusDays(400))))
                .isEqualTo("fields_unsound");
        assertThat(code(() -> statistics.days(market.member, day, day))).isEqualTo("not_permitted");
    }
}
