package hongli.mall.table;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// The one clock of the mall. In a sandbox it may be set forward, and stays so after a restart; it never goes back.
public final class MallClock implements InstantSource {
    private final InstantSource real;
    private final boolean sandbox;
    private volatile Duration ahead = Duration.ZERO;

    /// @param real the time of the world
    /// @param sandbox whether the clock may be set forward
    public MallClock(InstantSource real, boolean sandbox) {
        this.real = real;
        this.sandbox = sandbox;
    }

    /// Now, in whole microseconds as the tables keep it.
    @Override
    public Instant instant() {
        return real.instant().plus(ahead).truncatedTo(ChronoUnit.MICROS);
    }

    /// Whether the clock may be set forward.
    public boolean isSandbox() {
        return sandbox;
    }

    /// Reads how far the clock was set forward.
    void keepIn(Tables tables) {
        if (sandbox) {
            ahead = Duration.ofSeconds(tables.work(work -> work.number("select ahead_seconds number from mall.clock")));
        }
    }

    /// Sets the clock forward.
    ///
    /// @throws IllegalStateException where this is no sandbox
    public synchronized void advance(Tables tables, Duration by) {
        if (!sandbox || by.isNegative()) {
            throw new IllegalStateException("only a sandbox's clock may be set, and forward: by=" + by);
        }
        Duration next = ahead.plus(by.truncatedTo(ChronoUnit.SECONDS));
        tables.run(work -> work.run("update mall.clock set ahead_seconds = ?", next.toSeconds()));
        ahead = next;
    }
}
