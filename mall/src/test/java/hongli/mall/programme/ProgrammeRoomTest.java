package hongli.mall.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.economy.command.Asset;
import hongli.economy.command.Command;
import hongli.economy.exact.Money;
import hongli.economy.exact.Points;
import hongli.economy.fact.Outcome;
import hongli.ledger.Answer;
import hongli.ledger.Key;
import hongli.ledger.Submission;
import hongli.mall.access.Actor;
import hongli.mall.payment.ChannelAway;
import hongli.mall.payment.Purse;
import hongli.mall.programme.Stall.Piece;
import hongli.mall.refusal.Refusal;
import hongli.mall.table.Listing;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ProgrammeRoomTest {
    private final Stall stall = new Stall();
    private final long shop = stall.merchant("酒庄", 0);
    private final long referrer = stall.member("李", null);
    private final long buyer = stall.member("王", referrer);
    private final Actor asBuyer = new Actor.Member(buyer);

    @AfterEach
    void close() {
        stall.close();
    }

    @Test
    void foretellsExactlyWhatIsThenGranted() {
        settled(new Piece(77_00));
        long order = stall.order(buyer, shop, new Piece(100_00), new Piece(33_33, 2, 0, 5_00));
        long checkout =
                stall.tables.work(work -> work.number("select checkout number from mall.orders where id = ?", order));
        Previews.Preview preview = new Previews(stall.tables, stall.ledger).ofCheckout(asBuyer, checkout);
        stall.pay(order);
        stall.complete(order);
        stall.passReturns();
        assertThat(preview.lines())
                .allSatisfy(line -> assertThat(line.refusal()).isNull());
        assertThat(preview.points().micro())
                .isEqualTo(stall.tables.<Long>work(
                        work -> work.number("select sum(points_micro)::bigint number from mall.settlement"
                                + " where number like 'order:1002:%'")));
        assertThat(stall.tables.<Long>work(work -> work.number("select count(*) number from mall.outbox")))
                .isEqualTo(5);
    }

    @Test
    void foretellsNothingOfOthersBaskets() {
        long order = stall.order(buyer, shop, new Piece(100_00));
        long checkout =
                stall.tables.work(work -> work.number("select checkout number from mall.orders where id = ?", order));
        var previews = new Previews(stall.tables, stall.ledger);
        assertThatThrownBy(() -> previews.ofCheckout(new Actor.Member(referrer), checkout))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("not_found");
        assertThatThrownBy(() -> previews.ofCheckout(new Actor.Guest(), checkout))
                .hasMessageContaining("login_required");
    }

    @Test
    void leadsEveryGrantBackToItsLineAndFormula() {
        settled(new Piece(100_00));
        settled(new Piece(60_00), new Piece(40_00));
        var whys = new Whys(stall.tables, stall.ledger);
        List<Whys.Granted> granted =
                whys.granted(asBuyer, new Listing.Wish(null, null, 50)).items();
        assertThat(granted).hasSize(3);
        for (Whys.Granted each : granted) {
            long position = Objects.requireNonNull(each.position());
            Whys.Why why = whys.why(asBuyer, position);
            assertThat(why.granted().title()).isEqualTo("红酒");
            assertThat(why.formula().points()).isEqualTo(why.points()).isEqualTo(each.points());
            Whys.Why above = whys.why(new Actor.Member(referrer), position);
            assertThat(above.granted().title()).isNull();
            assertThat(above.formula().points()).isEqualTo(above.points());
        }
        long first = Objects.requireNonNull(granted.getFirst().position());
        assertThat(whys.why(asBuyer, first).formula().text())
                .startsWith("100.00 × 0.3 = 30.00; × 0.7 = 21.00; 21.00 ÷ (1.00 ÷ 1.000000) = 21.000000");
        long stranger = stall.member("赵", null);
        assertThatThrownBy(() -> whys.why(new Actor.Member(stranger), first)).hasMessageContaining("not_found");
        assertThatThrownBy(() -> whys.why(asBuyer, 1)).hasMessageContaining("not_found");
        assertThatThrownBy(() -> whys.why(asBuyer, Long.MAX_VALUE)).hasMessageContaining("not_found");
    }

    @Test
    void deductsNothingFromBuyersWhoHoldWhatTheyWereGranted() {
        long order = settled(new Piece(100_00));
        var deduction = new Deductions(stall.tables, stall.ledger)
                .of(stall.lines(order).getFirst(), new Money(100_00))
                .orElseThrow();
        assertThat(deduction.amount()).isEqualTo(Money.ZERO);
        assertThat(deduction.gone()).isEqualTo(Points.ZERO);
    }

    @Test
    void deductsWhatTheBuyerHasTurnedIntoConstantPointsAtTodaysPrice() {
        long order = settled(new Piece(100_00));
        submit("convert", new Command.ConvertPoints(Ids.member(buyer), new Points(21_000_000), null));
        var deductions = new Deductions(stall.tables, stall.ledger);
        long line = stall.lines(order).getFirst();
        var whole = deductions.of(line, new Money(100_00)).orElseThrow();
        assertThat(whole.gone()).isEqualTo(new Points(21_000_000));
        assertThat(whole.amount()).isEqualTo(whole.price().value(whole.gone()));
        var half = deductions.of(line, new Money(50_00)).orElseThrow();
        assertThat(half.amount().fen()).isEqualTo(whole.amount().fen() / 2);
        assertThat(deductions.of(line, new Money(1)).orElseThrow().amount().fen())
                .isLessThanOrEqualTo(1);
    }

    @Test
    void deductsNoCashThatTheProgrammeTakesItself() {
        long order = settled(new Piece(100_00));
        submit("redeem", new Command.RedeemPoints(Ids.member(buyer), new Points(21_000_000), null));
        var deduction = new Deductions(stall.tables, stall.ledger)
                .of(stall.lines(order).getFirst(), new Money(100_00))
                .orElseThrow();
        assertThat(deduction.cash().fen()).isPositive();
        assertThat(deduction.amount().fen())
                .isEqualTo(deduction.value().fen() - deduction.cash().fen());
    }

    @Test
    void knowsNoDeductionOfWhatTheProgrammeWasNotTold() {
        long order = stall.order(buyer, shop, new Piece(100_00));
        assertThat(new Deductions(stall.tables, stall.ledger)
                        .of(stall.lines(order).getFirst(), new Money(1)))
                .isEmpty();
    }

    @Test
    void holdsCapturesAndReleasesEachOnceHoweverOftenItIsAsked() {
        settled(new Piece(1_000_00));
        submit("convert", new Command.ConvertPoints(Ids.member(buyer), new Points(100_000_000), null));
        var purse = new LedgerPurse(stall.tables, stall.ledger);
        Money before = purse.balance(buyer).constant();
        for (int i = 0; i < 3; i++) {
            assertThat(purse.hold(hold("p1", 10_00))).isEqualTo(Purse.Answer.DONE);
            assertThat(purse.hold(hold("p2", 5_00))).isEqualTo(Purse.Answer.DONE);
        }
        assertThat(purse.hold(hold("p2", 6_00))).isEqualTo(Purse.Answer.REFUSED);
        assertThat(purse.free(buyer, Asset.CONSTANT).fen()).isEqualTo(before.fen() - 15_00);
        for (int i = 0; i < 3; i++) {
            assertThat(purse.release("p1")).isEqualTo(Purse.Answer.DONE);
            assertThat(purse.capture("p2", OptionalLong.of(shop))).isEqualTo(Purse.Answer.DONE);
        }
        assertThat(purse.free(buyer, Asset.CONSTANT).fen()).isEqualTo(before.fen() - 5_00);
        assertThat(purse.capture("p1", OptionalLong.of(shop))).isEqualTo(Purse.Answer.REFUSED);
        assertThat(purse.release("p2")).isEqualTo(Purse.Answer.REFUSED);
        assertThat(purse.release("never held")).isEqualTo(Purse.Answer.REFUSED);
    }

    private Purse.Hold hold(String id, long fen) {
        return new Purse.Hold(id, buyer, Asset.CONSTANT, new Money(fen));
    }

    @Test
    void holdsNoMoreThanThereIs() {
        settled(new Piece(100_00));
        var purse = new LedgerPurse(stall.tables, stall.ledger);
        assertThat(purse.hold(new Purse.Hold("p1", buyer, Asset.CASH, new Money(1))))
                .isEqualTo(Purse.Answer.REFUSED);
        long nobody = stall.member("钱", buyer);
        assertThat(purse.hold(new Purse.Hold("p2", nobody, Asset.CONSTANT, new Money(1_00))))
                .isEqualTo(Purse.Answer.REFUSED);
    }

    @Test
    void waitsWhereThereIsNoProgramme() {
        stall.set("programme", "\"other\"");
        settled(new Piece(100_00));
        assertThat(stall.tables.work(Courier.Standing::read)).isEqualTo(new Courier.Standing(3, 3, 0));
        assertThatThrownBy(() -> new LedgerPurse(stall.tables, stall.ledger).release("p1"))
                .isInstanceOf(ChannelAway.class);
    }

    private long settled(Piece... pieces) {
        long order = stall.order(buyer, shop, pieces);
        stall.pay(order);
        stall.complete(order);
        stall.pass(Duration.ZERO);
        stall.passReturns();
        return order;
    }

    private void submit(String key, Command command) {
        Answer answer = stall.ledger.submit(Stall.PROGRAMME, new Submission(new Key(key), command));
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Decided.class,
                        decided -> assertThat(decided.outcome()).isInstanceOf(Outcome.Applied.class));
    }
}
