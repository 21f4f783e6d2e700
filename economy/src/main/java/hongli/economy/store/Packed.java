package hongli.economy.store;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/// Numbered lists of a few numbers each, written once: a small number takes few bytes, seven bits in each.
public final class Packed {
    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;
    private static final int MOST_BYTES = 10;
    private static final int MOST_NUMBERS = Slips.MAX_BYTES / MOST_BYTES;

    private final Slips slips;
    private final byte[] packed = new byte[MOST_NUMBERS * MOST_BYTES];

    public Packed() {
        this(new Slips());
    }

    private Packed(Slips slips) {
        this.slips = slips;
    }

    public int size() {
        return slips.size();
    }

    /// Adds the first `count` of `numbers`, at most 25, and returns the list's number.
    public int add(long[] numbers, int count) {
        if (count > MOST_NUMBERS) {
            throw new IllegalArgumentException("numbers must be <= " + MOST_NUMBERS + ": count=" + count);
        }
        int length = 0;
        for (int i = 0; i < count; i++) {
            long left = numbers[i];
            while ((left & -MORE) != 0) {
                packed[length++] = (byte) (left | MORE);
                left >>>= BITS;
            }
            packed[length++] = (byte) left;
        }
        return slips.add(packed, length);
    }

    /// The numbers of a list.
    public long[] at(int list) {
        byte[] block = slips.block(list);
        int end = Slips.end(block, list);
        long[] numbers = new long[MOST_NUMBERS];
        int count = 0;
        for (int next = Slips.start(block, list); next < end; next++) {
            int shift = 0;
            long number = 0;
            for (; block[next] < 0; next++, shift += BITS) {
                number |= (long) (block[next] & MORE - 1) << shift;
            }
            numbers[count++] = number | (long) block[next] << shift;
        }
        return Arrays.copyOf(numbers, count);
    }

    public Packed fork() {
        return new Packed(slips.fork());
    }

    public void write(DataOutput out) throws IOException {
        slips.write(out);
    }

    public static Packed read(DataInput in) throws IOException {
        return new Packed(Slips.read(in));
    }
}
