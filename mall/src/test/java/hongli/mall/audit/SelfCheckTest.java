package hongli.mall.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.economy.LawReport;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.programme.Stall;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SelfCheckTest {
    private static final Actor OPERATOR = new Actor.Operator(1, Set.of(Permission.PROGRAMME_READ));

    private final Stall stall = new Stall();
    private final SelfCheck checks = new SelfCheck(stall.tables, stall.ledger);

    @AfterEach
    void close() {
        stall.close();
    }

    private void trade() {
        long buyer = stall.member("buyer", stall.member("top", null));
        long order = stall.order(buyer, stall.merchant("店", 50_000), new Stall.Piece(10_000));
        stall.pay(order);
        stall.tables.run(work -> {
            work.run("update mall.checkout set status = 'paid'");
            work.run("update mall.product p set sold = (select sum(quantity) from mall.order_line l"
                    + " where l.product = p.id)");
        });
        stall.complete(order);
        stall.passReturns();
    }

    @Test
    void saysOfEveryLawWhatWasCompared() {
        trade();
        SelfCheck.Seen seen = checks.look(OPERATOR);
        assertThat(seen.holds()).isTrue();
        var laws = seen.programmes().getFirst().seen();
        assertThat(laws.position()).isEqualTo(3);
        assertThat(laws.laws()).extracting(LawReport::law).containsExactly(LawReport.Law.values());
        assertThat(laws.laws())
                .allMatch(LawReport::holds)
                .allSatisfy(law -> assertThat(law.left()).isNotBlank());
        assertThat(laws.laws().get(1).left())
                .isEqualTo(laws.laws().get(1).right())
                .endsWith("00");
        assertThat(seen.rules()).hasSize(Rule.values().length + 1).allMatch(SelfCheck.Rules::holds);
        assertThat(seen.rules().getFirst().seen()).isEqualTo(1);
        assertThat(seen.balance().orElseThrow().total()).isEqualTo("0.00000000000000");
    }

    @Test
    void namesWhatContradicts() {
        trade();
        stall.tables.run(work -> work.run("update mall.checkout set payable_fen = payable_fen + 1"));
        SelfCheck.Seen seen = checks.look(OPERATOR);
        assertThat(seen.holds()).isFalse();
        assertThat(seen.rules())
                .filteredOn(rule -> !rule.holds())
                .extracting(SelfCheck.Rules::code)
                .contains("checkout_is_its_orders");
    }

    @Test
    void isForThoseWhoMayReadTheProgramme() {
        assertThatThrownBy(() -> checks.look(new Actor.Operator(1, Set.of()))).hasMessageStartingWith("not_permitted");
        assertThatThrownBy(() -> checks.look(new Actor.Member(1))).hasMessageStartingWith("not_permitted");
    }
}
