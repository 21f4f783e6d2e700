package hongli.mall.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.mall.Malls;
import hongli.mall.table.MallClock;
import hongli.mall.table.Tables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TimersTest {
    private final MallClock clock = Malls.clock();
    private final Tables tables = Tables.open(Malls.database(), clock);
    private final Timers timers = new Timers(tables);
    private final List<Long> done = new ArrayList<>();

    @Test
    void doesWhatIsDueInOrderAndOnce() {
        timers.when("unpaid", (_, subject) -> done.add(subject));
        tables.run(work -> {
            Timers.put(work, "unpaid", 2, work.now().plusSeconds(20));
            Timers.put(work, "unpaid", 1, work.now().plusSeconds(10));
            Timers.put(work, "unpaid", 3, work.now().plusSeconds(3_600));
            Timers.put(work, "unpaid", 4, work.now().plusSeconds(5));
            Timers.drop(work, "unpaid", 4);
        });
        assertThat(timers.runDue()).isZero();
        clock.advance(tables, Duration.ofMinutes(1));
        assertThat(timers.runDue()).isEqualTo(2);
        assertThat(timers.runDue()).isZero();
        assertThat(done).containsExactly(1L, 2L);
    }

    @Test
    void keepsTimersOfWhichNobodyKnowsAnything() {
        tables.run(work -> Timers.put(work, "unpaid", 1, work.now()));
        assertThat(timers.runDue()).isZero();
        timers.when("unpaid", (_, subject) -> done.add(subject));
        assertThat(timers.runDue()).isEqualTo(1);
    }

    @Test
    void keepsATimerWhoseDeedFails() {
        timers.when("unpaid", (_, _) -> {
            throw new IllegalStateException("no");
        });
        tables.run(work -> Timers.put(work, "unpaid", 1, work.now()));
        assertThatThrownBy(timers::runDue).hasMessage("no");
        timers.when("unpaid", (_, subject) -> done.add(subject));
        assertThat(timers.runDue()).isEqualTo(1);
        assertThat(done).containsExactly(1L);
    }
}
