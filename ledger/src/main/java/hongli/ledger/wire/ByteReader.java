package hongli.ledger.wire;

import hongli.economy.exact.Wide;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Reads what a [ByteWriter] wrote, from its beginning; bytes that nobody wrote are an [IllegalArgumentException].
public final class ByteReader {
    private final byte[] bytes;
    private int next;

    public ByteReader(byte[] bytes) {
        this.bytes = bytes;
    }

    public boolean isAtEnd() {
        return next == bytes.length;
    }

    public int read() {
        if (isAtEnd()) {
            throw new IllegalArgumentException("bytes must go on: length=" + bytes.length);
        }
        return bytes[next++] & 0xFF;
    }

    /// 64 bits without sign.
    public long readNumber() {
        Wide value = readWide();
        if (value.high() != 0) {
            throw new IllegalArgumentException("number must have at most 64 bits: number=" + value);
        }
        return value.low();
    }

    public long readSigned() {
        long value = readNumber();
        return value >>> 1 ^ -(value & 1);
    }

    public Wide readWide() {
        long high = 0;
        long low = 0;
        for (int shift = 0; shift < 127; shift += 7) {
            int part = read();
            long bits = part & 0x7F;
            if (shift < 64) {
                low |= bits << shift;
                high |= shift > 57 ? bits >>> 64 - shift : 0;
            } else {
                high |= bits << shift - 64;
            }
            if (part < 0x80) {
                return new Wide(high, low);
            }
        }
        throw new IllegalArgumentException("number must have at most 127 bits");
    }

    public int readCount() {
        long count = readNumber();
        if (count < 0 || count > bytes.length) {
            throw new IllegalArgumentException("count must be within the bytes: count=" + count);
        }
        return (int) count;
    }

    public String readText() {
        int length = readCount();
        if (length > bytes.length - next) {
            throw new IllegalArgumentException("text must be within the bytes: length=" + length);
        }
        next += length;
        return new String(bytes, next - length, length, StandardCharsets.UTF_8);
    }

    /// The choice at the next byte's place.
    public <T> T readChoice(List<T> choices) {
        return choice(choices, read());
    }

    public static <T> T choice(List<T> choices, int place) {
        if (place >= choices.size()) {
            throw new IllegalArgumentException("place must be one of " + choices.size() + ": place=" + place);
        }
        return choices.get(place);
    }
}
