package hongli.ledger.wire;

import hongli.economy.exact.Wide;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes that grow as they are written; reused from one piece of writing to the next.
public final class ByteWriter {
    private byte[] bytes;
    private int size;

    ByteWriter() {
        this(512);
    }

    /// @param room for how many bytes there is at once
    public ByteWriter(int room) {
        bytes = new byte[room];
    }

    public void clear() {
        size = 0;
    }

    public int size() {
        return size;
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    public void write(int value) {
        reserve(1);
        bytes[size++] = (byte) value;
    }

    public void write(byte[] more) {
        reserve(more.length);
        System.arraycopy(more, 0, bytes, size, more.length);
        size += more.length;
    }

    /// Seven bits a byte, the lowest first, the top bit set where more follow; the number has 64 bits and no sign.
    public void writeNumber(long value) {
        reserve(10);
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            bytes[size++] = (byte) (rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /// A number that is as often below zero as above it.
    public void writeSigned(long value) {
        writeNumber(value << 1 ^ value >> 63);
    }

    /// As [#writeNumber], for numbers of at least 0 with up to 127 bits.
    public void writeWide(Wide value) {
        long high = value.high();
        long low = value.low();
        while (high != 0) {
            write((int) low & 0x7F | 0x80);
            low = low >>> 7 | high << 57;
            high >>>= 7;
        }
        writeNumber(low);
    }

    public void writeText(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        writeNumber(utf8.length);
        write(utf8);
    }

    private void reserve(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
