package hongli.mall.programme;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.economy.Holding;
import hongli.economy.Totals;
import hongli.economy.exact.Money;
import hongli.economy.exact.Points;
import hongli.ledger.View;
import hongli.mall.posting.TrialBalance;
import hongli.mall.programme.Stall.Piece;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SettlementsTest {
    private final Stall stall = new Stall();
    private final long shop = stall.merchant("酒庄", 50_000);
    private final long referrer = stall.member("李", null);
    private final long buyer = stall.member("王", referrer);

    @AfterEach
    void close() {
        stall.close();
    }

    @Test
    void settlesEachLineWhenTheReturnWindowHasPassed() {
        long order = paidAndCompleted(new Piece(100_00), new Piece(50_00, 2, 0, 0));
        stall.pass(Duration.ofDays(6));
        assertThat(keys()).isEmpty();
        stall.pass(Duration.ofDays(2));
        assertThat(keys())
                .containsExactly(
                        "member:m" + referrer + ":joined",
                        "member:m" + buyer + ":joined",
                        "order:1001:line:1",
                        "order:1001:line:2");
        assertThat(holding(buyer).points().micro()).isPositive();
        assertThat(holding(buyer).referrer()).isEqualTo(Ids.member(referrer));
        assertThat(stall.lines(order)).hasSize(2);
        assertThat(standing()).isEqualTo(new Courier.Standing(4, 0, 0));
    }

    @Test
    void settlesAtPaymentWhereTheShopChoosesSo() {
        stall.set("settle_at", "\"payment\"");
        long order = stall.order(buyer, shop, new Piece(100_00));
        stall.pass(Duration.ZERO);
        assertThat(keys()).isEmpty();
        stall.pay(order);
        stall.pass(Duration.ZERO);
        assertThat(keys()).hasSize(3);
    }

    @Test
    void tellsNothingOfWhatWasPaidBackBefore() {
        long order = paidAndCompleted(new Piece(100_00), new Piece(80_00));
        stall.refund(stall.lines(order).getFirst(), 1, 100_00);
        stall.refund(stall.lines(order).getLast(), 0, 30_00);
        stall.passReturns();
        assertThat(keys()).endsWith("order:1001:line:2").doesNotContain("order:1001:line:1");
        assertThat(totals().pool()).isEqualTo(new Money(100 + 50_00 * 3 / 10));
    }

    @Test
    void settlesALineAnewThatIsPaidBackInPartAndReversesOneThatIsPaidBackWholly() {
        long order = paidAndCompleted(new Piece(100_00), new Piece(80_00));
        stall.passReturns();
        stall.refund(stall.lines(order).getFirst(), 1, 100_00);
        stall.refund(stall.lines(order).getLast(), 0, 30_00);
        stall.pass(Duration.ZERO);
        assertThat(keys()).endsWith("order:1001:line:1:reversed", "order:1001:line:2:reversed", "order:1001:line:2:2");
        stall.refund(stall.lines(order).getLast(), 1, 50_00);
        stall.pass(Duration.ZERO);
        assertThat(keys()).endsWith("order:1001:line:2:2:reversed");
        assertThat(standing().refused()).isZero();
        assertThat(holding(buyer).points()).isEqualTo(Points.ZERO);
    }

    @Test
    void looksOftenAndTellsOnce() {
        long order = paidAndCompleted(new Piece(100_00));
        stall.passReturns();
        for (int i = 0; i < 5; i++) {
            stall.tables.run(work -> Settling.look(work, order));
            stall.pass(Duration.ofDays(1));
        }
        assertThat(keys()).hasSize(3);
    }

    @Test
    void sharesMarginsInCashWhereTheShopChoosesSo() {
        stall.set("base_of", "\"margin\"");
        long order = stall.order(buyer, shop, new Piece(50_00, 2, 20_00, 10_00));
        stall.pay(order, 55_00);
        stall.complete(order);
        stall.passReturns();
        // 100.00 of goods of 110.00, half of it in points: 50.00, less two pieces at 20.00.
        assertThat(bases()).containsExactly(10_00L);
    }

    @Test
    void writesTheTierThatWasReachedToTheMember() {
        paidAndCompleted(new Piece(100_00));
        stall.passReturns();
        assertThat(tier(buyer)).isEqualTo(1);
        assertThat(tier(referrer)).isZero();
    }

    @Test
    void keepsTheBooksOfMallAndLedgerInBalance() {
        long order = paidAndCompleted(new Piece(100_00), new Piece(80_00));
        stall.passReturns();
        long second = stall.order(buyer, shop, new Piece(33_33, 3, 0, 5_01));
        stall.pay(second);
        stall.complete(second);
        stall.refund(stall.lines(order).getFirst(), 0, 12_34);
        stall.passReturns();
        TrialBalance balance = stall.tables.work(work -> TrialBalance.of(work, stall.ledger, Stall.PROGRAMME));
        assertThat(balance.total().isZero()).isTrue();
        assertThat(balance.between().isZero()).isTrue();
        assertThat(balance.lines()).anyMatch(line -> line.account().equals("pool"));
    }

    private long paidAndCompleted(Piece... pieces) {
        long order = stall.order(buyer, shop, pieces);
        stall.pay(order);
        stall.complete(order);
        stall.pass(Duration.ZERO);
        return order;
    }

    private List<String> keys() {
        return stall.tables.work(work -> work.all("select key from mall.outbox order by id", row -> row.text("key")));
    }

    private List<Long> bases() {
        return stall.tables.work(
                work -> work.all("select base_fen from mall.settlement order by id", row -> row.number("base_fen")));
    }

    private long tier(long member) {
        return stall.tables.work(work -> work.number("select tier number from mall.member where id = ?", member));
    }

    private Courier.Standing standing() {
        return stall.tables.work(Courier.Standing::read);
    }

    private Holding holding(long member) {
        return stall.ledger
                .read(Stall.PROGRAMME, view -> Objects.requireNonNull(view.holding(Ids.member(member))))
                .orElseThrow();
    }

    private Totals totals() {
        return stall.ledger.read(Stall.PROGRAMME, View::totals).orElseThrow();
    }
}
