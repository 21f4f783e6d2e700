package hongli.app.olist;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/// The time of the mall while it is lived again: for each deed its own, for everything else how far it was lived.
final class Time implements InstantSource {
    private static final ScopedValue<Instant> OWN = ScopedValue.newInstance();

    private volatile Instant lived = Instant.EPOCH;

    @Override
    public Instant instant() {
        return OWN.orElse(lived);
    }

    /// Has been lived until then.
    void advance(LocalDateTime until) {
        lived = of(until);
    }

    /// Does it at the time it was done at.
    static void at(LocalDateTime when, Runnable deed) {
        ScopedValue.where(OWN, of(when)).run(deed);
    }

    private static Instant of(LocalDateTime time) {
        return time.toInstant(ZoneOffset.UTC);
    }
}
