package hongli.mall.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.mall.Malls;
import hongli.mall.access.Actor;
import hongli.mall.trail.Trail;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class TablesTest {
    private final Tables tables = Malls.tables();

    @Test
    void keepsNothingOfWorkThatThrows() {
        assertThatThrownBy(() -> tables.run(work -> {
                    work.run("update mall.clock set ahead_seconds = 7");
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(tables.<Long>work(work -> work.number("select ahead_seconds number from mall.clock")))
                .isZero();
    }

    @Test
    void keepsHowFarTheClockWasSetForward() {
        var source = Malls.empty();
        MallClock clock = Malls.clock();
        clock.advance(Tables.open(source, clock), Duration.ofDays(3));
        MallClock after = Malls.clock();
        Tables.open(source, after);
        assertThat(after.instant()).isEqualTo(Malls.OPENING.plus(Duration.ofDays(3)));
    }

    @Test
    void doesNotSetARealClock() {
        MallClock clock = new MallClock(() -> Malls.OPENING, false);
        assertThatThrownBy(() -> clock.advance(tables, Duration.ofDays(1))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void letsNobodyChangeTheTrail() {
        tables.run(work -> tell(work, 1));
        for (String change :
                new String[] {"update mall.trail set action = 'x'", "delete from mall.trail", "truncate mall.trail"}) {
            assertThatThrownBy(() -> tables.work(work -> work.run(change))).hasMessageContaining("append-only");
        }
    }

    @Test
    void showsAMerchantItsOwnRowsOnly() {
        tables.run(work -> tell(work, 1));
        tables.run(work -> tell(work, 2));
        assertThat(tables.<Long>workAs(2, work -> work.number("select count(*) number from mall.trail")))
                .isEqualTo(1);
        assertThatThrownBy(() -> tables.workAs(2, work -> {
                    tell(work, 1);
                    return true;
                }))
                .hasMessageContaining("row-level security");
        assertThat(tables.<Long>work(work -> work.number("select count(*) number from mall.trail")))
                .isEqualTo(2);
    }

    private static void tell(Transaction work, long merchant) {
        Actor clerk = new Actor.Clerk(1, merchant, Set.of());
        Trail.tell(
                work,
                clerk,
                "goods.changed",
                new Trail.Subject("goods", 1),
                new Trail.Change(null, Map.of("name", "红酒")));
    }
}
