package hongli.mall.review;

import static hongli.mall.Market.code;
import static hongli.mall.Market.offer;
import static org.assertj.core.api.Assertions.assertThat;

import hongli.mall.Market;
import hongli.mall.order.OrderLists;
import org.junit.jupiter.api.Test;

final class ReviewsTest {
    private static final Reviews.Opinion GOOD = new Reviews.Opinion(5, "好酒 <script>alert(1)</script>");

    private final Market market = new Market();
    private final Reviews reviews = new Reviews(market.tables);
    private final long product = market.shelved(market.clerk, offer("干红", "RED", 1_000));

    @Test
    void areWrittenByTheBuyerOnceALine() {
        long line = market.bought(market.member, market.clerk, product, "completed");
        assertThat(code(() -> reviews.write(market.stranger, line, GOOD))).isEqualTo("not_found");
        assertThat(isReviewed(line)).isFalse();
        reviews.write(market.member, line, GOOD);
        assertThat(isReviewed(line)).isTrue();
        assertThat(code(() -> reviews.write(market.member, line, GOOD))).isEqualTo("already_reviewed");
        Review shown = reviews.shown(product, null, Market.FIRST).items().getFirst();
        assertThat(shown.author()).isEqualTo("小**");
        assertThat(shown.content()).isEqualTo("好酒 <script>alert(1)</script>");
        assertThat(reviews.summary(product).counts()).containsExactly(0L, 0L, 0L, 0L, 1L);
    }

    @Test
    void waitUntilTheOrderIsCompleted() {
        for (String status : new String[] {"unpaid", "paid", "shipped", "delivered", "cancelled", "refunded"}) {
            long line = market.bought(market.member, market.clerk, product, status);
            assertThat(code(() -> reviews.write(market.member, line, GOOD))).isEqualTo("order_not_completed");
        }
    }

    @Test
    void areAnsweredByTheirMerchantAndHiddenByOperatorsOnly() {
        long line = market.bought(market.member, market.clerk, product, "completed");
        long id = reviews.write(market.member, line, GOOD);
        assertThat(code(() -> reviews.reply(market.rival, id, "谢谢"))).isEqualTo("not_found");
        assertThat(code(() -> reviews.reply(market.member, id, "谢谢"))).isEqualTo("not_permitted");
        reviews.reply(market.clerk, id, "谢谢");
        assertThat(reviews.shown(product, 5, Market.FIRST).items().getFirst().reply())
                .isEqualTo("谢谢");
        assertThat(code(() -> reviews.hide(market.clerk, id, true))).isEqualTo("not_permitted");
        reviews.hide(market.operator, id, true);
        assertThat(reviews.shown(product, null, Market.FIRST).items()).isEmpty();
        var all = new Reviews.Filter(null, null, null);
        assertThat(reviews.own(market.clerk, all, Market.FIRST).items()).hasSize(1);
        assertThat(reviews.own(market.rival, all, Market.FIRST).items()).isEmpty();
    }

    /// Whether its order says so.
    private boolean isReviewed(long line) {
        long order = market.tables.work(work ->
                work.one("select order_id from mall.order_line where id = ?", row -> row.number("order_id"), line));
        return new OrderLists(market.tables)
                .one(market.member, order)
                .lines()
                .getFirst()
                .reviewed();
    }
}
