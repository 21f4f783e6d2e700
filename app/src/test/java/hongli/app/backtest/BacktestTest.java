package hongli.app.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.app.backtest.Matching.Way;
import hongli.app.backtest.OrderFigures.Count;
import hongli.economy.command.Command;
import hongli.economy.command.OrderId;
import java.io.IOException;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class BacktestTest {
    private static final String COLUMNS = "member=who,time=when,amount=sum,order=no";
    private static final String HEAD = "no,who,when,sum";

    @Test
    void membersJoinAtTheirFirstOrderAndEveryDayIsClosed() throws IOException {
        var played = Shop.play(COLUMNS, 0, HEAD, "2,y,2026-01-04 10:00,5", "1,x,2026-01-01 23:59:59,5");
        assertThat(played.types())
                .containsExactly(
                        "member.joined",
                        "order.settled",
                        "day.closed",
                        "day.closed",
                        "day.closed",
                        "member.joined",
                        "order.settled",
                        "day.closed");
        assertThat(played.findings().days())
                .extracting(day -> day.date().toString())
                .containsExactly("2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04");
    }

    @Test
    void theDayEndsAtMidnightOfTheShop() throws IOException {
        var played = Shop.play(COLUMNS, 0, HEAD, "1,x,2026-01-01T15:59:59Z,5", "2,x,2026-01-01T16:00:00Z,5");
        assertThat(played.types())
                .containsExactly("member.joined", "order.settled", "day.closed", "order.settled", "day.closed");
    }

    @Test
    void ordersWorthNothingArePassedOver() throws IOException {
        var played = Shop.play(COLUMNS, 0, HEAD, "1,x,2026-01-01,0.00", "2,y,2026-01-01,0.004");
        assertThat(played.settled()).isEmpty();
        assertThat(played.findings().orders().worthless()).isEqualTo(2);
    }

    @Test
    void aWholeReturnAfterSettlementReversesTheOrder() throws IOException {
        var played = Shop.play(COLUMNS, 0, HEAD, "1,x,2026-01-01,10", "1,x,2026-01-02,-4", "1,x,2026-01-03,-6");
        assertThat(played.types()).containsSubsequence("order.settled", "day.closed", "order.reversed");
        assertThat(played.findings().returns().reversed()).isEqualTo(count(1, "10"));
        assertThat(played.findings().returns().partial()).isEqualTo(Count.NONE);
        assertThat(played.findings().members().getFirst().spent()).hasToString("0.00");
    }

    @Test
    void aPartialReturnAfterSettlementIsSaidAndNothingIsTakenBack() throws IOException {
        var played = Shop.play(COLUMNS, 0, HEAD, "1,x,2026-01-01,10", "1,x,2026-01-02,-4");
        assertThat(played.types()).doesNotContain("order.reversed");
        assertThat(played.findings().returns().partial()).isEqualTo(count(1, "4"));
    }

    @Test
    void whatComesBackBeforeSettlementMakesTheOrderSmaller() throws IOException {
        var played = Shop.play(
                COLUMNS, 7, HEAD, "1,x,2026-01-01,10", "1,x,2026-01-05,-4", "2,x,2026-01-01,3", "2,x,2026-01-08,-3");
        assertThat(played.settled())
                .singleElement()
                .satisfies(order -> assertThat(order.amount()).hasToString("6.00"));
        ReturnFigures returns = played.findings().returns();
        assertThat(returns.reduced()).isEqualTo(count(1, "4"));
        assertThat(returns.neverSettled()).isEqualTo(count(1, "3"));
        assertThat(played.findings().days()).hasSize(8);
    }

    @Test
    void aDiscountLineOfTheSameMomentIsPartOfTheOrder() throws IOException {
        var played = Shop.play(COLUMNS, 0, HEAD, "1,x,2026-01-01 10:00,10", "1,x,2026-01-01 10:00,-1");
        assertThat(played.settled())
                .singleElement()
                .satisfies(order -> assertThat(order.amount()).hasToString("9.00"));
    }

    @Test
    void aReturnUnderItsOwnNumberGoesToTheLatestOrderOfTheSameTotal() throws IOException {
        var played = Shop.play(
                COLUMNS,
                0,
                HEAD,
                "1,x,2026-01-01,10",
                "2,x,2026-01-02,10",
                "3,x,2026-01-03,11",
                "4,y,2026-01-03,10",
                "C5,x,2026-01-04,-10",
                "6,x,2026-01-05,10");
        assertThat(played.commands()).contains(new Command.ReverseOrder(new OrderId("2")));
        assertThat(played.findings().returns().way(Way.SAME_TOTAL)).isEqualTo(count(1, "10"));
    }

    @Test
    void aReturnGoesPieceByPieceToTheOrdersThatHoldTheGoods() throws IOException {
        var played = Shop.play(
                "member=who,time=when,amount=n*price,order=no,item=what,quantity=n",
                0,
                "no,who,when,what,n,price",
                "1,x,2026-01-01,red,5,1",
                "2,x,2026-01-02,red,2,1",
                "2,x,2026-01-02,white,2,3",
                "C3,x,2026-01-03,red,-3,1",
                "C3,x,2026-01-03,white,-1,3",
                "C3,x,2026-01-03,rose,-1,9",
                "C4,x,2026-01-04,red,-3,1");
        ReturnFigures returns = played.findings().returns();
        assertThat(returns.way(Way.SAME_GOODS)).isEqualTo(count(2, "6"));
        assertThat(returns.way(Way.NOT_FOUND)).isEqualTo(count(2, "12"));
        assertThat(returns.partial()).isEqualTo(count(2, "6"));
    }

    @Test
    void aReturnWithoutAnOrderIsNotGuessedAt() throws IOException {
        var played = Shop.play(COLUMNS, 0, HEAD, "C1,x,2026-01-01,-10", "2,x,2026-01-02,10", "3,y,2026-01-03,-10");
        assertThat(played.types()).doesNotContain("order.reversed");
        assertThat(played.findings().returns().way(Way.NOT_FOUND)).isEqualTo(count(2, "20"));
    }

    @Test
    void everyYuanOfTheReturnsIsAccountedFor() throws IOException {
        var played = Shop.play(
                COLUMNS,
                3,
                HEAD,
                "1,x,2026-01-01,10",
                "1,x,2026-01-02,-4",
                "1,x,2026-01-20,-16",
                "2,y,2026-01-05,7.005",
                "C3,y,2026-01-06,-7.005",
                "C4,z,2026-01-06,-1");
        ReturnFigures returns = played.findings().returns();
        BigDecimal accounted = returns.neverSettled()
                .amount()
                .add(returns.reduced().amount())
                .add(returns.reversed().amount())
                .add(returns.partial().amount())
                .add(returns.way(Way.NOT_FOUND).amount());
        assertThat(accounted).isEqualByComparingTo(returns.returns().amount()).isEqualByComparingTo("28.005");
    }

    private static Count count(long number, String amount) {
        return new Count(number, new BigDecimal(amount));
    }
}
