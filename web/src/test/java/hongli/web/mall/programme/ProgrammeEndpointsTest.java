package hongli.web.mall.programme;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.ledger.ProgrammeId;
import hongli.ledger.wire.TermsJson;
import hongli.mall.login.Sessions.Holder;
import hongli.mall.table.Transaction;
import hongli.web.mall.MallHouse;
import hongli.web.mall.MallHouse.Told;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProgrammeEndpointsTest {
    private static final String TERMS = """
            {"cap": "1000000", "par": "1.00", "founderPoints": "1", "poolRate": "0.30", "grantRate": "0.70",
             "quotaMultiple": "2"}
            """;
    private static final String ALL_BILLS = "bills_read,bills_check,bills_approve,bills_pay,programme_read";

    private MallHouse house;
    private String buyer = "";
    private String stranger = "";
    private String checker = "";
    private String approver = "";
    private String clerk = "";
    private String otherClerk = "";

    @BeforeAll
    void open() {
        house = new MallHouse();
        house.ledger.open(new ProgrammeId("mall"), "商城", TermsJson.parse(TERMS));
        house.mall.tables().run(this::fill);
        house.mall.timers().runDue();
        house.clock.advance(house.mall.tables(), Duration.ofDays(8));
        house.mall.timers().runDue();
        house.mall.programme().courier().sendAll();
        house.clock.advance(house.mall.tables(), Duration.ofDays(40));
        house.mall.tables().run(this::logIn);
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void describesAndExplainsGrantsToTheBuyerAlone() throws IOException, InterruptedException {
        Told preview = house.fetch(buyer, "/api/v1/mall/checkouts/1/grants");
        assertThat(preview.status()).isEqualTo(200);
        assertThat(preview.body()).contains("\"note\":{").contains("仅作说明");
        assertThat(house.fetch(stranger, "/api/v1/mall/checkouts/1/grants").status())
                .isEqualTo(404);
        assertThat(house.fetch("", "/api/v1/mall/grants").status()).isEqualTo(401);
        List<Map<String, Object>> grants = list(house.fetch(buyer, "/api/v1/mall/grants"));
        assertThat(grants).hasSize(1);
        Object position = grants.getFirst().get("position");
        Told why = house.fetch(buyer, "/api/v1/mall/grants/" + position);
        assertThat(why.at("points")).isEqualTo("21.000000");
        assertThat(why.body()).contains("100.00 × 0.3 = 30.00");
        assertThat(house.fetch(stranger, "/api/v1/mall/grants/" + position).status())
                .isEqualTo(404);
        for (String bad : new String[] {"x", "-1", "99999999999999999999", "0"}) {
            assertThat(house.fetch(buyer, "/api/v1/mall/grants/" + bad).status())
                    .isEqualTo(404);
        }
        assertThat(house.fetch(buyer, "/api/v1/mall/grants?sort=points").status())
                .isEqualTo(400);
        assertThat(house.fetch(buyer, "/api/v1/mall/purse").at("cash")).isEqualTo("0.00");
    }

    @Test
    void estimatesABasketForMembersAndGuestsBeforeItIsPlaced() throws IOException, InterruptedException {
        String path = "/api/v1/mall/grants/estimates";
        String wish = "{\"lines\": [{\"variant\": 1, \"quantity\": 2}]}";
        assertThat(house.post("", path, wish).code()).isEqualTo("not_for_sale");
        house.mall.tables().run(work -> work.run("update mall.product set on_shelf = true"));
        for (String who : new String[] {"", buyer}) {
            Told estimate = house.post(who, path, wish);
            assertThat(estimate.status()).as(estimate.body()).isEqualTo(200);
            assertThat(estimate.at("estimate")).isEqualTo(true);
            assertThat(estimate.body()).contains("估算").contains("An estimate").contains("\"formula\":{");
            assertThat(estimate.list("lines"))
                    .singleElement()
                    .satisfies(line ->
                            assertThat(String.valueOf(line.get("variant"))).isEqualTo("1"))
                    .satisfies(line -> assertThat(line).containsEntry("base", "200.00"));
        }
        assertThat(house.post(buyer, path, wish.replace("}]", "}], \"points\": \"200\""))
                        .list("lines"))
                .singleElement()
                .satisfies(line -> assertThat(line).containsEntry("base", "0.00"));
        for (String bad : new String[] {"{}", "{\"lines\": []}", wish.replace("}]", "}], \"base\": \"1\""), "[1]"}) {
            assertThat(house.post(buyer, path, bad).status()).as(bad).isEqualTo(400);
        }
        assertThat(house.post("", path, wish.replace("}]", "}], \"coupons\": [1]"))
                        .status())
                .isEqualTo(401);
        assertThat(house.post(clerk, path, wish).status()).isEqualTo(403);
    }

    @Test
    void saysInWordsWhatTheProgrammeRefused() throws IOException, InterruptedException {
        String refuse = "update mall.outbox set refusal = ? where id = (select max(id) from mall.outbox)";
        house.mall.tables().run(work -> work.run(refuse, "points_insufficient"));
        try {
            assertThat(list(house.fetch(checker, "/api/v1/operator/outbox?show=refused")))
                    .singleElement()
                    .satisfies(row -> assertThat(row)
                            .containsEntry("refusal", "points_insufficient")
                            .containsEntry("refusalText", "积分不足"));
        } finally {
            house.mall.tables().run(work -> work.run(refuse, (Object) null));
        }
    }

    @Test
    void showsOperatorsTheOutboxAndTheTrialBalance() throws IOException, InterruptedException {
        Told standing = house.fetch(checker, "/api/v1/operator/outbox/standing");
        assertThat(standing.number("waiting")).isZero();
        assertThat(standing.number("refused")).isZero();
        assertThat(list(house.fetch(checker, "/api/v1/operator/outbox?show=all")))
                .hasSize((int) standing.number("all"));
        assertThat(house.fetch(checker, "/api/v1/operator/trial-balance").at("total"))
                .isEqualTo("0.00000000000000");
        assertThat(house.fetch(checker, "/api/v1/operator/trial-balance").at("between"))
                .isEqualTo("0.00000000000000");
        for (String path : new String[] {"outbox", "outbox/standing", "trial-balance"}) {
            assertThat(house.fetch(buyer, "/api/v1/operator/" + path).status()).isEqualTo(403);
            assertThat(house.fetch(clerk, "/api/v1/operator/" + path).status()).isEqualTo(403);
        }
    }

    @Test
    void bringsABillOnStepByStep() throws IOException, InterruptedException {
        String march = "{\"from\": \"2026-03-01\", \"until\": \"2026-03-31\"}";
        assertThat(house.post(clerk, "/api/v1/operator/bills", march).status()).isEqualTo(403);
        assertThat(house.post(checker, "/api/v1/operator/bills", "{\"from\": \"2026-02-30\", \"until\": \"x\"}")
                        .status())
                .isEqualTo(400);
        assertThat(house.post(checker, "/api/v1/operator/bills", march.replace("}", ", \"payable\": \"9\"}"))
                        .status())
                .isEqualTo(400);
        assertThat(house.post(checker, "/api/v1/operator/bills", march).number("made"))
                .isEqualTo(1);
        Map<String, Object> bill = list(house.fetch(checker, "/api/v1/operator/bills?status=draft"))
                .getFirst();
        assertThat(bill.get("payable")).isEqualTo("65.00"); // 100.00 less 5.00 of commission and 30.00 for the pool
        String path = "/api/v1/operator/bills/" + bill.get("id");
        assertThat(house.post(checker, path + "/pay", "{}").code()).isEqualTo("bill_not_at_step");
        assertThat(house.post(checker, path + "/check", "{}").at("status")).isEqualTo("checked");
        assertThat(house.post(checker, path + "/approve", "{}").code()).isEqualTo("bill_same_hand");
        assertThat(house.post(approver, path + "/approve", "{}").at("status")).isEqualTo("approved");
        assertThat(house.post(checker, path + "/lift", "{}").status()).isEqualTo(404);
        assertThat(list(house.fetch(clerk, "/api/v1/merchant/bills"))).hasSize(1);
        assertThat(list(house.fetch(otherClerk, "/api/v1/merchant/bills"))).isEmpty();
        assertThat(house.fetch(clerk, "/api/v1/merchant/bills?merchant=2").status())
                .isEqualTo(400);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Told told) {
        return (List<Map<String, Object>>) (List<?>) told.list("items");
    }

    private void fill(Transaction work) {
        work.run("insert into mall.member (phone, name, referral_code, joined_at)"
                + " select '1380000000' || n, '王', 'c' || n, now() from generate_series(1, 2) n");
        work.run("insert into mall.merchant (name, status, commission_millionths, created_at)"
                + " values ('酒庄', 'open', 50000, now()), ('茶庄', 'open', 0, now())");
        work.run("insert into mall.product (merchant, kind, title, status, created_at)"
                + " values (2, 'physical', '红酒', 'approved', now())");
        work.run("insert into mall.variant (product, merchant, sku, price_fen) values (1, 2, 'w', 10000)");
        work.run("insert into mall.checkout (member, key, request, status, payable_fen, explanation, placed_at)"
                + " values (1, 'k', '', 'unpaid', 10000, '{}', now())");
        work.run("insert into mall.orders (number, checkout, member, merchant, status, goods_fen, freight_fen,"
                + " payable_fen, placed_at) values ('1', 1, 1, 2, 'unpaid', 10000, 0, 10000, now())");
        work.run("insert into mall.order_line (order_id, merchant, product, variant, kind, title, specification,"
                + " quantity, list_fen, unit_fen, cost_fen, paid_fen)"
                + " values (1, 2, 1, 1, 'physical', '红酒', '{}', 1, 10000, 10000, 0, 10000)");
        work.run("insert into mall.payment (checkout, way, attempt, counts, reference, amount_fen, status, started_at)"
                + " values (1, 'channel', 1, true, 'p', 10000, 'started', now())");
        work.run("update mall.payment set status = 'paid'");
        work.run("update mall.orders set status = 'completed', completed_at = ?", work.now());
    }

    private void logIn(Transaction work) {
        buyer = token(work, Holder.MEMBER, 1);
        stranger = token(work, Holder.MEMBER, 2);
        checker = token(work, Holder.STAFF, staff(work, "checker", null));
        approver = token(work, Holder.STAFF, staff(work, "approver", null));
        clerk = token(work, Holder.STAFF, staff(work, "clerk", 2L));
        otherClerk = token(work, Holder.STAFF, staff(work, "other", 3L));
    }

    private String token(Transaction work, Holder holder, long id) {
        return house.mall.people().sessions().begin(work, holder, id).token();
    }

    private static long staff(Transaction work, String login, @Nullable Long merchant) {
        long role = work.insert(
                "insert into mall.role (merchant, name, permissions) values (?, ?, string_to_array(?, ','))"
                        + " returning id",
                merchant,
                login,
                ALL_BILLS);
        return work.insert(
                "insert into mall.staff (merchant, login, password, name, role, created_at)"
                        + " values (?, ?, 'x', ?, ?, now()) returning id",
                merchant,
                login,
                login,
                role);
    }
}
