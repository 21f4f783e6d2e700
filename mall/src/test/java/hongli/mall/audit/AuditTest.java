package hongli.mall.audit;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.economy.command.Command;
import hongli.economy.command.OrderId;
import hongli.economy.exact.Money;
import hongli.ledger.Key;
import hongli.ledger.Submission;
import hongli.mall.programme.Ids;
import hongli.mall.programme.Stall;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AuditTest {
    private final Stall stall = new Stall();
    private final long buyer = stall.member("buyer", stall.member("top", null));
    private long order;

    @BeforeEach
    void trade() {
        long merchant = stall.merchant("店", 50_000);
        order = stall.order(buyer, merchant, new Stall.Piece(10_000), new Stall.Piece(2_500, 2, 100, 300));
        stall.pay(order);
        stall.tables.run(work -> {
            work.run("update mall.checkout set status = 'paid'");
            work.run("update mall.product p set sold = (select sum(quantity) from mall.order_line l"
                    + " where l.product = p.id)");
        });
        stall.complete(order);
        stall.passReturns();
        stall.refund(stall.lines(order).getFirst(), 1, 10_000);
        tamper("update mall.payment set refunded_fen = 10000");
        stall.passReturns();
    }

    @AfterEach
    void close() {
        stall.close();
    }

    private List<String> findings() {
        return Audit.of(stall.tables, stall.ledger).findings().stream()
                .map(finding -> finding.subject() + ": " + finding.found())
                .toList();
    }

    private void tamper(String sql) {
        stall.tables.run(work -> work.run(sql));
    }

    @Test
    void whatWasTradedHolds() {
        Audit.Report report = Audit.of(stall.tables, stall.ledger);
        assertThat(report.findings()).isEmpty();
        assertThat(report.orders()).isEqualTo(1);
        assertThat(report.payments()).isEqualTo(1);
        assertThat(report.told()).isEqualTo(5);
        assertThat(report.waiting()).isZero();
    }

    @Test
    void sumsThatDoNotAddUpAreNamed() {
        tamper("update mall.checkout set payable_fen = payable_fen + 1");
        assertThat(findings()).hasSize(2).anyMatch(found -> found.contains("checkout=15301, orders=15300"));
    }

    @Test
    void aPaymentThatIsNotPostedAsItIsIsNamed() {
        tamper("alter table mall.posting disable trigger posting_is_append_only");
        tamper("update mall.posting set amount_fen = amount_fen + 5 where kind = 'payment'");
        assertThat(findings()).anyMatch(found -> found.startsWith("payment:") && found.contains("posting=15305"));
    }

    @Test
    void anAnswerThatTheJournalDoesNotKnowIsNamed() {
        tamper("insert into mall.outbox (programme, key, command, made_at, sent_at, position) select programme,"
                + " 'order:9999:line:1', command, made_at, sent_at, 99 from mall.outbox order by id desc limit 1");
        assertThat(findings()).contains("mall: answered=6, in the journal=5");
    }

    @Test
    void anAnswerThatTheMallHasLostIsNamed() {
        tamper("delete from mall.outbox where key like '%:reversed'");
        assertThat(findings())
                .anyMatch(found -> found.matches("order:1001:line:1:reversed: journal=[0-9]+, outbox=none"))
                .anyMatch(found -> found.startsWith("order:1001:line:1: settlement="));
    }

    @Test
    void anOrderThatSomebodyElseToldInTheMallsNameIsNamed() {
        var forged = new Command.SettleOrder(
                new OrderId("order:7:line:1"), Ids.member(buyer), new Money(100), new Money(100));
        stall.ledger.submit(Stall.PROGRAMME, new Submission(new Key("order:7:line:1"), forged));
        assertThat(findings())
                .anyMatch(found -> found.startsWith("order:7:line:1: journal="))
                .anyMatch(found -> found.startsWith("mall: "));
    }

    @Test
    void anAnswerOtherThanTheJournalsIsNamed() {
        tamper("update mall.outbox set position = position + 1 where key = 'order:1001:line:2'");
        assertThat(findings()).anyMatch(found -> found.startsWith("order:1001:line:2: answer="));
    }

    @Test
    void stockThatIsKeptForEverIsNamed() {
        long merchant = stall.merchant("店二", 0);
        stall.order(buyer, merchant, new Stall.Piece(700));
        assertThat(findings())
                .containsExactly(
                        stall.tables.<Long>work(work -> work.number("select max(id) number from mall.checkout"))
                                + ": no timer");
    }
}
