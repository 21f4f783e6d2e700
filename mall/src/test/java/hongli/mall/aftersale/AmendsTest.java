package hongli.mall.aftersale;

import static hongli.mall.payment.TrialMall.OPERATOR;
import static hongli.mall.payment.TrialMall.goods;
import static hongli.mall.payment.TrialMall.ways;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.economy.command.Asset;
import hongli.economy.exact.Money;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.delivery.TopUps;
import hongli.mall.payment.SandboxDesk;
import hongli.mall.payment.TrialMall;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AmendsTest {
    private final TrialMall mall = new TrialMall();
    private final Actor.Member member = mall.member();
    private final Actor.Clerk clerk = mall.clerk();
    private final Amends amends = mall.counter.amends();

    private long order;
    private long line;

    @AfterEach
    void close() {
        mall.close();
    }

    private void bought(TrialMall.Item item) {
        long checkout = mall.checkout(member, item);
        mall.pay(member, checkout);
        order = mall.orders(checkout).getFirst();
        line = mall.line(order);
    }

    private Amends.Request request(String key, long quantity, long fen) {
        return new Amends.Request(key, portion(quantity, fen), Money.ZERO, "<b>包装破损</b>'; --");
    }

    private Amends.Portion portion(long quantity, long fen) {
        return new Amends.Portion(line, quantity, Optional.of(new Money(fen)));
    }

    private long back() {
        return mall.number("select coalesce(sum(amount_fen), 0) number from mall.sandbox_refund");
    }

    @Test
    void givesAPartOfThePriceBackLongAfterTheReturnWindow() {
        bought(goods(clerk.merchant(), 3, 33_33));
        mall.tables.run(work -> mall.orders.delivered(work, new Actor.House(), order));
        mall.wait(Duration.ofDays(90));
        assertThat(mall.status("orders", order)).isEqualTo("completed");

        assertThat(amends.preview(OPERATOR, portion(0, 5_01)).payout()).isEqualTo(new Money(5_01));
        Case paid = amends.pay(OPERATOR, request("a", 0, 5_01));
        mall.timers.runDue();

        assertThat(paid.status()).isEqualTo(Case.Status.DONE);
        assertThat(back()).isEqualTo(5_01);
        assertThat(mall.status("orders", order)).isEqualTo("completed");
        assertThat(mall.text("select action as text from mall.trail order by id desc limit 1"))
                .isEqualTo("refund.made");
        assertThat(mall.text("select after ->> 'reason' as text from mall.trail order by id desc limit 1"))
                .contains("包装破损");
        assertThat(mall.counter.cases().one(member, paid.id()).events()).hasSize(2);
    }

    @Test
    void partsAddUpToWhatWasPaidAndNeverToMore() {
        bought(new TrialMall.Item(clerk.merchant(), "physical", 3, 33_33, 7_00));
        amends.pay(OPERATOR, request("a", 1, 33_33));
        amends.pay(OPERATOR, request("b", 0, 1));
        assertThatThrownBy(() -> amends.pay(OPERATOR, request("c", 0, 73_66)))
                .hasMessageContaining("after_sale_too_much");
        assertThatThrownBy(() -> amends.pay(OPERATOR, request("c", 3, 1))).hasMessageContaining("after_sale_too_much");
        assertThatThrownBy(() -> amends.pay(OPERATOR, request("c", 0, 0))).hasMessageContaining("after_sale_too_much");
        amends.pay(OPERATOR, request("d", 2, 73_65));
        mall.timers.runDue();
        assertThat(back()).isEqualTo(3 * 33_33 + 7_00);
        assertThat(mall.status("orders", order)).isEqualTo("refunded");
        assertThatThrownBy(() -> amends.pay(OPERATOR, request("e", 0, 1)))
                .hasMessageContaining("after_sale_not_possible");
    }

    @Test
    void paysOnceUnderOneKeyInManyThreads() throws InterruptedException {
        bought(goods(clerk.merchant(), 2, 50_00));
        List<Object> ends = TrialMall.race(8, () -> amends.pay(OPERATOR, request("a", 1, 50_00)));
        mall.timers.runDue();
        assertThat(ends)
                .allMatch(Case.class::isInstance)
                .extracting(end -> ((Case) end).id())
                .containsOnly(((Case) ends.getFirst()).id());
        assertThat(back()).isEqualTo(50_00);
        assertThatThrownBy(() -> amends.pay(OPERATOR, request("a", 1, 49_00)))
                .hasMessageContaining("refund_key_reused");
    }

    @Test
    void paysNoMoreThanThereIsHoweverManyPayAtOnce() throws InterruptedException {
        bought(goods(clerk.merchant(), 3, 10_00));
        var key = new AtomicInteger();
        List<Object> ends =
                TrialMall.race(8, () -> amends.pay(OPERATOR, request("k" + key.incrementAndGet(), 1, 10_00)));
        mall.timers.runDue();
        assertThat(ends).filteredOn(Case.class::isInstance).hasSize(3);
        assertThat(back()).isEqualTo(30_00);
        assertThat(mall.number("select refunded_fen number from mall.orders where id = ?", order))
                .isEqualTo(30_00);
    }

    @Test
    void givesBackInProportionAndNothingThatHasReachedTheMerchant() {
        mall.purse.put(member.id(), Asset.CONSTANT, new Money(50_00));
        long checkout = mall.checkout(member, goods(clerk.merchant(), 2, 50_00));
        mall.desk.deliver(mall.desk.pay(mall.begin(member, checkout, ways(0, 50_00)), SandboxDesk.Manner.PLAIN));
        order = mall.orders(checkout).getFirst();
        line = mall.line(order);
        amends.pay(OPERATOR, request("a", 1, 50_00));
        mall.timers.runDue();
        assertThat(back()).isEqualTo(25_00);
        assertThat(mall.purse.free(member.id(), Asset.CONSTANT)).isEqualTo(new Money(25_00));

        mall.tables.run(work -> mall.orders.delivered(work, new Actor.House(), order));
        mall.wait(Duration.ofDays(11));
        mall.wait(Duration.ofDays(8));
        assertThat(mall.purse.held()).isEqualTo(Money.ZERO);
        assertThatThrownBy(() -> amends.pay(OPERATOR, request("b", 0, 1))).hasMessageContaining("purse_captured");
    }

    @Test
    void keepsBackWhatTheBuyerNoLongerHoldsOnlyIfItWasShown() {
        bought(goods(clerk.merchant(), 1, 100_00));
        mall.deduction.set(new Money(20_00));
        assertThat(amends.preview(OPERATOR, portion(1, 100_00)).payout()).isEqualTo(new Money(80_00));
        assertThatThrownBy(() -> amends.pay(OPERATOR, request("a", 1, 100_00)))
                .hasMessageContaining("deduction_changed");
        amends.pay(OPERATOR, new Amends.Request("a", portion(1, 100_00), new Money(20_00), "x"));
        mall.timers.runDue();
        assertThat(back()).isEqualTo(80_00);
    }

    @Test
    void waitsForTheCaseThatTheMemberHasOpened() {
        bought(goods(clerk.merchant(), 2, 10_00));
        var wish = new AfterSales.Wish(line, Case.Kind.REFUND, 1, Optional.empty());
        mall.counter.afterSales().ask(member, new AfterSales.Request(wish, Money.ZERO, "x", List.of()));
        assertThatThrownBy(() -> amends.pay(OPERATOR, request("a", 1, 10_00))).hasMessageContaining("after_sale_open");
        assertThat(mall.number("select refunded_fen number from mall.orders where id = ?", order))
                .isZero();
    }

    @Test
    void isForOperatorsWhoMayAlone() {
        bought(goods(clerk.merchant(), 1, 10_00));
        var reader = new Actor.Operator(2, EnumSet.of(Permission.PAYMENTS_READ, Permission.ORDERS_CHANGE));
        for (Actor other : List.of(member, clerk, reader)) {
            assertThatThrownBy(() -> amends.pay(other, request("a", 1, 10_00))).hasMessageContaining("not_permitted");
            assertThatThrownBy(() -> amends.preview(other, portion(1, 10_00))).hasMessageContaining("not_permitted");
        }
        line = 999_999;
        assertThatThrownBy(() -> amends.pay(OPERATOR, request("a", 1, 10_00))).hasMessageContaining("not_found");
    }

    @Test
    void paysAFailedTopUpBackByItself() {
        mall.topUp.set(TopUps.Answer.FAILED);
        bought(new TrialMall.Item(clerk.merchant(), "top_up", 1, 30_00, 0));
        mall.timers.runDue();
        assertThat(back()).isEqualTo(30_00);
        assertThat(mall.status("orders", order)).isEqualTo("refunded");
        assertThat(mall.number(
                        "select stock number from mall.variant where id ="
                                + " (select variant from mall.order_line where id = ?)",
                        line))
                .isEqualTo(1);
        mall.wait(Duration.ofDays(1));
        assertThat(back()).isEqualTo(30_00);
    }

    @Test
    void deliversTheRestOfAnOrderWhoseTopUpFailed() {
        mall.topUp.set(TopUps.Answer.WAITING);
        bought(new TrialMall.Item(clerk.merchant(), "top_up", 1, 30_00, 0));
        mall.tables.run(work -> {
            work.run("update mall.orders set goods_fen = 4000, payable_fen = 4000 where id = ?", order);
            work.run(
                    "insert into mall.order_line (order_id, merchant, product, variant, kind, title, specification,"
                            + " quantity, list_fen, unit_fen, cost_fen, paid_fen) select order_id, merchant, product,"
                            + " variant, 'voucher', title, specification, 1, 1000, 1000, 0, 1000 from mall.order_line"
                            + " where id = ?",
                    line);
        });
        mall.topUp.set(TopUps.Answer.FAILED);
        mall.wait(Duration.ofMinutes(2));
        assertThat(mall.status("orders", order)).isEqualTo("delivered");
        assertThat(back()).isEqualTo(30_00);
    }

    @Test
    void agreesWhereTheMemberHasAskedBeforeTheTopUpFailed() {
        mall.topUp.set(TopUps.Answer.WAITING);
        bought(new TrialMall.Item(clerk.merchant(), "top_up", 1, 30_00, 0));
        mall.tables.run(work -> work.run("update mall.top_up set status = 'failed' where line = ?", line));
        var wish = new AfterSales.Wish(line, Case.Kind.REFUND, 1, Optional.empty());
        Case asked = mall.counter.afterSales().ask(member, new AfterSales.Request(wish, Money.ZERO, "x", List.of()));
        mall.tables.run(work -> {
            work.run("update mall.top_up set status = 'waiting' where line = ?", line);
            mall.topUp.set(TopUps.Answer.FAILED);
        });
        mall.wait(Duration.ofMinutes(2));
        assertThat(mall.status("after_sale", asked.id())).isEqualTo("done");
        assertThat(back()).isEqualTo(30_00);
    }

    @Test
    void endsAPickUpCodeWithWhatIsToBePickedUp() {
        long checkout = mall.checkout(member, goods(clerk.merchant(), 2, 10_00));
        mall.tables.run(work -> work.run("update mall.orders set address = null where checkout = ?", checkout));
        mall.pay(member, checkout);
        order = mall.orders(checkout).getFirst();
        line = mall.line(order);
        assertThat(mall.text("select status as text from mall.voucher where order_id = ?", order))
                .isEqualTo("ready");
        amends.pay(OPERATOR, request("a", 1, 10_00));
        assertThat(mall.text("select status as text from mall.voucher where order_id = ?", order))
                .isEqualTo("ready");
        amends.pay(OPERATOR, request("b", 1, 10_00));
        assertThat(mall.text("select status as text from mall.voucher where order_id = ?", order))
                .isEqualTo("void");
    }
}
