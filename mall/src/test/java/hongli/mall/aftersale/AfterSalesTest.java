package hongli.mall.aftersale;

import static hongli.mall.payment.TrialMall.goods;
import static hongli.mall.payment.TrialMall.ways;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.economy.command.Asset;
import hongli.economy.exact.Money;
import hongli.mall.access.Actor;
import hongli.mall.aftersale.Case.Kind;
import hongli.mall.aftersale.Case.Status;
import hongli.mall.delivery.Packages;
import hongli.mall.payment.SandboxDesk;
import hongli.mall.payment.TrialMall;
import hongli.mall.refusal.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class AfterSalesTest {
    private final TrialMall mall = new TrialMall();
    private final Actor.Member member = mall.member();
    private final Actor.Clerk clerk = mall.clerk();
    private final AfterSales afterSales = mall.counter.afterSales();
    private final Decisions decisions = mall.counter.decisions();

    private long order;
    private long line;

    private void bought(TrialMall.Item item) {
        long checkout = mall.checkout(member, item);
        mall.pay(member, checkout);
        order = mall.orders(checkout).getFirst();
        line = mall.line(order);
    }

    private Case ask(Kind kind, long quantity) {
        return afterSales.ask(member, request(kind, quantity, Money.ZERO));
    }

    private AfterSales.Request request(Kind kind, long quantity, Money deduction) {
        var wish = new AfterSales.Wish(line, kind, quantity, Optional.empty());
        return new AfterSales.Request(wish, deduction, "<script>坏了</script>'; --", List.of());
    }

    private static Seen seen(Case found) {
        return new Seen(found.id(), found.version());
    }

    private long back() {
        return mall.number("select coalesce(sum(amount_fen), 0) number from mall.sandbox_refund");
    }

    private void delivered() {
        mall.tables.run(work -> mall.orders.delivered(work, new Actor.House(), order));
    }

    @AfterEach
    void close() {
        mall.close();
    }

    @Test
    void refundsWhatIsAgreed() {
        bought(goods(clerk.merchant(), 3, 33_33));
        Case asked = ask(Kind.REFUND, 2);
        assertThat(asked.amount()).isEqualTo(new Money(66_66));
        Case agreed = decisions.agree(clerk, seen(asked), "好");
        mall.timers.runDue();
        mall.timers.runDue();
        assertThat(back()).isEqualTo(66_66);
        assertThat(mall.status("after_sale", agreed.id())).isEqualTo("done");
        assertThat(mall.status("orders", order)).isEqualTo("paid");
        decisions.agree(clerk, seen(ask(Kind.REFUND, 1)), "");
        mall.timers.runDue();
        assertThat(back()).isEqualTo(99_99);
        assertThat(mall.status("orders", order)).isEqualTo("refunded");
    }

    @Test
    void partsOfALineAddUpToWhatWasPaid() {
        for (int seed = 0; seed < 12; seed++) {
            var random = new Random(seed);
            bought(new TrialMall.Item(clerk.merchant(), "physical", 2 + random.nextInt(5), 1 + random.nextInt(999), 7));
            long before = back();
            while (mall.status("orders", order).equals("paid")) {
                long left = mall.number(
                        "select quantity - refunded_quantity number from mall.order_line where id = ?", line);
                decisions.agree(clerk, seen(ask(Kind.REFUND, 1 + random.nextLong(left))), "");
                mall.timers.runDue();
            }
            assertThat(back() - before)
                    .as("seed %d", seed)
                    .isEqualTo(mall.number("select payable_fen number from mall.orders where id = ?", order));
        }
    }

    @Test
    void agreesOnceWhenTwoClerksDecideAtOnce() throws InterruptedException {
        bought(goods(clerk.merchant(), 1, 100_00));
        Case asked = ask(Kind.REFUND, 1);
        List<Object> ends = TrialMall.race(8, () -> decisions.agree(clerk, seen(asked), ""));
        assertThat(ends.stream().filter(Case.class::isInstance)).hasSize(1);
        assertThat(ends.stream()
                        .filter(end -> end instanceof Refusal refusal
                                && refusal.ground().code().equals("changed_meanwhile")))
                .hasSize(7);
        mall.timers.runDue();
        assertThat(back()).isEqualTo(100_00);
    }

    @Test
    void refundsOnceWhenTimersRunInManyThreads() throws InterruptedException {
        bought(goods(clerk.merchant(), 2, 50_00));
        decisions.agree(clerk, seen(ask(Kind.REFUND, 2)), "");
        TrialMall.race(6, () -> mall.timers.runDue());
        mall.wait(Duration.ofHours(2));
        assertThat(back()).isEqualTo(100_00);
        assertThat(mall.number("select count(*) number from mall.refund")).isEqualTo(1);
    }

    @Test
    void hasOneOpenCaseALineHoweverManyAskAtOnce() throws InterruptedException {
        bought(goods(clerk.merchant(), 5, 1_00));
        List<Object> ends = TrialMall.race(6, () -> ask(Kind.REFUND, 1));
        assertThat(ends.stream().filter(Case.class::isInstance)).hasSize(1);
        assertThatThrownBy(() -> ask(Kind.REFUND, 1)).hasMessageContaining("after_sale_open");
    }

    @Test
    void paysAReturnWhenTheGoodsAreBackAndKeepsFreight() {
        bought(new TrialMall.Item(clerk.merchant(), "physical", 1, 100_00, 8_00));
        mall.delivery.packages().ship(clerk, order, new Packages.Shipment("顺丰", "SF1", Map.of(line, 1L)));
        delivered();
        Case agreed = decisions.agree(clerk, seen(ask(Kind.RETURN, 1)), "");
        Case sent = afterSales.sendBack(member, seen(agreed), "顺丰", "SF2");
        assertThat(back()).isZero();
        decisions.receive(clerk, seen(sent), "");
        mall.timers.runDue();
        assertThat(back()).isEqualTo(100_00);
    }

    @Test
    void takesSilenceForConsent() {
        bought(goods(clerk.merchant(), 1, 100_00));
        ask(Kind.REFUND, 1);
        mall.wait(Duration.ofDays(3));
        assertThat(back()).isEqualTo(100_00);
    }

    @Test
    void endsWhenTheReturnWindowHasPassed() {
        bought(goods(clerk.merchant(), 1, 100_00));
        delivered();
        mall.wait(Duration.ofDays(7).plusSeconds(1));
        assertThatThrownBy(() -> ask(Kind.RETURN, 1)).hasMessageContaining("return_window_passed");
    }

    @Test
    void letsThePlatformDecideAnAppeal() {
        bought(goods(clerk.merchant(), 1, 100_00));
        Case refused = decisions.refuse(clerk, seen(ask(Kind.REFUND, 1)), "no");
        Case appealed = afterSales.appeal(member, seen(refused), "but");
        assertThatThrownBy(() -> decisions.agree(clerk, seen(appealed), ""))
                .hasMessageContaining("after_sale_status_differs");
        decisions.decide(TrialMall.OPERATOR, seen(appealed), true, "");
        mall.timers.runDue();
        assertThat(back()).isEqualTo(100_00);
    }

    @Test
    void keepsBackWhatTheBuyerNoLongerHoldsOnlyIfItWasShown() {
        bought(goods(clerk.merchant(), 1, 100_00));
        mall.deduction.set(new Money(20_00));
        var wish = new AfterSales.Wish(line, Kind.REFUND, 1, Optional.empty());
        assertThat(afterSales.preview(member, wish).payout()).isEqualTo(new Money(80_00));
        assertThatThrownBy(() -> ask(Kind.REFUND, 1)).hasMessageContaining("deduction_changed");
        Case asked = afterSales.ask(member, request(Kind.REFUND, 1, new Money(20_00)));
        decisions.agree(clerk, seen(asked), "");
        mall.timers.runDue();
        assertThat(back()).isEqualTo(80_00);
    }

    @Test
    void givesBackInProportionToWhatEachWayPaid() {
        mall.purse.put(member.id(), Asset.CONSTANT, new Money(50_00));
        long checkout = mall.checkout(member, goods(clerk.merchant(), 2, 50_00));
        mall.desk.deliver(mall.desk.pay(mall.begin(member, checkout, ways(0, 50_00)), SandboxDesk.Manner.PLAIN));
        order = mall.orders(checkout).getFirst();
        line = mall.line(order);
        decisions.agree(clerk, seen(ask(Kind.REFUND, 1)), "");
        mall.timers.runDue();
        assertThat(back()).isEqualTo(25_00);
        assertThat(mall.purse.free(member.id(), Asset.CONSTANT)).isEqualTo(new Money(25_00));
        assertThat(mall.purse.held()).isEqualTo(new Money(25_00));
        decisions.agree(clerk, seen(ask(Kind.REFUND, 1)), "");
        mall.timers.runDue();
        assertThat(mall.purse.free(member.id(), Asset.CONSTANT)).isEqualTo(new Money(50_00));
        assertThat(mall.purse.held()).isEqualTo(Money.ZERO);
        assertThat(back()).isEqualTo(50_00);
    }

    @Test
    void showsACaseToNobodyElse() {
        bought(goods(clerk.merchant(), 1, 100_00));
        Case asked = ask(Kind.REFUND, 1);
        List<ThrowingCallable> tries = new ArrayList<>();
        tries.add(() -> mall.counter.cases().one(mall.member(), asked.id()));
        tries.add(() -> mall.counter.cases().one(mall.clerk(), asked.id()));
        tries.add(() -> decisions.agree(mall.clerk(), seen(asked), ""));
        tries.add(() -> afterSales.close(mall.member(), seen(asked)));
        tries.add(() -> afterSales.ask(mall.member(), request(Kind.REFUND, 1, Money.ZERO)));
        tries.forEach(each -> assertThatThrownBy(each).hasMessageContaining("not_found"));
        assertThatThrownBy(() -> decisions.decide(clerk, seen(asked), true, "")).hasMessageContaining("not_permitted");
        assertThat(mall.counter.cases().one(member, asked.id()).found().reason())
                .contains("<script>");
    }

    @Test
    void refusesMoreThanThereIs() {
        bought(goods(clerk.merchant(), 2, 100_00));
        for (long quantity : new long[] {0, -1, 3, Long.MAX_VALUE, Long.MIN_VALUE}) {
            assertThatThrownBy(() -> ask(Kind.REFUND, quantity)).hasMessageContaining("after_sale_too_much");
        }
        var wish = new AfterSales.Wish(line, Kind.REFUND, 1, Optional.of(new Money(100_01)));
        assertThatThrownBy(() -> afterSales.preview(member, wish)).hasMessageContaining("after_sale_too_much");
        assertThatThrownBy(() -> ask(Kind.RETURN, 1)).hasMessageContaining("after_sale_not_possible");
    }

    @Test
    void exchangesWithoutMoney() {
        bought(goods(clerk.merchant(), 1, 100_00));
        delivered();
        Case agreed = decisions.agree(clerk, seen(ask(Kind.EXCHANGE, 1)), "");
        Case sent = afterSales.sendBack(member, seen(agreed), "a", "b");
        Case received = decisions.receive(clerk, seen(sent), "");
        assertThat(decisions.replace(clerk, seen(received), "c", "d").status()).isEqualTo(Status.DONE);
        assertThat(back()).isZero();
    }
}
