package hongli.app.demo;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/// The time of a demo while it is lived: from the morning of its first day to the moment at which it was begun.
public final class Stage implements InstantSource {
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalTime MORNING = LocalTime.of(7, 0);

    private final Scale scale;
    private final Instant end;
    private volatile Instant now;

    /// @param end when the last day is over: the present
    public Stage(Instant end, Scale scale) {
        this.scale = scale;
        this.end = end;
        this.now = firstDay().atTime(MORNING).atZone(ZONE).toInstant();
    }

    Scale scale() {
        return scale;
    }

    Instant end() {
        return end;
    }

    LocalDate firstDay() {
        return LocalDate.ofInstant(end, ZONE).minusDays(scale.days());
    }

    /// Goes on to a moment, if it is not past.
    void move(Instant to) {
        if (to.isAfter(now)) {
            now = to;
        }
    }

    @Override
    public Instant instant() {
        return now;
    }
}
