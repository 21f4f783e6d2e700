package hongli.mall.sandbox;

import hongli.economy.terms.Fault;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.programme.Courier;
import hongli.mall.refusal.Refusal;
import hongli.mall.table.MallClock;
import hongli.mall.table.Tables;
import hongli.mall.timer.Timers;
import hongli.mall.trail.Trail;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The hand on a sandbox: its clock, which goes forward day by day so that everything falls due as it would, and its
/// beginning anew.
public final class Sandbox {
    /// How far the clock may be set forward at once.
    public static final Duration FARTHEST = Duration.ofDays(366);

    private static final Duration STEP = Duration.ofDays(1);

    private final Tables tables;
    private final MallClock clock;
    private final Timers timers;
    private final Courier courier;
    private final Optional<Runnable> anew;

    /// @param anew empties and fills the mall again, which ends this one; there in a demo alone
    public Sandbox(Tables tables, MallClock clock, Timers timers, Courier courier, Optional<Runnable> anew) {
        this.tables = tables;
        this.clock = clock;
        this.timers = timers;
        this.courier = courier;
        this.anew = anew;
    }

    /// What everybody may know: the mall's time, and whether it is in earnest.
    public record State(Instant now, boolean sandbox, boolean demo) {}

    public State state() {
        return new State(clock.instant(), clock.isSandbox(), anew.isPresent());
    }

    /// Sets the clock forward, a day at most at each step, and has everything done that falls due on the way; the new
    /// time.
    ///
    /// @throws Refusal where this is no sandbox, and unless `by` is from a second to [#FARTHEST]
    public Instant advance(Actor actor, Duration by) {
        actor.requireOperator(Permission.CLOCK_ADVANCE);
        if (!clock.isSandbox()) {
            throw SandboxGround.NO_SANDBOX.with();
        }
        if (by.toSeconds() < 1 || by.compareTo(FARTHEST) > 0) {
            throw Refusal.of(List.of(new Fault(
                    "seconds", "out_of_range", "from 1 to " + FARTHEST.toSeconds(), String.valueOf(by.toSeconds()))));
        }
        Instant before = clock.instant();
        Duration left = by;
        while (left.isPositive()) {
            Duration step = left.compareTo(STEP) > 0 ? STEP : left;
            keepLoggedIn(step);
            clock.advance(tables, step);
            left = left.minus(step);
            catchUp();
        }
        Instant after = clock.instant();
        tables.run(work -> Trail.tell(
                work,
                actor,
                "clock.advanced",
                new Trail.Subject("clock", 0),
                new Trail.Change(
                        Map.of("now", before.toString()), Map.of("now", after.toString(), "seconds", by.toSeconds()))));
        return after;
    }

    /// Time that nobody has lived ends no session.
    private void keepLoggedIn(Duration by) {
        tables.run(work ->
                work.run("update mall.session set expires_at = expires_at + make_interval(secs => ?)", by.toSeconds()));
    }

    private void catchUp() {
        var _ = timers.runDue();
        var _ = courier.sendAll();
    }

    /// Has the demo begin anew: everything in it is gone, and the server is not there until it is filled again.
    public void beginAnew(Actor actor) {
        actor.requireOperator(Permission.SETTINGS_CHANGE);
        anew.orElseThrow(SandboxGround.NO_DEMO::with).run();
    }
}
