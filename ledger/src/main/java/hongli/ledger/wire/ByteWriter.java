package hongli.ledger.wire;

import hongli.economy.exact.Wide;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Bytes that grow as they are written; reused from one outcome to the next.
final class ByteWriter {
    private byte[] bytes = new byte[512];
    private int size;

    void clear() {
        size = 0;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }

    void write(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size * 2);
        }
        bytes[size++] = (byte) value;
    }

    /// Seven bits a byte, the lowest first, the top bit set where more follow.
    void writeNumber(long value) {
        long rest = value;
        while ((rest & ~0x7FL) != 0) {
            write((int) rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        write((int) rest);
    }

    /// As [#writeNumber], for numbers of at least 0 with up to 127 bits.
    void writeWide(Wide value) {
        long high = value.high();
        long low = value.low();
        while (high != 0) {
            write((int) low & 0x7F | 0x80);
            low = low >>> 7 | high << 57;
            high >>>= 7;
        }
        writeNumber(low);
    }

    void writeText(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        writeNumber(utf8.length);
        if (size + utf8.length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + utf8.length));
        }
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
    }
}
