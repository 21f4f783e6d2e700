package hongli.web.mall.trade;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.web.mall.MallHouse;
import hongli.web.mall.MallHouse.Told;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What operators see of all merchants and members at once, and what members see of what happened to them.
class OverviewHttpTest {
    private static final String MESSAGES = "/api/v1/mall/me/messages";

    private final TradeHouse trade = new TradeHouse();
    private final MallHouse house = trade.house;
    private String today = "";

    @BeforeEach
    void buy() throws IOException, InterruptedException {
        today = LocalDate.ofInstant(house.clock.instant(), ZoneId.of("Asia/Shanghai"))
                .toString();
        trade.pay(trade.checkout("physical", 2, ""));
    }

    @AfterEach
    void close() {
        trade.close();
    }

    @Test
    void addsUpTheSalesOfAllMerchants() throws IOException, InterruptedException {
        String days = "/api/v1/operator/statistics?from=" + today + "&until=" + today;
        Map<String, ?> day = house.fetch(trade.operator, days).list("items").getFirst();
        assertThat(String.valueOf(day.get("paid"))).isEqualTo("1");
        assertThat(day.get("paidAmount")).isEqualTo("200.00");
        assertThat(house.fetch(trade.operator, days + "&merchant=1").list("items"))
                .singleElement()
                .isEqualTo(day);
        assertThat(house.fetch(trade.operator, days + "&merchant=2").list("items"))
                .singleElement()
                .extracting(each -> each.get("paidAmount"))
                .isEqualTo("0.00");
        String best = days.replace("statistics?", "statistics/best?");
        assertThat(house.fetch(trade.operator, best).list("items"))
                .singleElement()
                .extracting(each -> each.get("paidAmount"))
                .isEqualTo("200.00");
        assertThat(house.fetch(trade.operator, best + "&merchant=2").list("items"))
                .isEmpty();
        String back = days.replace("until=" + today, "until=2020-01-01");
        assertThat(house.fetch(trade.operator, back).status()).isEqualTo(400);
        for (String other : List.of(trade.buyer, trade.clerk)) {
            assertThat(house.fetch(other, days).status()).isEqualTo(403);
        }
    }

    @Test
    void filtersOrdersAndCasesByMember() throws IOException, InterruptedException {
        long buyer = trade.number("select max(member) number from mall.orders");
        for (String list : List.of("orders", "after-sales")) {
            String path = "/api/v1/operator/" + list + "?member=";
            assertThat(house.fetch(trade.operator, path + (buyer + 1)).list("items"))
                    .isEmpty();
            assertThat(house.fetch(trade.operator, path + "x").status()).isEqualTo(400);
        }
        assertThat(house.fetch(trade.operator, "/api/v1/operator/orders?member=" + buyer)
                        .list("items"))
                .hasSize(1);
        assertThat(house.fetch(trade.operator, "/api/v1/operator/orders.csv?member=" + (buyer + 1))
                        .body()
                        .lines())
                .hasSize(1);
        assertThat(house.fetch(trade.clerk, "/api/v1/merchant/orders?member=" + buyer)
                        .status())
                .isEqualTo(400);
        assertThat(house.fetch(trade.clerk, "/api/v1/merchant/after-sales?member=" + buyer)
                        .status())
                .isEqualTo(400);
    }

    @Test
    void showsThePicturesOfWhatWasBought() throws IOException, InterruptedException {
        house.mall.tables().run(work -> work.run("update mall.product set pictures = '{7,8}'"));
        Map<String, ?> order =
                house.fetch(trade.buyer, "/api/v1/mall/orders").list("items").getFirst();
        assertThat(String.valueOf(order.get("pictures"))).isEqualTo("[7]");
        Told one = house.fetch(trade.clerk, "/api/v1/merchant/orders/" + order.get("id"));
        assertThat(one.list("lines"))
                .first()
                .extracting(line -> String.valueOf(line.get("picture")))
                .isEqualTo("7");
    }

    @Test
    void tellsMembersWhatHappenedUntilTheyHaveReadIt() throws IOException, InterruptedException {
        Told list = house.fetch(trade.buyer, MESSAGES);
        assertThat(list.list("items"))
                .singleElement()
                .satisfies(one -> assertThat(one)
                        .containsEntry("kind", "order")
                        .containsEntry("status", "paid")
                        .containsEntry("read", false));
        assertThat(list.number("unread")).isEqualTo(1);
        assertThat(house.fetch(trade.stranger, MESSAGES).list("items")).isEmpty();
        String read = "{\"until\":\"" + list.list("items").getFirst().get("at") + "\"}";
        assertThat(house.post(trade.buyer, MESSAGES + "/read", read).number("unread"))
                .isZero();
        assertThat(house.post(trade.buyer, MESSAGES + "/read", "{\"until\":\"2020-01-01T00:00:00Z\"}")
                        .number("unread"))
                .isZero();
        assertThat(house.fetch(trade.buyer, MESSAGES).list("items").getFirst()).containsEntry("read", true);
        trade.pass(Duration.ofMinutes(1));
        trade.pay(trade.checkout());
        assertThat(house.fetch(trade.buyer, MESSAGES).number("unread")).isEqualTo(1);
        assertThat(house.fetch(trade.clerk, MESSAGES).status()).isEqualTo(403);
        assertThat(house.fetch("", MESSAGES).status()).isEqualTo(401);
    }

    @Test
    void runsTheLawsForOperatorsWhoMay() throws IOException, InterruptedException {
        Told told = house.post(trade.operator, "/api/v1/operator/checks", "{}");
        assertThat(told.status()).as(told.body()).isEqualTo(200);
        assertThat(told.list("programmes"))
                .singleElement()
                .satisfies(one -> assertThat(one).containsEntry("programme", "mall"));
        assertThat(told.body()).contains("\"law\":\"money_in_is_money_out\"").contains("\"rule\":\"paid_in_full\"");
        assertThat(house.post(trade.clerk, "/api/v1/operator/checks", "{}").status())
                .isEqualTo(403);
    }

    @Test
    void holdsWhatCohortsReceivedAgainstWhatTheySpent() throws IOException, InterruptedException {
        assertThat(house.fetch(trade.operator, "/api/v1/operator/cohorts").list("items"))
                .singleElement()
                .satisfies(one -> assertThat(one)
                        .containsEntry("month", today.substring(0, 7))
                        .containsEntry("spent", "200.00")
                        .containsEntry("received", "0.00"));
        assertThat(house.fetch(trade.clerk, "/api/v1/operator/cohorts").status())
                .isEqualTo(403);
    }

    @Test
    void showsDividendsByDayToTheirMember() throws IOException, InterruptedException {
        assertThat(house.fetch(trade.buyer, "/api/v1/mall/me/dividends").list("items"))
                .isEmpty();
        assertThat(house.fetch(trade.operator, "/api/v1/mall/me/dividends").status())
                .isEqualTo(403);
        assertThat(house.fetch(trade.operator, "/api/v1/operator/members/1/dividends")
                        .list("items"))
                .isEmpty();
        assertThat(house.fetch(trade.buyer, "/api/v1/operator/members/1/dividends")
                        .status())
                .isEqualTo(403);
    }
}
