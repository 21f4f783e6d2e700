package hongli.economy.store;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Numbered strings of bytes that are only ever added to, in blocks of 256.
///
/// A block is one array: first where each of its slips ends, in 16 bits each, then their bytes side by side. So a slip
/// costs its bytes and little more than two, and is found in one array.
final class Slips {
    static final int MAX_BYTES = 255;

    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int BLOCK_BITS = 8;
    private static final int IN_BLOCK = 1 << BLOCK_BITS;
    private static final int BYTES_AT = Short.BYTES * IN_BLOCK;
    private static final int MOST_BYTES = BYTES_AT + IN_BLOCK * MAX_BYTES;
    private static final int FIRST_BYTES = BYTES_AT + 64;

    private byte[][] blocks;
    private boolean lastShared;
    private int size;

    Slips() {
        this(new byte[4][], false, 0);
    }

    private Slips(byte[][] blocks, boolean lastShared, int size) {
        this.blocks = blocks;
        this.lastShared = lastShared;
        this.size = size;
    }

    int size() {
        return size;
    }

    /// Adds the first `length` of `bytes` and returns the slip's number.
    int add(byte[] bytes, int length) {
        if (size == Integer.MAX_VALUE) {
            throw new IllegalStateException("slips must be fewer than 2^31: size=" + size);
        }
        int number = size++;
        int place = number & IN_BLOCK - 1;
        int start = place == 0 ? BYTES_AT : end(blocks[number >>> BLOCK_BITS], place - 1);
        byte[] block = writableBlock(number, start + length);
        System.arraycopy(bytes, 0, block, start, length);
        SHORTS.set(block, Short.BYTES * place, (short) (start + length - BYTES_AT));
        return number;
    }

    /// The array in which the slip lies, from [#start] to [#end].
    byte[] block(int number) {
        return blocks[number >>> BLOCK_BITS];
    }

    static int start(byte[] block, int number) {
        int place = number & IN_BLOCK - 1;
        return place == 0 ? BYTES_AT : end(block, place - 1);
    }

    static int end(byte[] block, int number) {
        return BYTES_AT + ((short) SHORTS.get(block, Short.BYTES * (number & IN_BLOCK - 1)) & 0xFFFF);
    }

    String text(int number) {
        byte[] block = block(number);
        int start = start(block, number);
        return new String(block, start, end(block, number) - start, StandardCharsets.UTF_8);
    }

    Slips fork() {
        lastShared = true;
        return new Slips(blocks.clone(), true, size);
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(size);
        for (int at = 0; at < blocksOf(size); at++) {
            int bytes = end(blocks[at], Math.min(size - (at << BLOCK_BITS), IN_BLOCK) - 1);
            out.writeInt(bytes);
            out.write(blocks[at], 0, bytes);
        }
    }

    static Slips read(DataInput in) throws IOException {
        int size = Longs.readCount(in, Integer.MAX_VALUE);
        byte[][] blocks = new byte[Math.max(blocksOf(size), 1)][];
        for (int i = 0; i < blocksOf(size); i++) {
            blocks[i] = new byte[Longs.readCount(in, MOST_BYTES)];
            in.readFully(blocks[i]);
        }
        return new Slips(blocks, false, size);
    }

    private static int blocksOf(int size) {
        return (size >>> BLOCK_BITS) + ((size & IN_BLOCK - 1) == 0 ? 0 : 1);
    }

    /// Sees to it that the slip's block is our own and holds `needed` bytes, and no more once it is full.
    private byte[] writableBlock(int number, int needed) {
        int at = number >>> BLOCK_BITS;
        if (at == blocks.length) {
            blocks = Arrays.copyOf(blocks, at + 1 + (at >> 2));
        }
        byte[] block = blocks[at];
        boolean last = (number & IN_BLOCK - 1) == IN_BLOCK - 1;
        if (block == null) {
            block = new byte[Math.max(at == 0 ? FIRST_BYTES : blocks[at - 1].length, needed)];
        } else if (last) {
            block = Arrays.copyOf(block, needed);
        } else if (block.length < needed) {
            block = Arrays.copyOf(block, needed + (needed >> 2));
        } else if (lastShared) {
            block = block.clone();
        }
        blocks[at] = block;
        lastShared = false;
        return block;
    }
}
