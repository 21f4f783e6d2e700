package hongli.mall.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.ledger.Ledger;
import hongli.ledger.LedgerSettings;
import hongli.ledger.journal.MemoryJournal;
import hongli.mall.Mall;
import hongli.mall.Malls;
import hongli.mall.Market;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.table.MallClock;
import hongli.mall.timer.Timers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SandboxTest {
    private static final Actor OPERATOR = new Actor.Operator(1, EnumSet.allOf(Permission.class));

    private final Ledger ledger = Ledger.start(new MemoryJournal(), LedgerSettings.standard());
    private final MallClock clock = Malls.clock();
    private final DataSource source = Malls.database();

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void whatFallsDueOnTheWayIsDoneInItsTime() {
        Mall mall = Mall.open(source, clock, ledger);
        List<Instant> done = new ArrayList<>();
        mall.timers().when("trial", (work, subject) -> {
            done.add(work.now());
            if (subject < 3) {
                Timers.put(work, "trial", subject + 1, work.now().plus(Duration.ofDays(2)));
            }
        });
        mall.tables().run(work -> Timers.put(work, "trial", 1, work.now().plus(Duration.ofDays(1))));
        Instant after = mall.sandbox().advance(OPERATOR, Duration.ofDays(6));
        assertThat(after).isEqualTo(Malls.OPENING.plus(Duration.ofDays(6)));
        assertThat(done)
                .containsExactly(
                        Malls.OPENING.plus(Duration.ofDays(1)),
                        Malls.OPENING.plus(Duration.ofDays(3)),
                        Malls.OPENING.plus(Duration.ofDays(5)));
        assertThat(mall.sandbox().state()).isEqualTo(new Sandbox.State(after, true, false));
    }

    @Test
    void timeThatNobodyHasLivedEndsNoSession() {
        Mall mall = Mall.open(source, clock, ledger);
        var first = mall.people().workers().founding().firstOperator().orElseThrow();
        String token = mall.people()
                .logins()
                .choose(new Actor.Operator(first.worker(), Set.of()), first.password(), "a password of mine")
                .token();
        mall.sandbox().advance(OPERATOR, Duration.ofDays(100));
        assertThat(mall.people().sessions().of(token).label()).isEqualTo("operator:" + first.worker());
    }

    @Test
    void onlyWhoMayAdvancesAndNeverTooFarOrBack() {
        Sandbox sandbox = Mall.open(source, clock, ledger).sandbox();
        var clerk = new Actor.Operator(2, Set.of(Permission.ORDERS_READ));
        assertThat(Market.code(() -> sandbox.advance(clerk, Duration.ofDays(1))))
                .isEqualTo("not_permitted");
        assertThat(Market.code(() -> sandbox.advance(new Actor.Guest(), Duration.ofDays(1))))
                .isEqualTo("login_required");
        for (Duration by :
                List.of(Duration.ZERO, Duration.ofDays(-1), Duration.ofMillis(10), Sandbox.FARTHEST.plusSeconds(1))) {
            assertThat(Market.code(() -> sandbox.advance(OPERATOR, by))).isEqualTo("fields_unsound");
        }
        assertThat(clock.instant()).isEqualTo(Malls.OPENING);
    }

    @Test
    void aMallInEarnestIsNeitherSetForwardNorEmptied() {
        var earnest = new MallClock(() -> Malls.OPENING, false);
        Sandbox sandbox = Mall.open(source, earnest, ledger).sandbox();
        assertThat(Market.code(() -> sandbox.advance(OPERATOR, Duration.ofDays(1))))
                .isEqualTo("no_sandbox");
        assertThat(Market.code(() -> sandbox.beginAnew(OPERATOR))).isEqualTo("no_demo");
        assertThat(sandbox.state()).isEqualTo(new Sandbox.State(Malls.OPENING, false, false));
    }

    @Test
    void aDemoBeginsAnewForThoseWhoMayChangeSettings() {
        var begun = new AtomicInteger();
        Sandbox sandbox = Mall.open(source, clock, ledger, Optional.of(begun::incrementAndGet))
                .sandbox();
        var clerk = new Actor.Operator(2, Set.of(Permission.CLOCK_ADVANCE));
        assertThat(Market.code(() -> sandbox.beginAnew(clerk))).isEqualTo("not_permitted");
        assertThat(begun).hasValue(0);
        sandbox.beginAnew(OPERATOR);
        assertThat(begun).hasValue(1);
        assertThat(sandbox.state().demo()).isTrue();
    }

    @Test
    void theMallKeepsWhatItWasBegunAs() {
        assertThat(Nature.find(source)).isEmpty();
        assertThat(Nature.isUsed(source)).isFalse();
        Mall mall = Mall.open(source, clock, ledger);
        assertThat(Nature.find(source)).isEmpty();
        mall.tables().run(Nature.SANDBOX::keep);
        mall.tables().run(Nature.DEMO_BEGUN::keep);
        assertThat(Nature.find(source)).contains(Nature.DEMO_BEGUN);
        assertThat(mall.tables().work(Nature::read)).isEqualTo(Nature.DEMO_BEGUN);
        mall.tables()
                .run(work -> work.insert(
                        "insert into mall.member (phone, name, referral_code, joined_at) values ('1', 'a', 'a', ?)"
                                + " returning id",
                        work.now()));
        assertThat(Nature.isUsed(source)).isTrue();
    }
}
