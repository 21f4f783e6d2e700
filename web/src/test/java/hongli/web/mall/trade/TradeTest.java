package hongli.web.mall.trade;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.web.mall.MallHouse;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TradeTest {
    private TradeHouse trade;
    private MallHouse house;
    private String buyer;
    private String stranger;
    private String clerk;
    private String operator;

    @BeforeAll
    void open() {
        trade = new TradeHouse();
        house = trade.house;
        buyer = trade.buyer;
        stranger = trade.stranger;
        clerk = trade.clerk;
        operator = trade.operator;
    }

    @AfterAll
    void close() {
        trade.close();
    }

    @Test
    void paysSendsAndPaysBack() throws IOException, InterruptedException {
        long checkout = trade.checkout();
        trade.pay(checkout);
        assertThat(house.fetch(buyer, "/api/v1/mall/checkouts/" + checkout + "/payments")
                        .at("paid"))
                .isEqualTo(true);
        String wish = "{\"line\":" + trade.line(checkout) + ",\"kind\":\"refund\",\"quantity\":1";
        assertThat(house.post(buyer, "/api/v1/mall/after-sales/preview", wish + "}")
                        .at("payout"))
                .isEqualTo("100.00");
        var asked = house.post(
                buyer, "/api/v1/mall/after-sales", wish + ",\"deduction\":\"0.00\",\"reason\":\"<b>坏</b>\"}");
        assertThat(asked.status()).as(asked.body()).isEqualTo(201);
        String path = "/api/v1/merchant/after-sales/" + asked.number("id");
        String version = "{\"version\":" + asked.number("version") + "}";
        assertThat(house.post(clerk, path + "/agree", version).status()).isEqualTo(200);
        assertThat(house.post(clerk, path + "/agree", version).code()).isEqualTo("changed_meanwhile");
        house.mall.timers().runDue();
        house.mall.timers().runDue();
        assertThat(house.fetch(clerk, path).at("status")).isEqualTo("done");
        assertThat(house.fetch(operator, "/api/v1/operator/refunds?status=done").list("items"))
                .isNotEmpty();
        var run = house.post(
                operator, "/api/v1/operator/reconciliations", "{\"channel\":\"sandbox\",\"day\":\"2026-03-01\"}");
        assertThat(run.at("amount_differs")).as(run.body()).hasToString("0");
        assertThat(house.fetch(operator, "/api/v1/operator/reconciliations/" + run.number("id") + "/lines?limit=1")
                        .list("items"))
                .hasSize(1);
    }

    @Test
    void sendsPackages() throws IOException, InterruptedException {
        long checkout = trade.checkout();
        trade.pay(checkout);
        String path = "/api/v1/merchant/orders/" + trade.order(checkout) + "/packages";
        String lines = "\"lines\":[{\"line\":" + trade.line(checkout) + ",\"quantity\":";
        String parcel = "{\"carrier\":\"顺丰\",\"number\":\"1\"," + lines;
        assertThat(house.post(clerk, path, parcel + "2}]}").code()).isEqualTo("package_too_much");
        assertThat(house.post(clerk, path, parcel + "-1}]}").code()).isEqualTo("fields_unsound");
        assertThat(house.post(clerk, path, parcel + "1}]}").status()).isEqualTo(201);
        assertThat(house.fetch(buyer, "/api/v1/mall/orders/" + trade.order(checkout) + "/packages")
                        .list("items"))
                .hasSize(1);
        assertThat(house.fetch(stranger, "/api/v1/mall/orders/" + trade.order(checkout) + "/packages")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void showsAMemberNothingOfOthers() throws IOException, InterruptedException {
        long checkout = trade.checkout();
        String payments = "/api/v1/mall/checkouts/" + checkout + "/payments";
        assertThat(house.fetch(stranger, payments).status()).isEqualTo(404);
        assertThat(house.post(stranger, payments, "{\"channel\":\"sandbox\"}").status())
                .isEqualTo(404);
        assertThat(house.fetch("", payments).status()).isEqualTo(401);
        assertThat(house.post(buyer, payments, "{\"channel\":\"sandbox\",\"amount\":\"0.01\"}")
                        .code())
                .isEqualTo("fields_unsound");
        assertThat(house.post(buyer, payments, "{\"channel\":\"alipay\"}").code())
                .isEqualTo("channel_unknown");
        assertThat(house.post(buyer, payments, "{\"cash\":\"-1.00\"}").code()).isEqualTo("fields_unsound");
        assertThat(house.post(buyer, payments, "{\"cash\":\"999999999999.99\"}").code())
                .isEqualTo("ways_above_payable");
    }

    @Test
    void believesNoNotificationWithoutASignature() throws IOException, InterruptedException {
        long checkout = trade.checkout();
        String body = "{\"event\":\"E1\",\"kind\":\"payment\",\"reference\":\"" + trade.begin(checkout)
                + "\",\"trade\":\"T\",\"amount\":\"100.00\",\"at\":\"2026-03-01T00:00:00Z\"}";
        var told = house.tell(house.ask("/api/v1/mall/notifications/sandbox")
                .POST(BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .header("hongli-time", "1772323200")
                .header("hongli-nonce", "n")
                .header("hongli-signature", "AAAA"));
        assertThat(told.status()).isEqualTo(403);
        assertThat(told.code()).isEqualTo("notification_forged");
        assertThat(house.fetch(buyer, "/api/v1/mall/checkouts/" + checkout + "/payments")
                        .at("paid"))
                .isEqualTo(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/operator/payments",
                "/api/v1/operator/refunds",
                "/api/v1/operator/notifications",
                "/api/v1/operator/reconciliations"
            })
    void letsOperatorsAloneLookAtPayments(String path) throws IOException, InterruptedException {
        assertThat(house.fetch(operator, path).status()).isEqualTo(200);
        for (String other : List.of(buyer, clerk)) {
            assertThat(house.fetch(other, path).status()).isEqualTo(403);
        }
        assertThat(house.fetch("", path).status()).isEqualTo(401);
    }

    @Test
    void asksForAKeyAndForMoneyThatIsThere() throws IOException, InterruptedException {
        String body = "{\"amount\":\"100.00\",\"account\":\"6222\"}";
        assertThat(house.post(buyer, "/api/v1/mall/withdrawals", body).code()).isEqualTo("key_missing");
        var told = house.tell(house.ask("/api/v1/mall/withdrawals")
                .POST(BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + buyer)
                .header("Idempotency-Key", "k1"));
        assertThat(told.code()).isEqualTo("cash_short");
        assertThat(house.fetch(operator, "/api/v1/operator/withdrawals").list("items"))
                .isEmpty();
        assertThat(house.fetch(stranger, "/api/v1/mall/withdrawals").list("items"))
                .isEmpty();
    }

    @Test
    void knowsNoCodeThatIsGuessed() throws IOException, InterruptedException {
        for (String code : List.of("00000000000000000000000000", "' or 1=1 --", "<script>", "x".repeat(60))) {
            var told = house.post(clerk, "/api/v1/merchant/codes/redeem", "{\"code\":\"" + code + "\"}");
            assertThat(told.status()).as(told.body()).isEqualTo(404);
        }
        assertThat(house.post(buyer, "/api/v1/merchant/codes/redeem", "{\"code\":\"x\"}")
                        .status())
                .isEqualTo(403);
    }
}
