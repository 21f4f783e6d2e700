package hongli.economy.store;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Arrays of longs on the way to and from a stream, many at once: the lowest byte of each first, as processors have it.
final class Longs {
    private Longs() {}

    /// Writes the first `count` of `longs`.
    static void write(DataOutput out, long[] longs, int count) throws IOException {
        byte[] bytes = new byte[count * Long.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().put(longs, 0, count);
        out.write(bytes);
    }

    static long[] read(DataInput in, int count) throws IOException {
        byte[] bytes = new byte[count * Long.BYTES];
        in.readFully(bytes);
        long[] longs = new long[count];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(longs);
        return longs;
    }
}
