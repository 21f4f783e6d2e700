package hongli.bench;

import java.util.Arrays;

/// How long each of many waits took, in nanoseconds; one writer a part, read when all have written.
final class Latencies {
    private static final double NANOS_PER_MILLI = 1e6;

    private final long[] nanos;

    private Latencies(long[] sorted) {
        this.nanos = sorted;
    }

    /// All waits of all parts together.
    static Latencies of(long[][] parts) {
        long[] all = Arrays.stream(parts).flatMapToLong(Arrays::stream).toArray();
        Arrays.sort(all);
        return new Latencies(all);
    }

    /// The wait that `percent` of a hundred did not pass, in milliseconds.
    double millis(double percent) {
        int place = (int) Math.ceil(percent / 100 * nanos.length) - 1;
        return nanos.length == 0 ? 0 : nanos[Math.max(0, place)] / NANOS_PER_MILLI;
    }

    /// p50, p99 and the longest, in milliseconds.
    @Override
    public String toString() {
        return String.format("p50 %.2f  p99 %.2f  p100 %.2f ms", millis(50), millis(99), millis(100));
    }
}
