package hongli.app.demo;

import hongli.mall.refusal.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.PriorityQueue;

/// What is to be done when, in a demo: deeds in order of their times, and at one time in the order in which they were
/// set, so that the same seed lives the same days.
final class Agenda {
    private static final Comparator<Entry> ORDER =
            Comparator.comparing(Entry::at).thenComparingLong(Entry::number);

    private final PriorityQueue<Entry> entries = new PriorityQueue<>(ORDER);
    private final Stage stage;
    private long number;

    private record Entry(Instant at, long number, Runnable deed) {}

    Agenda(Stage stage) {
        this.stage = stage;
    }

    /// Sets a deed; what lies beyond the end never happens.
    void at(Instant time, Runnable deed) {
        if (!time.isAfter(stage.end())) {
            entries.add(new Entry(time, number++, deed));
        }
    }

    /// Sets a deed for a day at so many minutes after midnight.
    void at(LocalDate day, int minutes, Runnable deed) {
        at(day.atStartOfDay(Stage.ZONE).plusMinutes(minutes).toInstant(), deed);
    }

    /// Sets a deed for `days` from now at so many minutes after midnight, but not before an hour has passed.
    void in(int days, int minutes, Runnable deed) {
        Instant soonest = stage.instant().plus(Duration.ofHours(1));
        Instant wish = today().plusDays(days)
                .atStartOfDay(Stage.ZONE)
                .plusMinutes(minutes)
                .toInstant();
        at(wish.isBefore(soonest) ? soonest : wish, deed);
    }

    int days() {
        return stage.scale().days();
    }

    LocalDate today() {
        return LocalDate.ofInstant(stage.instant(), Stage.ZONE);
    }

    /// Does the next deed at its time; false where none is left.
    boolean next() {
        Entry next = entries.poll();
        if (next == null) {
            return false;
        }
        stage.move(next.at());
        try {
            next.deed().run();
        } catch (Refusal _) {
            // The mall says no, as it does to people; life goes on.
        }
        return true;
    }
}
