package hongli.web.mall.trade;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.login.Sessions.Holder;
import hongli.mall.timer.Timers;
import hongli.web.mall.MallHouse;
import hongli.web.mall.MallHouse.Told;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What operators and merchants do and see beside the orders: refunds by hand, top-ups, jobs, books, cash, files.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OfficeHttpTest {
    private static final String REFUNDS = "/api/v1/operator/refunds";

    private TradeHouse trade;
    private MallHouse house;

    @BeforeAll
    void open() {
        trade = new TradeHouse();
        house = trade.house;
    }

    @AfterAll
    void close() {
        trade.close();
    }

    private String refund(long checkout, long quantity, String amount) {
        return "{\"line\":" + trade.line(checkout) + ",\"quantity\":" + quantity + ",\"amount\":\"" + amount
                + "\",\"deduction\":\"0.00\",\"reason\":\"包装<b>破损\"}";
    }

    @Test
    void refundsByHandOnceUnderOneKey() throws IOException, InterruptedException {
        long checkout = trade.checkout("physical", 2, "");
        trade.pay(checkout);
        String portion = "{\"line\":" + trade.line(checkout) + ",\"quantity\":0,\"amount\":\"0.01\"}";
        assertThat(house.post(trade.operator, REFUNDS + "/preview", portion).at("payout"))
                .isEqualTo("0.01");
        assertThat(house.post(trade.operator, REFUNDS, refund(checkout, 1, "100.00")).code())
                .isEqualTo("key_missing");
        Told first = trade.keyed(trade.operator, REFUNDS, "r1", refund(checkout, 1, "100.00"));
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        Told again = trade.keyed(trade.operator, REFUNDS, "r1", refund(checkout, 1, "100.00"));
        assertThat(again.number("id")).isEqualTo(first.number("id"));
        assertThat(trade.keyed(trade.operator, REFUNDS, "r1", refund(checkout, 1, "99.00"))
                        .code())
                .isEqualTo("refund_key_reused");
        assertThat(trade.keyed(trade.operator, REFUNDS, "r2", refund(checkout, 1, "100.01"))
                        .code())
                .isEqualTo("after_sale_too_much");
        trade.settle();
        assertThat(house.fetch(trade.operator, REFUNDS + "?order=" + trade.order(checkout) + "&status=done")
                        .list("items"))
                .hasSize(1)
                .first()
                .extracting(each -> each.get("amount"))
                .isEqualTo("100.00");
        assertThat(house.fetch(trade.buyer, "/api/v1/mall/after-sales/" + first.number("id"))
                        .at("status"))
                .isEqualTo("done");
    }

    @Test
    void refundsByHandForOperatorsWhoMayAlone() throws IOException, InterruptedException {
        long checkout = trade.checkout();
        trade.pay(checkout);
        String reader = trade.token(Holder.STAFF, trade.staff(null, Permission.PAYMENTS_READ));
        for (String token : List.of(trade.buyer, trade.stranger, trade.clerk, trade.rival, reader)) {
            assertThat(trade.keyed(token, REFUNDS, "x", refund(checkout, 1, "1.00")).status())
                    .isEqualTo(403);
        }
        assertThat(trade.keyed(trade.operator, REFUNDS, "x", refund(checkout, 1, "-1.00"))
                        .code())
                .isEqualTo("fields_unsound");
        String strange = refund(checkout, 1, "1.00").replace("}", ",\"status\":\"done\"}");
        assertThat(trade.keyed(trade.operator, REFUNDS, "x", strange).code()).isEqualTo("fields_unsound");
        assertThat(trade.number("select count(*) number from mall.after_sale where order_id = ?", trade.order(checkout)))
                .isZero();
    }

    @Test
    void showsTopUpsAndPaysBackWhatTheSandboxFails() throws IOException, InterruptedException {
        long checkout = trade.checkout("top_up", 1, "13800001111");
        trade.pay(checkout);
        String query = "?status=waiting&order=" + trade.order(checkout);
        Map<String, @Nullable Object> waiting =
                house.fetch(trade.operator, "/api/v1/operator/top-ups" + query).list("items").getFirst();
        assertThat(house.fetch(trade.buyer, "/api/v1/mall/top-ups" + query).list("items"))
                .hasSize(1);
        assertThat(house.fetch(trade.stranger, "/api/v1/mall/top-ups" + query).list("items"))
                .isEmpty();
        assertThat(house.fetch(trade.clerk, "/api/v1/merchant/top-ups" + query).list("items"))
                .hasSize(1);
        assertThat(house.fetch(trade.rival, "/api/v1/merchant/top-ups" + query).list("items"))
                .isEmpty();
        assertThat(house.fetch("", "/api/v1/mall/sandbox/top-ups").list("items")).isNotEmpty();
        String key = "top-up-" + waiting.get("line");
        assertThat(house.post("", "/api/v1/mall/sandbox/top-ups/" + key + "/fail", "").at("status"))
                .isEqualTo("failed");
        assertThat(house.post(trade.operator, "/api/v1/operator/top-ups/" + waiting.get("id") + "/ask", "")
                        .status())
                .isEqualTo(200);
        trade.settle();
        assertThat(trade.number(
                        "select sum(amount_fen)::bigint number from mall.refund where order_id = ? and status = 'done'",
                        trade.order(checkout)))
                .isEqualTo(100_00);
        assertThat(house.post(trade.operator, "/api/v1/operator/top-ups/" + waiting.get("id") + "/ask", "")
                        .code())
                .isEqualTo("top_up_ended");
        assertThat(house.post("", "/api/v1/mall/sandbox/top-ups/none/load", "").status())
                .isEqualTo(404);
    }

    @Test
    void showsJobsThatFailedAndHastensThem() throws IOException, InterruptedException {
        var broken = new boolean[] {true};
        house.mall.timers().when("test.job", (_, _) -> {
            if (broken[0]) {
                throw new IllegalStateException("<b>no</b>");
            }
        });
        house.mall.tables().run(work -> Timers.put(work, "test.job", 7, work.now()));
        trade.settle();
        Map<String, @Nullable Object> job = house.fetch(
                        trade.operator, "/api/v1/operator/jobs?state=failed&kind=test.job&subject=7")
                .list("items")
                .getFirst();
        assertThat(String.valueOf(job.get("attempts"))).isEqualTo("1");
        assertThat(job.get("failure")).isEqualTo("IllegalStateException: <b>no</b>");
        broken[0] = false;
        String path = "/api/v1/operator/jobs/" + job.get("id") + "/hasten";
        assertThat(house.post(trade.clerk, path, "").status()).isEqualTo(403);
        assertThat(house.post(trade.operator, path, "").status()).isEqualTo(200);
        trade.settle();
        assertThat(house.post(trade.operator, path, "").status()).isEqualTo(404);
        assertThat(house.fetch(trade.operator, "/api/v1/operator/jobs?kind=test.job")
                        .list("items"))
                .isEmpty();
    }

    @Test
    void leadsFromANumberOfTheTrialBalanceToItsOrder() throws IOException, InterruptedException {
        long checkout = trade.checkout();
        trade.pay(checkout);
        trade.keyed(trade.operator, REFUNDS, "books", refund(checkout, 0, "30.00"));
        trade.settle();
        long order = trade.order(checkout);
        Map<String, @Nullable Object> money = house.fetch(trade.operator, "/api/v1/operator/trial-balance")
                .list("lines")
                .stream()
                .filter(line -> "money".equals(line.get("account")))
                .findFirst()
                .orElseThrow();
        String path = String.valueOf(money.get("postings"));
        assertThat(path).isEqualTo("/api/v1/operator/postings?account=money");
        Told all = house.fetch(trade.operator, path + "&limit=200&sort=-id");
        assertThat(all.list("items"))
                .anyMatch(line -> "payment".equals(line.get("kind"))
                        && String.valueOf(line.get("checkout")).equals(String.valueOf(checkout)));
        assertThat(all.list("items"))
                .anyMatch(line -> "refund".equals(line.get("kind"))
                        && String.valueOf(line.get("order")).equals(String.valueOf(order))
                        && "30.00".equals(line.get("amount")));
        Told sums = house.fetch(trade.operator, "/api/v1/operator/postings/sums?account=money");
        assertThat(String.valueOf(money.get("amount"))).startsWith(String.valueOf(sums.at("balance")));
        assertThat(house.fetch(trade.clerk, "/api/v1/merchant/postings").list("items"))
                .allMatch(line -> line.containsKey("merchant"));
        assertThat(house.fetch(trade.rival, "/api/v1/merchant/postings?merchant=1").list("items"))
                .isEmpty();
        Told csv = house.fetch(trade.operator, "/api/v1/operator/postings.csv?kind=refund&sort=-id");
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.body()).startsWith("\ufeff\"id\",\"at\",\"kind\"").contains("\"30.00\"");
        Told ledger = house.fetch(trade.operator, "/api/v1/operator/ledger/postings?account=pool&limit=1");
        assertThat(ledger.status()).as(ledger.body()).isEqualTo(200);
        assertThat(house.fetch(trade.operator, "/api/v1/operator/ledger/postings").status())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postings",
                "postings.csv",
                "postings/sums?account=money",
                "ledger/postings?account=pool",
                "jobs",
                "withdrawals.csv",
                "bills.csv",
                "bills/1",
                "bills/1/lines",
                "members.csv",
                "top-ups",
                "coupon-kinds.csv"
            })
    void isForOperatorsAlone(String path) throws IOException, InterruptedException {
        String nobody = trade.token(Holder.STAFF, trade.staff(null, Permission.CLOCK_ADVANCE));
        for (String token : List.of(trade.buyer, trade.clerk, nobody)) {
            Told told = house.fetch(token, "/api/v1/operator/" + path);
            boolean own = path.equals("coupon-kinds.csv") && token.equals(trade.clerk)
                    || path.equals("top-ups") && !token.equals(nobody)
                    || path.startsWith("bills/") && token.equals(trade.clerk);
            if (!own) {
                assertThat(told.status()).as(told.body()).isEqualTo(403);
            }
        }
        assertThat(house.fetch("", "/api/v1/operator/" + path).status()).isEqualTo(401);
    }

    @Test
    void paysAMerchantItsCash() throws IOException, InterruptedException {
        String path = "/api/v1/merchant/withdrawals";
        assertThat(house.fetch(trade.clerk, "/api/v1/merchant/purse").at("cash"))
                .isEqualTo("0.00");
        String body = "{\"amount\":\"100.00\",\"account\":\"=6222\"}";
        assertThat(trade.keyed(trade.clerk, path, "w1", body).code()).isEqualTo("cash_short");
        assertThat(trade.keyed(trade.buyer, path, "w1", body).status()).isIn(403, 422, 409);
        assertThat(house.fetch(trade.clerk, path).list("items")).hasSize(1);
        assertThat(house.fetch(trade.rival, path).list("items")).isEmpty();
        assertThat(house.fetch(trade.operator, "/api/v1/operator/withdrawals?merchant=1&status=failed")
                        .list("items"))
                .hasSize(1);
        assertThat(house.fetch(trade.operator, "/api/v1/operator/withdrawals.csv?merchant=1")
                        .body())
                .contains("\"merchant\",\"1\",\"100.00\",\"'=6222\"");
    }

    @Test
    void writesFilesThatSpreadsheetsDoNotRun() throws IOException, InterruptedException {
        trade.checkout();
        String orders = house.fetch(trade.operator, "/api/v1/operator/orders.csv").body();
        assertThat(orders).contains("\"'=红酒 ×1\"").doesNotContain("\"=红酒");
        String members = house.fetch(trade.operator, "/api/v1/operator/members.csv?sort=id").body();
        assertThat(members).startsWith("\ufeff\"id\",\"name\",\"phone\"").contains("****");
        assertThat(house.fetch(trade.operator, "/api/v1/operator/members.csv?limit=1").status())
                .isEqualTo(400);
    }

    private Told file(String token, String path, String text) throws IOException, InterruptedException {
        return house.tell(house.ask(path)
                .POST(BodyPublishers.ofString(text))
                .header("Content-Type", "text/csv")
                .header("Authorization", "Bearer " + token));
    }

    @Test
    void takesFreightTemplatesInAndGivesThemOutAlike() throws IOException, InterruptedException {
        String path = "/api/v1/merchant/freights.csv";
        String head = "name,unit,freeFrom,region,first,firstPrice,next,nextPrice\r\n";
        String lines = "'=快递,piece,99.00,,1,8.00,1,2.00\r\n'=快递,piece,99.00,新疆,1,20.00,1,10.00\r\n";
        Told dry = file(trade.clerk, path + "?dry=true", head + lines);
        assertThat(dry.body()).isEqualTo(dry.body()).contains("\"added\": 1");
        assertThat(house.fetch(trade.clerk, "/api/v1/merchant/freights").list("items"))
                .isEmpty();
        assertThat(file(trade.clerk, path, head + lines).number("added")).isEqualTo(1);
        String out = house.fetch(trade.clerk, path).body();
        assertThat(out).contains("\"'=快递\",\"piece\",\"99.00\",\"新疆\",\"1\",\"20.00\",\"1\",\"10.00\"");
        assertThat(file(trade.clerk, path, out).number("changed")).isEqualTo(1);
        Told wrong = file(
                trade.clerk,
                path,
                head + "a,piece,,,0,8,1,2\r\n\r\nb,box,,,1,-8.00,1,2\r\nc,piece,,北京,1,8,1,2\r\nc,gram,,,1,8,1,2\r\n");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body()).contains("lines[2].first", "lines[4].unit", "lines[4].firstPrice", "lines[6].unit");
        assertThat(file(trade.clerk, path, "nonsense\r\nx\r\n").body()).contains("lines[1]");
        assertThat(file(trade.rival, path, head).body()).contains("missing");
        assertThat(file(trade.buyer, path, head + lines).status()).isEqualTo(403);
        assertThat(house.fetch(trade.clerk, "/api/v1/merchant/freights").list("items"))
                .hasSize(1);
    }

    @Test
    void takesCouponKindsInAndLeavesThoseThatAreThere() throws IOException, InterruptedException {
        String path = "/api/v1/operator/coupon-kinds.csv";
        String head = "id,name,threshold,off,offMillionths,most,stacks,mostIssued,eachMember,from,until\r\n";
        String sound = ",满减,100.00,10.00,,,true,100,1,2026-03-01T00:00:00Z,2026-04-01T00:00:00Z\r\n"
                + ",九折,0,,100000,50.00,false,100,1,2026-03-01T00:00:00Z,2026-04-01T00:00:00Z\r\n";
        assertThat(file(trade.operator, path + "?dry=true", head + sound).number("added"))
                .isEqualTo(2);
        assertThat(house.fetch(trade.operator, "/api/v1/operator/coupon-kinds").list("items"))
                .isEmpty();
        assertThat(file(trade.operator, path, head + sound).number("added")).isEqualTo(2);
        String out = house.fetch(trade.operator, path).body();
        assertThat(out).contains("\"满减\",\"100.00\",\"10.00\",\"\",\"\",\"true\"");
        Told again = file(trade.operator, path, out);
        assertThat(again.number("kept")).as(again.body()).isEqualTo(2);
        assertThat(again.number("added")).isZero();
        String own = "/api/v1/merchant/coupon-kinds.csv";
        assertThat(file(trade.clerk, own, head + sound).number("added")).isEqualTo(2);
        Told wrong = file(
                trade.clerk,
                own,
                head + ",大于门槛,5.00,10.00,,,,100,1,2026-03-01T00:00:00Z,2026-04-01T00:00:00Z\r\n"
                        + ",两种,0,1.00,100000,,,100,1,2026-03-01T00:00:00Z,2026-04-01T00:00:00Z\r\n");
        assertThat(wrong.body()).contains("lines[3].off");
        Told unsound = file(
                trade.clerk,
                own,
                head + ",大于门槛,5.00,10.00,,,,100,1,2026-03-01T00:00:00Z,2026-04-01T00:00:00Z\r\n");
        assertThat(unsound.body()).contains("lines[2]", "a threshold not below the amount");
        Told theirs = file(
                trade.rival,
                own,
                "merchant," + head + "1," + sound.split("\r\n")[0] + "\r\n");
        assertThat(theirs.status()).isEqualTo(400);
        assertThat(house.fetch(trade.clerk, "/api/v1/merchant/coupon-kinds").list("items"))
                .hasSize(2);
        assertThat(house.fetch(trade.rival, "/api/v1/merchant/coupon-kinds").list("items"))
                .isEmpty();
    }

    @Test
    void showsABillAndWhatItIsMadeOf() throws IOException, InterruptedException {
        long checkout = trade.checkout();
        trade.pay(checkout);
        house.mall.tables().run(work -> {
            var orders = house.mall.buying().orders();
            orders.shipped(work, new Actor.House(), trade.order(checkout));
            orders.completed(work, new Actor.House(), trade.order(checkout));
        });
        trade.settle();
        trade.pass(Duration.ofDays(40));
        Told made = house.post(
                trade.operator,
                "/api/v1/operator/bills",
                "{\"from\":\"2026-03-01\",\"until\":\"2026-03-31\",\"merchant\":1}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String path = "bills/" + made.number("id");
        Told bill = house.fetch(trade.operator, "/api/v1/operator/" + path);
        Told lines = house.fetch(trade.clerk, "/api/v1/merchant/" + path + "/lines?limit=200");
        long sum = lines.list("items").stream()
                .mapToLong(line -> Long.parseLong(
                        String.valueOf(line.get("change")).replace(".", "")))
                .sum();
        assertThat(String.valueOf(bill.at("payable")).replace(".", "")).isEqualTo(String.valueOf(sum));
        assertThat(lines.list("items")).allMatch(line -> line.containsKey("order"));
        assertThat(house.fetch(trade.rival, "/api/v1/merchant/" + path).status()).isEqualTo(404);
        assertThat(house.fetch(trade.rival, "/api/v1/merchant/" + path + "/lines").status())
                .isEqualTo(404);
        assertThat(house.fetch(trade.clerk, "/api/v1/merchant/" + path + "/lines.csv").body())
                .contains("\"change\"");
        assertThat(house.fetch(trade.operator, "/api/v1/operator/bills?from=2026-04-01").list("items"))
                .isEmpty();
        assertThat(house.fetch(trade.operator, "/api/v1/operator/bills?until=2026-03-15").list("items"))
                .hasSize(1);
        assertThat(house.fetch(trade.operator, "/api/v1/operator/bills.csv?sort=-payable").body())
                .contains("\"owed\"", "\"自营\"");
    }
}
