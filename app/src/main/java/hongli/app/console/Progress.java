package hongli.app.console;

import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/// How far a long piece of work is: a bar drawn over itself on a terminal, a plain line now and then elsewhere.
public final class Progress implements Pace {
    private static final long DRAWN_EVERY = Duration.ofMillis(100).toNanos();
    private static final long TOLD_EVERY = Duration.ofSeconds(3).toNanos();
    private static final double NANOS = 1e9;
    private static final int WIDTH = 30;

    private final Console console;
    private final Text work;
    private final Text unit;
    private final LongSupplier nanoTime;
    private final long startedAt;
    private long shownAt;

    /// @param work what is being done
    /// @param unit what is counted
    public Progress(Console console, Text work, Text unit) {
        this(console, work, unit, System::nanoTime);
    }

    Progress(Console console, Text work, Text unit, LongSupplier nanoTime) {
        this.console = console;
        this.work = work;
        this.unit = unit;
        this.nanoTime = nanoTime;
        this.startedAt = nanoTime.getAsLong();
        this.shownAt = startedAt;
    }

    /// Shows where the work is, where enough time has passed since it was last shown;
    /// several threads may tell.
    @Override
    public synchronized void report(long done, double part) {
        long now = nanoTime.getAsLong();
        if (now - shownAt >= (console.terminal() ? DRAWN_EVERY : TOLD_EVERY)) {
            shownAt = now;
            show(done, part, now);
        }
    }

    /// Takes the bar away, if one was drawn.
    public void finish() {
        if (console.terminal()) {
            console.err().print("\r\u001b[K");
            console.err().flush();
        }
    }

    private void show(long done, double part, long now) {
        double seconds = (now - startedAt) / NANOS;
        String line = "%s%s %3d%%  %,d %s  %,d/s  %s"
                .formatted(
                        work.in(console.language()),
                        bar(part),
                        Math.round(part * 100),
                        done,
                        unit.in(console.language()),
                        Math.round(done / seconds),
                        remaining(seconds, part));
        if (console.terminal()) {
            console.err().print("\r" + line + "\u001b[K");
            console.err().flush();
        } else {
            console.err().println(line);
        }
    }

    private String bar(double part) {
        if (!console.terminal()) {
            return "";
        }
        int full = (int) Math.round(part * WIDTH);
        return " " + "█".repeat(full) + "░".repeat(WIDTH - full);
    }

    private String remaining(double seconds, double part) {
        if (part <= 0) {
            return "";
        }
        long left = Math.round(seconds * (1 - part) / part);
        String clock = String.format(Locale.ROOT, "%d:%02d", left / 60, left % 60);
        return new Text("剩余 " + clock, clock + " left").in(console.language());
    }
}
