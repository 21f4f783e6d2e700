package hongli.mall.reconciliation;

import static hongli.mall.payment.TrialMall.goods;
import static hongli.mall.payment.TrialMall.ways;
import static org.assertj.core.api.Assertions.assertThat;

import hongli.economy.exact.Money;
import hongli.mall.access.Actor;
import hongli.mall.payment.SandboxDesk;
import hongli.mall.payment.TrialMall;
import hongli.mall.reconciliation.Reconciliations.Outcome;
import hongli.mall.table.Listing;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ReconciliationsTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private final TrialMall mall = new TrialMall();
    private final Actor.Member member = mall.member();
    private final long merchant = mall.clerk().merchant();
    private final Reconciliations reconciliations = new Reconciliations(mall.tables, mall.till.channels());

    private long bought() {
        long checkout = mall.checkout(member, goods(merchant, 1, 100_00));
        mall.pay(member, checkout);
        return checkout;
    }

    @AfterEach
    void close() {
        mall.close();
    }

    @Test
    void tellsWhatIsOnOneSideOnlyAndWhatDiffers() {
        bought();
        long ours = bought();
        long differs = bought();
        mall.tables.run(work -> work.run(
                "delete from mall.sandbox_trade where reference ="
                        + " (select reference from mall.payment where checkout = ?)",
                ours));
        mall.tables.run(work -> work.run(
                "update mall.sandbox_trade set paid_fen = 1 where reference ="
                        + " (select reference from mall.payment where checkout = ?)",
                differs));
        String lost = mall.begin(member, mall.checkout(member, goods(merchant, 1, 5_00)), ways(0, 0));
        mall.desk.pay(lost, new SandboxDesk.Manner(Optional.empty(), Duration.ZERO, true));

        var day = reconciliations.run(TrialMall.OPERATOR, "sandbox", DAY);
        assertThat(day.counts())
                .isEqualTo(Map.of(
                        Outcome.MATCHED,
                        1L,
                        Outcome.OURS_ONLY,
                        1L,
                        Outcome.THEIRS_ONLY,
                        1L,
                        Outcome.AMOUNT_DIFFERS,
                        1L));
        var theirs = reconciliations.lines(
                TrialMall.OPERATOR, day.id(), Outcome.THEIRS_ONLY, new Listing.Wish(null, null, 10));
        assertThat(theirs.items())
                .containsExactly(new Reconciliations.Line(
                        lost, Optional.empty(), Optional.of(new Money(5_00)), Outcome.THEIRS_ONLY));

        mall.wait(Duration.ofMinutes(2));
        var again = reconciliations.run(TrialMall.OPERATOR, "sandbox", DAY);
        assertThat(again.id()).isEqualTo(day.id());
        assertThat(again.counts()).containsEntry(Outcome.MATCHED, 2L).containsEntry(Outcome.THEIRS_ONLY, 0L);
    }

    @Test
    void comparesTheDayBeforeEveryMorning() {
        bought();
        reconciliations.register(mall.timers);
        mall.wait(Duration.ofDays(3));
        var days = reconciliations.days(TrialMall.OPERATOR, "sandbox", new Listing.Wish(null, null, 10));
        assertThat(days.items()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(days.items().getFirst().counts()).containsEntry(Outcome.MATCHED, 1L);
    }
}
