package hongli.economy.store;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Arrays of longs on the way to and from a stream, many at once: the lowest byte of each first, as processors have it.
final class Longs {
    private static final int AT_ONCE = 1 << 13;

    private Longs() {}

    /// Writes the first `count` of `longs`.
    static void write(DataOutput out, long[] longs, int count) throws IOException {
        byte[] bytes = new byte[count * Long.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().put(longs, 0, count);
        out.write(bytes);
    }

    /// Reads `count` longs, making room no faster than they come: the count itself may be what is broken.
    static long[] read(DataInput in, int count) throws IOException {
        long[] longs = new long[Math.min(count, AT_ONCE)];
        for (int from = 0; from < count; from = longs.length) {
            if (from > 0) {
                longs = Arrays.copyOf(longs, (int) Math.min(count, 2L * from));
            }
            byte[] bytes = new byte[(longs.length - from) * Long.BYTES];
            in.readFully(bytes);
            ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(longs, from, longs.length - from);
        }
        return longs;
    }

    /// Reads a count.
    ///
    /// @throws IOException where it is not from 0 to `most`
    static int readCount(DataInput in, int most) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > most) {
            throw new IOException("count must be from 0 to " + most + ": count=" + count);
        }
        return count;
    }
}
