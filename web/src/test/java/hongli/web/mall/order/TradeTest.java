package hongli.web.mall.order;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.ledger.wire.Json;
import hongli.mall.access.Permission;
import hongli.mall.login.Sessions;
import hongli.mall.table.Transaction;
import hongli.web.mall.MallHouse;
import hongli.web.mall.MallHouse.Told;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TradeTest {
    private static final String EVIL = "=1+1'; drop table mall.orders; --<script>";

    private MallHouse house;
    private long other;
    private long variant;
    private long theirs;
    private String member = "";
    private String stranger = "";
    private String clerk = "";
    private String otherClerk = "";
    private String operator = "";

    @BeforeAll
    void open() {
        house = new MallHouse();
        house.mall.tables().run(work -> {
            other = work.insert("insert into mall.merchant (name, status, created_at) values ('乙店', 'open', now())"
                    + " returning id");
            variant = variant(work, 1);
            theirs = variant(work, other);
            member = member(work, "a");
            stranger = member(work, "b");
            clerk = staff(work, 1L, "clerk");
            otherClerk = staff(work, other, "otherClerk");
            operator = staff(work, null, "operator");
        });
    }

    @AfterAll
    void close() {
        house.close();
    }

    private static long variant(Transaction work, long merchant) {
        long product = work.insert(
                "insert into mall.product (merchant, kind, title, status, on_shelf, created_at)"
                        + " values (?, 'voucher', ?, 'approved', true, now()) returning id",
                merchant,
                EVIL);
        return work.insert(
                "insert into mall.variant (product, merchant, sku, price_fen, stock) values (?, ?, 's', 1050, 500)"
                        + " returning id",
                product,
                merchant);
    }

    private String member(Transaction work, String name) {
        long id = work.insert(
                "insert into mall.member (email, name, referral_code, joined_at) values (?, ?, ?, now()) returning id",
                name + "@example.com",
                name,
                name);
        return house.mall
                .people()
                .sessions()
                .begin(work, Sessions.Holder.MEMBER, id)
                .token();
    }

    private String staff(Transaction work, @Nullable Long merchant, String login) {
        List<String> all = Arrays.stream(Permission.values())
                .map(each -> each.name().toLowerCase(Locale.ROOT))
                .toList();
        long role = work.insert(
                "insert into mall.role (merchant, name, permissions) values (?, 'all', ?) returning id", merchant, all);
        long id = work.insert(
                "insert into mall.staff (merchant, login, password, name, role, created_at)"
                        + " values (?, ?, 'x', 'x', ?, now()) returning id",
                merchant,
                login,
                role);
        return house.mall
                .people()
                .sessions()
                .begin(work, Sessions.Holder.STAFF, id)
                .token();
    }

    @Test
    void tellsAGuestWhatAPurchaseWouldCost() throws IOException, InterruptedException {
        var told = house.post("", "/api/v1/mall/quotes", "{\"lines\":[" + line(variant, 3) + "]}");

        assertThat(told.status()).as(told.body()).isEqualTo(200);
        assertThat(told.at("payable")).isEqualTo("31.50");
        assertThat(told.at("freightKnown")).isEqualTo(false);
        assertThat(house.post("", "/api/v1/mall/quotes", "{\"lines\":[" + line(variant, 3) + "],\"coupons\":[1]}")
                        .code())
                .isEqualTo("login_required");
    }

    @Test
    void keepsABasketForAMember() throws IOException, InterruptedException {
        assertThat(house.fetch("", "/api/v1/mall/basket").code()).isEqualTo("login_required");
        house.post(stranger, "/api/v1/mall/basket/lines", line(variant, 3));
        var told = house.post(stranger, "/api/v1/mall/basket/lines", line(variant, 4));

        assertThat(told.list("lines")).singleElement().satisfies(line -> {
            assertThat(String.valueOf(line.get("quantity"))).isEqualTo("4");
            assertThat(line).containsEntry("unitPrice", "10.50").containsEntry("title", EVIL);
        });
        told = house.post(stranger, "/api/v1/mall/basket/removals", "{\"lines\":[{\"variant\":" + variant + "}]}");
        assertThat(told.list("lines")).isEmpty();
    }

    @Test
    void placesOnceAndShowsTheOrderToWhomItConcerns() throws IOException, InterruptedException {
        var told = place("once", line(variant, 2) + "," + line(theirs, 1));
        assertThat(told.status()).as(told.body()).isEqualTo(200);
        assertThat(told.at("payable")).isEqualTo("31.50");
        assertThat(told.list("orders")).hasSize(2);
        long checkout = told.number("id");
        assertThat(place("once", line(variant, 2) + "," + line(theirs, 1)).number("id"))
                .isEqualTo(checkout);
        assertThat(place("once", line(variant, 3)).code()).isEqualTo("key_reused");
        var dear = house.post(
                member,
                "/api/v1/mall/checkouts",
                "{\"key\":\"dear\",\"expected\":\"1\",\"lines\":[" + line(variant, 1) + "]}");
        assertThat(dear.code()).isEqualTo("price_changed");
        assertThat(dear.at("payable")).isEqualTo("10.50");
        String order = "/orders/" + told.list("orders").getFirst().get("id");

        assertThat(house.fetch(member, "/api/v1/mall" + order).list("events")).hasSize(1);
        assertThat(house.fetch(clerk, "/api/v1/merchant" + order).list("lines")).hasSize(1);
        assertThat(house.fetch(operator, "/api/v1/operator" + order).status()).isEqualTo(200);
        assertThat(house.fetch(stranger, "/api/v1/mall" + order).code()).isEqualTo("not_found");
        assertThat(house.fetch(otherClerk, "/api/v1/merchant" + order).code()).isEqualTo("not_found");
        assertThat(house.fetch(clerk, "/api/v1/operator" + order).code()).isEqualTo("not_permitted");
        assertThat(house.fetch(operator, "/api/v1/merchant" + order).code()).isEqualTo("not_permitted");
        assertThat(house.fetch(clerk, "/api/v1/mall" + order).code()).isEqualTo("not_permitted");
        String cancel = "/checkouts/" + checkout + "/cancellation";
        assertThat(house.post(stranger, "/api/v1/mall" + cancel, "{}").code()).isEqualTo("not_found");
        assertThat(house.post(clerk, "/api/v1/operator" + cancel, "{\"reason\":\"x\"}")
                        .code())
                .isEqualTo("not_permitted");
        assertThat(house.post(member, "/api/v1/mall" + cancel, "{}").at("status"))
                .isEqualTo("cancelled");
        assertThat(house.post(member, "/api/v1/mall" + order + "/completion", "{}")
                        .code())
                .isEqualTo("order_status_differs");
    }

    @Test
    void listsOrdersByFiltersPageByPageAndAsCsv() throws IOException, InterruptedException {
        for (int i = 0; i < 5; i++) {
            assertThat(place("list" + i, line(theirs, i + 1)).status()).isEqualTo(200);
        }
        String list = "/api/v1/merchant/orders";
        var page = house.fetch(otherClerk, list + "?status=unpaid&sort=-payable&limit=2&text=drop%20table");
        assertThat(page.list("items")).extracting(item -> item.get("payable")).containsExactly("52.50", "42.00");
        page = house.fetch(
                otherClerk, list + "?status=unpaid&sort=-payable&limit=2&text=drop%20table&cursor=" + page.at("next"));
        assertThat(page.list("items")).extracting(item -> item.get("payable")).containsExactly("31.50", "21.00");
        assertThat(house.fetch(clerk, list + "?text=%27%20or%201%3D1").list("items"))
                .isEmpty();
        assertThat(house.fetch(member, "/api/v1/mall/orders?from=2026-02-28T00:00:00Z")
                        .list("items"))
                .hasSizeGreaterThanOrEqualTo(5);
        assertThat(house.fetch(stranger, "/api/v1/mall/orders").list("items")).isEmpty();

        var csv = house.fetch(otherClerk, "/api/v1/merchant/orders.csv?status=unpaid");
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.body())
                .startsWith("\uFEFFnumber,")
                .contains("\"'" + EVIL + " ×")
                .doesNotContain(",\"=1");
        assertThat(house.fetch(clerk, "/api/v1/operator/orders.csv").code()).isEqualTo("not_permitted");
    }

    @Test
    void letsMembersTakeCouponsThatMerchantsAndThePlatformMade() throws IOException, InterruptedException {
        String terms = "{\"name\":\"满十减一\",\"threshold\":\"10\",\"off\":\"1.00\",\"mostIssued\":2,\"eachMember\":1,"
                + "\"from\":\"2026-03-01T00:00:00Z\",\"until\":\"2026-04-01T00:00:00Z\"}";
        var made = house.post(otherClerk, "/api/v1/merchant/coupon-kinds", terms);
        assertThat(made.status()).as(made.body()).isEqualTo(200);
        long kind = made.number("id");
        assertThat(house.post(operator, "/api/v1/operator/coupon-kinds", terms).status())
                .isEqualTo(200);
        String take = "/api/v1/mall/coupon-kinds/" + kind + "/coupons";

        long coupon = house.post(member, take, "{}").number("id");
        assertThat(house.post(member, take, "{}").code()).isEqualTo("coupon_taken_enough");
        assertThat(house.fetch("", "/api/v1/mall/coupon-kinds?merchant=" + other)
                        .list("items"))
                .hasSize(1);
        assertThat(house.fetch(member, "/api/v1/mall/coupons?shown=usable").list("items"))
                .hasSize(1);
        assertThat(house.fetch(stranger, "/api/v1/mall/coupons").list("items")).isEmpty();
        String wish = "{\"lines\":[" + line(theirs, 1) + "],\"coupons\":[" + coupon + "]}";
        assertThat(house.post(member, "/api/v1/mall/quotes", wish).at("merchantOff"))
                .isEqualTo("1.00");
        assertThat(house.post(stranger, "/api/v1/mall/quotes", wish).code()).isEqualTo("coupon_not_usable");
        var unmet = house.post(member, "/api/v1/mall/quotes", wish.replace(line(theirs, 1), line(variant, 1)));
        assertThat(unmet.code()).isEqualTo("coupon_does_not_apply");
        assertThat(unmet.status()).isEqualTo(422);
        assertThat(unmet.at("threshold")).isEqualTo("10.00");
        endsWhatIsGiven(kind, take);
    }

    private void endsWhatIsGiven(long kind, String take) throws IOException, InterruptedException {
        assertThat(house.post(clerk, "/api/v1/merchant/coupon-kinds/" + kind + "/amount", "{\"mostIssued\":9}")
                        .code())
                .isEqualTo("not_found");
        assertThat(house.post(otherClerk, "/api/v1/merchant/coupon-kinds/" + kind + "/amount", "{\"mostIssued\":9}")
                        .status())
                .isEqualTo(200);
        assertThat(house.post(
                                otherClerk,
                                "/api/v1/merchant/coupon-kinds/" + kind + "/end",
                                "{\"until\":\"2026-03-01T00:00:00Z\"}")
                        .status())
                .isEqualTo(200);
        assertThat(house.post(stranger, take, "{}").code()).isEqualTo("coupon_not_on");
        assertThat(house.fetch(clerk, "/api/v1/merchant/coupon-kinds").list("items"))
                .isEmpty();
        assertThat(house.fetch(operator, "/api/v1/operator/coupon-kinds?text=%E6%BB%A1")
                        .list("items"))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"key\":\"x\"}",
                "{\"key\":\"x\",\"lines\":[]}",
                "{\"key\":\"x\",\"lines\":[{\"variant\":1,\"quantity\":-1}]}",
                "{\"key\":\"x\",\"lines\":[{\"variant\":1,\"quantity\":0.5}]}",
                "{\"key\":\"x\",\"lines\":[{\"variant\":1,\"quantity\":99999999999999999999}]}",
                "{\"key\":\"x\",\"lines\":[{\"variant\":1,\"quantity\":1,\"unitPrice\":\"0.01\"}]}",
                "{\"key\":\"x\",\"lines\":[{\"variant\":1,\"quantity\":1}],\"payable\":\"0.01\"}",
                "{\"key\":\"x\",\"lines\":[{\"variant\":1,\"quantity\":1}],\"status\":\"paid\"}",
                "{\"key\":\"x\",\"lines\":[{\"variant\":1,\"quantity\":1}],\"member\":2}",
                "{\"key\":\"x\",\"lines\":[{\"variant\":1,\"quantity\":1}],\"coupons\":[1e400000000]}",
                "{\"key\":\"x\",\"lines\":[{\"variant\":1,\"quantity\":1,\"day\":\"2026-13-45\"}]}",
                "{\"key\":\"a\\u0000b\",\"lines\":[{\"variant\":1,\"quantity\":1}]}"
            })
    void refusesWhatCannotBePlaced(String body) throws IOException, InterruptedException {
        assertThat(house.post(member, "/api/v1/mall/checkouts", body).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1'--", "99999999999999999999", "999999", "abc"})
    void findsNothingUnderGuessedIds(String id) throws IOException, InterruptedException {
        assertThat(house.fetch(member, "/api/v1/mall/orders/" + id).status()).isIn(400, 401, 404);
        assertThat(house.fetch(member, "/api/v1/mall/checkouts/" + id).status()).isIn(400, 401, 404);
    }

    private Told place(String key, String lines) throws IOException, InterruptedException {
        return house.post(member, "/api/v1/mall/checkouts", "{\"key\":\"" + key + "\",\"lines\":[" + lines + "]}");
    }

    private static String line(long variant, long quantity) {
        return Json.text(Map.of("variant", variant, "quantity", quantity));
    }
}
