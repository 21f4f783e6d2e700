package hongli.web.mall.trade;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.mall.access.Permission;
import hongli.mall.login.Sessions.Holder;
import hongli.web.mall.MallHouse.Told;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What operators and merchants do and see beside the orders: refunds by hand, top-ups, jobs, books, cash, files.
class OfficeHttpTest extends Trading {
    private static final String REFUNDS = "/api/v1/operator/refunds";

    @Test
    void refundsByHandOnceUnderOneKey() throws IOException, InterruptedException {
        long checkout = trade.checkout("physical", 2, "");
        trade.pay(checkout);
        String portion = "{\"line\":" + trade.line(checkout) + ",\"quantity\":0,\"amount\":\"0.01\"}";
        assertThat(house.post(trade.operator, REFUNDS + "/preview", portion).at("payout"))
                .isEqualTo("0.01");
        assertThat(house.post(trade.operator, REFUNDS, trade.refund(checkout, 1, "100.00"))
                        .code())
                .isEqualTo("key_missing");
        Told first = trade.keyed(trade.operator, REFUNDS, "r1", trade.refund(checkout, 1, "100.00"));
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        Told again = trade.keyed(trade.operator, REFUNDS, "r1", trade.refund(checkout, 1, "100.00"));
        assertThat(again.number("id")).isEqualTo(first.number("id"));
        assertThat(trade.keyed(trade.operator, REFUNDS, "r1", trade.refund(checkout, 1, "99.00"))
                        .code())
                .isEqualTo("refund_key_reused");
        assertThat(trade.keyed(trade.operator, REFUNDS, "r2", trade.refund(checkout, 1, "100.01"))
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
            assertThat(trade.keyed(token, REFUNDS, "x", trade.refund(checkout, 1, "1.00"))
                            .status())
                    .isEqualTo(403);
        }
        assertThat(trade.keyed(trade.operator, REFUNDS, "x", trade.refund(checkout, 1, "-1.00"))
                        .code())
                .isEqualTo("fields_unsound");
        String strange = trade.refund(checkout, 1, "1.00").replace("}", ",\"status\":\"done\"}");
        assertThat(trade.keyed(trade.operator, REFUNDS, "x", strange).code()).isEqualTo("fields_unsound");
        assertThat(trade.number(
                        "select count(*) number from mall.after_sale where order_id = ?", trade.order(checkout)))
                .isZero();
    }

    @Test
    void showsTopUpsAndPaysBackWhatTheSandboxFails() throws IOException, InterruptedException {
        long checkout = trade.checkout("top_up", 1, "13800001111");
        trade.pay(checkout);
        String query = "?status=waiting&order=" + trade.order(checkout);
        Map<String, @Nullable Object> waiting = house.fetch(trade.operator, "/api/v1/operator/top-ups" + query)
                .list("items")
                .getFirst();
        assertThat(house.fetch(trade.buyer, "/api/v1/mall/top-ups" + query).list("items"))
                .hasSize(1);
        assertThat(house.fetch(trade.stranger, "/api/v1/mall/top-ups" + query).list("items"))
                .isEmpty();
        assertThat(house.fetch(trade.clerk, "/api/v1/merchant/top-ups" + query).list("items"))
                .hasSize(1);
        assertThat(house.fetch(trade.rival, "/api/v1/merchant/top-ups" + query).list("items"))
                .isEmpty();
        String sandbox = "/api/v1/mall/sandbox/top-ups";
        assertThat(house.fetch(trade.buyer, sandbox).list("items")).isNotEmpty();
        assertThat(house.fetch(trade.stranger, sandbox).list("items")).isEmpty();
        assertThat(house.fetch("", sandbox).status()).isEqualTo(401);
        String key = "top-up-" + waiting.get("line");
        String fail = sandbox + "/" + key + "/fail";
        assertThat(house.post(trade.stranger, fail, "").status()).isEqualTo(404);
        assertThat(house.post(trade.buyer, fail, "").at("status")).isEqualTo("failed");
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
        assertThat(house.post(trade.operator, sandbox + "/none/load", "").status())
                .isEqualTo(404);
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
        assertThat(house.fetch(trade.clerk, path + "/limits").at("most"))
                .isNotEqualTo(house.fetch(trade.buyer, "/api/v1/mall/withdrawals/limits")
                        .at("most"));
        assertThat(house.fetch(trade.buyer, path + "/limits").status()).isEqualTo(403);
        String body = "{\"amount\":\"100.00\",\"account\":\"=6222\"}";
        assertThat(trade.keyed(trade.clerk, path, "w1", body).code()).isEqualTo("cash_short");
        assertThat(trade.keyed(trade.buyer, path, "w1", body).status()).isIn(403, 422, 409);
        assertThat(house.fetch(trade.clerk, path).list("items")).isEmpty();
        house.mall
                .tables()
                .run(work -> work.run(
                        "insert into mall.withdrawal (merchant, key, amount_fen, account, status, hold, asked_at)"
                                + " values (1, 'w0', 10000, '=6222', 'failed', 'h0', ?)",
                        work.now()));
        assertThat(house.fetch(trade.clerk, path).list("items")).hasSize(1);
        assertThat(house.fetch(trade.rival, path).list("items")).isEmpty();
        assertThat(house.fetch(trade.operator, "/api/v1/operator/withdrawals?merchant=1&status=failed")
                        .list("items"))
                .hasSize(1);
        assertThat(house.fetch(trade.operator, "/api/v1/operator/withdrawals.csv?merchant=1")
                        .body())
                .contains("\"merchant\",\"1\",\"100.00\",\"'=6222\"");
    }
}
