package hongli.web.mall.trade;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.mall.access.Permission;
import hongli.mall.login.Sessions.Holder;
import hongli.web.mall.MallHouse.Told;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Codes at the counter: looked at, redeemed and listed, and never found by trying.
class CodeHttpTest extends Trading {
    private static final String CODES = "/api/v1/merchant/codes";

    /// Buys vouchers; their numbers.
    private List<Long> bought(long quantity) throws IOException, InterruptedException {
        long checkout = trade.checkout("voucher", quantity, "");
        trade.pay(checkout);
        long order = trade.order(checkout);
        return house.fetch(trade.buyer, "/api/v1/mall/vouchers?limit=200").list("items").stream()
                .filter(each -> String.valueOf(each.get("order")).equals(String.valueOf(order)))
                .map(each -> Long.valueOf(String.valueOf(each.get("id"))))
                .toList();
    }

    private String shown(long voucher) throws IOException, InterruptedException {
        return String.valueOf(house.post(trade.buyer, "/api/v1/mall/vouchers/" + voucher + "/code", "")
                .at("code"));
    }

    private Told look(String token, String code) throws IOException, InterruptedException {
        return house.post(token, CODES + "/look", "{\"code\":\"" + code + "\"}");
    }

    private Told redeem(String token, String code) throws IOException, InterruptedException {
        return house.post(token, CODES + "/redeem", "{\"code\":\"" + code + "\"}");
    }

    @Test
    void showsWhatACodeIsForBeforeItIsRedeemed() throws IOException, InterruptedException {
        String code = shown(bought(2).getFirst());
        for (String token : List.of(trade.clerk, trade.operator)) {
            Told told = look(token, code);
            assertThat(told.status()).as(told.body()).isEqualTo(200);
            assertThat(told.at("status")).isEqualTo("ready");
            assertThat(told.at("kind")).isEqualTo("voucher");
            assertThat(told.list("goods"))
                    .singleElement()
                    .matches(goods ->
                            "=红酒".equals(goods.get("title")) && "1".equals(String.valueOf(goods.get("quantity"))));
            assertThat(told.body()).doesNotContain(code);
        }
        assertThat(redeem(trade.clerk, code).status()).isEqualTo(200);
        Told after = look(trade.clerk, code);
        assertThat(after.at("status")).isEqualTo("redeemed");
        assertThat(after.at("redeemed_at")).isNotNull();
        assertThat(String.valueOf(after.at("redeemed_by"))).startsWith("clerk:");
        assertThat(redeem(trade.clerk, code).code()).isEqualTo("code_used");
    }

    @Test
    void tellsOfAWrongCodeNoMoreThanOfOneThatNeverWas() throws IOException, InterruptedException {
        long voucher = bought(1).getFirst();
        String replaced = shown(voucher);
        String code = shown(voucher);
        Told never = look(trade.clerk, "0".repeat(26));
        assertThat(never.status()).isEqualTo(404);
        for (String wrong : List.of(replaced, code.substring(1) + code.charAt(0), "x", "' or 1=1 --", "<script>")) {
            assertThat(look(trade.clerk, wrong).body()).isEqualTo(never.body());
            assertThat(redeem(trade.clerk, wrong).body()).isEqualTo(never.body());
        }
        // Another merchant's counter is told of a right code what it is told of a wrong one.
        assertThat(look(trade.rival, code).body())
                .isEqualTo(look(trade.rival, "0".repeat(26)).body());
        assertThat(redeem(trade.rival, code).status()).isEqualTo(404);
        assertThat(look(trade.clerk, code).at("status")).isEqualTo("ready");
        assertThat(look(trade.buyer, code).status()).isEqualTo(403);
        assertThat(house.fetch(trade.clerk, CODES + "/look?code=" + code).status())
                .isIn(404, 405);
    }

    @Test
    void listsCodesWithoutWhatIsShown() throws IOException, InterruptedException {
        List<Long> vouchers = bought(3);
        List<String> codes = List.of(shown(vouchers.get(0)), shown(vouchers.get(1)));
        redeem(trade.clerk, codes.getFirst());
        long order = trade.number("select order_id number from mall.voucher where id = ?", vouchers.getFirst());
        String mine = CODES + "?order=" + order;
        Told all = house.fetch(trade.clerk, mine);
        assertThat(all.list("items")).hasSize(3).allMatch(each -> "=红酒 ×1".equals(each.get("titles")));
        assertThat(states(mine + "&status=redeemed")).containsExactly("redeemed");
        assertThat(states(mine + "&status=ready")).containsExactly("ready", "ready");
        assertThat(states(mine + "&kind=pick_up")).isEmpty();
        Told csv = house.fetch(trade.clerk, CODES + ".csv?order=" + order + "&sort=id");
        assertThat(csv.header("Content-Type")).startsWith("text/csv");
        assertThat(csv.body()).startsWith("\ufeffid,kind,status,order,").contains("\"'=红酒 ×1\"");
        for (String code : codes) {
            assertThat(all.body() + csv.body()).doesNotContain(code);
        }
        assertThat(IntStream.range(0, 3).mapToObj(i -> all.list("items").get(i).keySet()))
                .allMatch(names -> !names.contains("digest") && !names.contains("code"));
        assertThat(house.fetch(trade.operator, mine).body()).isEqualTo(all.body());
        assertThat(house.fetch(trade.rival, mine).list("items")).isEmpty();
        assertThat(house.fetch(trade.rival, CODES + ".csv?order=" + order)
                        .body()
                        .lines())
                .hasSize(1);
        assertThat(house.fetch(trade.clerk, CODES + "?status=expired").status()).isEqualTo(400);
        assertThat(house.fetch(trade.buyer, CODES).status()).isEqualTo(403);
        String reader = trade.token(Holder.STAFF, trade.staff(1L, Permission.ORDERS_READ));
        assertThat(house.fetch(reader, CODES).status()).isEqualTo(403);
        assertThat(house.fetch(reader, CODES + ".csv").status()).isEqualTo(403);
        assertThat(look(reader, codes.getLast()).status()).isEqualTo(403);
    }

    private List<@Nullable Object> states(String path) throws IOException, InterruptedException {
        List<Map<String, @Nullable Object>> items =
                Objects.requireNonNull(house.fetch(trade.clerk, path).list("items"));
        return items.stream().<@Nullable Object>map(each -> each.get("status")).toList();
    }
}
