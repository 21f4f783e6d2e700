package hongli.app.console;

import java.util.function.LongConsumer;

/// Progress that counts bytes, and tells them by the million.
public final class Megabytes implements LongConsumer {
    private static final double MILLION = 1e6;

    private final Progress progress;
    private final long total;
    private long done;

    /// @param work what is being done
    /// @param total how many bytes there are, or about so many
    public Megabytes(Console console, Text work, long total) {
        this.progress = new Progress(console, work, new Text("MB", "MB"));
        this.total = total;
    }

    /// So many bytes more are done.
    @Override
    public void accept(long more) {
        done += more;
        progress.report(Math.round(done / MILLION), Math.min(1, done / (double) Math.max(1, total)));
    }

    /// Takes the bar away, if one was drawn.
    public void finish() {
        progress.finish();
    }

    /// How many bytes are done.
    public long done() {
        return done;
    }
}
