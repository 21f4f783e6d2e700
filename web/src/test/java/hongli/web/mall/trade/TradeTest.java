package hongli.web.mall.trade;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.ledger.ProgrammeId;
import hongli.ledger.wire.TermsJson;
import hongli.mall.access.Permission;
import hongli.mall.login.Sessions.Holder;
import hongli.web.mall.MallHouse;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TradeTest {
    private static final String TERMS = """
            {"cap": "1000000", "par": "1.00", "founderPoints": "1", "poolRate": "0.30", "grantRate": "0.70",
             "quotaMultiple": "2"}
            """;

    private MallHouse house;
    private String buyer;
    private String stranger;
    private String clerk;
    private String operator;
    private long buyerId;
    private int number;

    @BeforeAll
    void open() {
        house = new MallHouse();
        house.ledger.open(new ProgrammeId("mall"), "商城", TermsJson.parse(TERMS));
        buyerId = member();
        buyer = token(Holder.MEMBER, buyerId);
        stranger = token(Holder.MEMBER, member());
        clerk = token(Holder.STAFF, staff(1L));
        operator = token(Holder.STAFF, staff(null));
    }

    @AfterAll
    void close() {
        house.close();
    }

    private String token(Holder holder, long id) {
        return house.mall
                .tables()
                .work(work ->
                        house.mall.people().sessions().begin(work, holder, id).token());
    }

    private long member() {
        number++;
        return house.mall
                .tables()
                .work(work -> work.insert(
                        "insert into mall.member (phone, name, referral_code, joined_at)"
                                + " values (?, 'x', ?, ?) returning id",
                        "p" + number,
                        "r" + number,
                        work.now()));
    }

    private long staff(@Nullable Long merchant) {
        number++;
        List<String> all = Arrays.stream(Permission.values())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
        return house.mall.tables().work(work -> {
            long role = work.insert(
                    "insert into mall.role (merchant, name, permissions) values (?, ?, ?) returning id",
                    merchant,
                    "all" + number,
                    all);
            return work.insert(
                    "insert into mall.staff (merchant, login, password, name, role, created_at)"
                            + " values (?, ?, '', 'x', ?, ?) returning id",
                    merchant,
                    "s" + number,
                    role,
                    work.now());
        });
    }

    /// An unpaid checkout of one piece for 100.00.
    private long checkout() {
        return house.mall.tables().work(work -> {
            number++;
            long product = work.insert(
                    "insert into mall.product (merchant, kind, title, status, created_at)"
                            + " values (1, 'physical', 'x', 'approved', ?) returning id",
                    work.now());
            long variant = work.insert(
                    "insert into mall.variant (product, merchant, sku, price_fen) values (?, 1, ?, 10000) returning id",
                    product,
                    "s" + number);
            long checkout = work.insert(
                    "insert into mall.checkout (member, key, request, status, payable_fen, explanation, placed_at)"
                            + " values (?, ?, ''::bytea, 'unpaid', 10000, '{}', ?) returning id",
                    buyerId,
                    "k" + number,
                    work.now());
            long order = work.insert(
                    "insert into mall.orders (number, checkout, member, merchant, status, goods_fen, freight_fen,"
                            + " payable_fen, address, placed_at)"
                            + " values (?, ?, ?, 1, 'unpaid', 10000, 0, 10000, '{}', ?) returning id",
                    "o" + number,
                    checkout,
                    buyerId,
                    work.now());
            work.run(
                    "insert into mall.order_line (order_id, merchant, product, variant, kind, title, specification,"
                            + " quantity, list_fen, unit_fen, cost_fen, paid_fen)"
                            + " values (?, 1, ?, ?, 'physical', 'x', '{}', 1, 10000, 10000, 0, 10000)",
                    order,
                    product,
                    variant);
            return checkout;
        });
    }

    private long order(long checkout) {
        return house.mall
                .tables()
                .work(work -> work.number("select id number from mall.orders where checkout = ?", checkout));
    }

    private long line(long checkout) {
        return house.mall
                .tables()
                .work(work -> work.number("select id number from mall.order_line where order_id = ?", order(checkout)));
    }

    @SuppressWarnings("unchecked")
    private String begin(long checkout) throws IOException, InterruptedException {
        var told = house.post(buyer, "/api/v1/mall/checkouts/" + checkout + "/payments", "{\"channel\":\"sandbox\"}");
        assertThat(told.status()).as(told.body()).isEqualTo(200);
        return String.valueOf(((Map<String, Object>) Objects.requireNonNull(told.at("instruction"))).get("reference"));
    }

    private void pay(long checkout) throws IOException, InterruptedException {
        long notice = house.post(buyer, "/api/v1/mall/sandbox/payments/" + begin(checkout), "{}")
                .number("notice");
        assertThat(house.post(buyer, "/api/v1/mall/sandbox/notices/" + notice + "/deliver", "")
                        .at("outcome"))
                .isEqualTo("paid");
        assertThat(house.post(buyer, "/api/v1/mall/sandbox/notices/" + notice + "/deliver", "")
                        .at("outcome"))
                .isEqualTo("repeated");
        house.mall.timers().runDue();
    }

    @Test
    void paysSendsAndPaysBack() throws IOException, InterruptedException {
        long checkout = checkout();
        pay(checkout);
        assertThat(house.fetch(buyer, "/api/v1/mall/checkouts/" + checkout + "/payments")
                        .at("paid"))
                .isEqualTo(true);
        String wish = "{\"line\":" + line(checkout) + ",\"kind\":\"refund\",\"quantity\":1";
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
        long checkout = checkout();
        pay(checkout);
        String path = "/api/v1/merchant/orders/" + order(checkout) + "/packages";
        String lines = "\"lines\":[{\"line\":" + line(checkout) + ",\"quantity\":";
        String parcel = "{\"carrier\":\"顺丰\",\"number\":\"1\"," + lines;
        assertThat(house.post(clerk, path, parcel + "2}]}").code()).isEqualTo("package_too_much");
        assertThat(house.post(clerk, path, parcel + "-1}]}").code()).isEqualTo("fields_unsound");
        assertThat(house.post(clerk, path, parcel + "1}]}").status()).isEqualTo(201);
        assertThat(house.fetch(buyer, "/api/v1/mall/orders/" + order(checkout) + "/packages")
                        .list("items"))
                .hasSize(1);
        assertThat(house.fetch(stranger, "/api/v1/mall/orders/" + order(checkout) + "/packages")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void showsAMemberNothingOfOthers() throws IOException, InterruptedException {
        long checkout = checkout();
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
        long checkout = checkout();
        String body = "{\"event\":\"E1\",\"kind\":\"payment\",\"reference\":\"" + begin(checkout)
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
                .hasSize(1);
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
