package hongli.mall.timer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.mall.Malls;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.payment.TrialMall;
import hongli.mall.table.Listing;
import hongli.mall.table.MallClock;
import hongli.mall.table.Tables;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TimersTest {
    private static final Actor.Operator OPERATOR = new Actor.Operator(1, EnumSet.allOf(Permission.class));

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
    void letsThoseBehindHaveTheirTurnWhereADeedFails() {
        timers.when("broken", (work, subject) -> {
            work.run("insert into mall.setting values ('half', 'true')");
            throw new IllegalStateException("no " + subject);
        });
        timers.when("unpaid", (_, subject) -> done.add(subject));
        tables.run(work -> {
            Timers.put(work, "broken", 7, work.now().minusSeconds(9));
            Timers.put(work, "unpaid", 1, work.now());
            Timers.put(work, "unpaid", 2, work.now());
        });
        assertThat(timers.runDue()).isEqualTo(2);
        assertThat(done).containsExactly(1L, 2L);
        Jobs.Job failed = failed().getFirst();
        assertThat(failed.attempts()).isEqualTo(1);
        assertThat(failed.failure()).isEqualTo("IllegalStateException: no 7");
        assertThat(failed.dueAt()).isEqualTo(clock.instant().plus(Duration.ofMinutes(1)));
        boolean half = tables.work(work -> work.exists("select from mall.setting where name = 'half'"));
        assertThat(half).isFalse();
    }

    @Test
    void triesAgainLaterAndLaterUntilItIsDone() {
        timers.when("broken", (_, _) -> {
            throw new IllegalStateException("no");
        });
        tables.run(work -> Timers.put(work, "broken", 7, work.now()));
        for (int attempts = 1; attempts <= 12; attempts++) {
            timers.runDue();
            Jobs.Job failed = failed().getFirst();
            assertThat(failed.attempts()).isEqualTo(attempts);
            Duration delay = Duration.between(clock.instant(), failed.dueAt());
            assertThat(delay).isEqualTo(Timers.delay(attempts)).isLessThanOrEqualTo(Duration.ofHours(6));
            clock.advance(tables, delay.minusSeconds(1));
            assertThat(timers.runDue()).isZero();
            assertThat(failed().getFirst().attempts()).isEqualTo(attempts);
            clock.advance(tables, Duration.ofSeconds(1));
        }
        timers.when("broken", (_, subject) -> done.add(subject));
        assertThat(timers.runDue()).isEqualTo(1);
        assertThat(done).containsExactly(7L);
        assertThat(failed()).isEmpty();
    }

    @Test
    void keepsATimerOfWhichOnlyTheRestFails() {
        timers.when(
                "told",
                (work, subject) -> work.afterwards(() -> {
                    done.add(subject);
                    if (done.size() < 3) {
                        throw new IllegalStateException("away");
                    }
                }));
        tables.run(work -> Timers.put(work, "told", 5, work.now()));
        timers.runDue();
        assertThat(failed().getFirst().attempts()).isEqualTo(1);
        clock.advance(tables, Duration.ofMinutes(1));
        timers.runDue();
        assertThat(failed().getFirst().attempts()).isEqualTo(2);
        clock.advance(tables, Duration.ofMinutes(2));
        assertThat(timers.runDue()).isEqualTo(1);
        assertThat(failed()).isEmpty();
    }

    @Test
    void isTriedAtOnceWhenAnOperatorSaysSo() {
        timers.when("broken", (_, _) -> {
            throw new IllegalStateException("no");
        });
        tables.run(work -> {
            Timers.put(work, "broken", 7, work.now());
            Timers.put(work, "unpaid", 1, work.now().plusSeconds(60));
        });
        timers.runDue();
        timers.when("broken", (_, subject) -> done.add(subject));
        assertThat(timers.runDue()).isZero();
        long waiting = jobs(Jobs.State.WAITING).getFirst().id();
        assertThatThrownBy(() -> timers.jobs().hasten(OPERATOR, waiting)).hasMessageContaining("changed_meanwhile");
        var reader = new Actor.Operator(2, EnumSet.of(Permission.JOBS_READ));
        long id = failed().getFirst().id();
        assertThatThrownBy(() -> timers.jobs().hasten(reader, id)).hasMessageContaining("not_permitted");
        timers.jobs().hasten(OPERATOR, id);
        assertThat(timers.runDue()).isEqualTo(1);
        assertThat(done).containsExactly(7L);
        assertThatThrownBy(() -> timers.jobs().hasten(OPERATOR, id)).hasMessageContaining("not_found");
    }

    @Test
    void doesEachOnceWhereManyThreadsLookAndSomeDeedsFail() throws InterruptedException {
        timers.when("unpaid", (work, subject) -> {
            if (subject % 3 == 0) {
                throw new IllegalStateException("no");
            }
            work.run("insert into mall.setting values (?, 'true')", "done" + subject);
        });
        tables.run(work -> {
            for (long subject = 0; subject < 30; subject++) {
                Timers.put(work, "unpaid", subject, work.now());
            }
        });
        TrialMall.race(6, timers::runDue);
        assertThat(failed()).hasSize(10).allMatch(job -> job.attempts() == 1);
        long settings =
                tables.work(work -> work.number("select count(*) number from mall.setting where name like 'done%'"));
        assertThat(settings).isEqualTo(20);
    }

    private List<Jobs.Job> failed() {
        return jobs(Jobs.State.FAILED);
    }

    private List<Jobs.Job> jobs(Jobs.State state) {
        return timers.jobs()
                .list(OPERATOR, new Jobs.Filter(state, null, null, null), new Listing.Wish(null, null, 50))
                .items();
    }

    @Test
    void doesManyTogetherOnceAndEachAloneWhereOneFails() {
        timers.whenTogether("many", (work, subject) -> {
            work.send("insert into mall.brand (name) values (?)", "b" + subject);
            if (subject == 70 && !clock.instant().isAfter(Malls.OPENING)) {
                throw new IllegalStateException("no");
            }
        });
        tables.run(work -> {
            for (long subject = 1; subject <= 120; subject++) {
                Timers.put(work, "many", subject, work.now());
            }
        });
        assertThat(timers.runDue()).isEqualTo(119);
        assertThat(brands()).isEqualTo(119);
        assertThat(timers.runDue()).isZero();
        clock.advance(tables, Duration.ofMinutes(2));
        assertThat(timers.runDue()).isEqualTo(1);
        assertThat(brands()).isEqualTo(120);
    }

    private long brands() {
        return tables.<Long>read(work -> work.number("select count(*) number from mall.brand"));
    }
}
