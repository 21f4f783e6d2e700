package hongli.mall.programme;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.economy.command.Command;
import hongli.economy.command.OrderId;
import hongli.economy.exact.Money;
import hongli.economy.exact.Points;
import hongli.ledger.Key;
import hongli.ledger.Submission;
import hongli.ledger.View;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class CohortsTest {
    private static final Actor OPERATOR = new Actor.Operator(1, Set.of(Permission.PROGRAMME_READ));

    private final Stall stall = new Stall();
    private final Cohorts cohorts = new Cohorts(stall.tables, stall.ledger);

    @AfterEach
    void close() {
        stall.close();
    }

    private void submit(String key, Command command) {
        stall.ledger.submit(Stall.PROGRAMME, new Submission(new Key(key), command));
    }

    @Test
    void countsAllThatLeftTheProgrammeForItsMembersOnce() {
        long member = stall.member("王", null);
        submit("j", new Command.JoinMember(Ids.member(member), null, false));
        submit(
                "o",
                new Command.SettleOrder(new OrderId("o"), Ids.member(member), new Money(100_00), new Money(100_00)));
        submit("d", new Command.CloseDay(LocalDate.of(2026, 3, 1)));
        submit("r", new Command.RedeemPoints(Ids.member(member), new Points(1_000_000), null));
        submit("c", new Command.ConvertPoints(Ids.member(member), new Points(1_000_000), null));
        submit("e", new Command.CloseDay(LocalDate.of(2026, 3, 2)));
        submit("w", new Command.WithdrawCash(Ids.member(member), new Money(5_00)));
        var holding = stall.ledger
                .read(Stall.PROGRAMME, (View view) -> Objects.requireNonNull(view.holding(Ids.member(member))))
                .orElseThrow();
        assertThat(cohorts.all(OPERATOR)).singleElement().satisfies(cohort -> {
            assertThat(cohort.members()).isEqualTo(1);
            assertThat(cohort.spent()).isEqualTo(Money.ZERO);
            assertThat(cohort.received().fen())
                    .isEqualTo(holding.cash().toMoney().fen()
                            + 5_00
                            + holding.constant().fen());
        });
    }

    @Test
    void tellsTheSameWhetherItReadsOnOrReadsAll() {
        long first = stall.member("王", null);
        submit("j", new Command.JoinMember(Ids.member(first), null, false));
        for (int day = 1; day <= 5; day++) {
            var order = new OrderId("o" + day);
            submit(
                    "o" + day,
                    new Command.SettleOrder(
                            order, Ids.member(first), new Money(100_00L * day), new Money(80_00L * day)));
            submit("d" + day, new Command.CloseDay(LocalDate.of(2026, 3, day)));
            if (day == 3) {
                submit("r", new Command.RedeemPoints(Ids.member(first), new Points(1_000_000), null));
            }
            assertThat(cohorts.all(OPERATOR)).isEqualTo(new Cohorts(stall.tables, stall.ledger).all(OPERATOR));
        }
        assertThat(cohorts.all(OPERATOR).getFirst().received().fen()).isPositive();
    }
}
