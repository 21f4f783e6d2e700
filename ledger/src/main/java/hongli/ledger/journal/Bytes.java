package hongli.ledger.journal;

import java.util.Arrays;
import java.util.HexFormat;

/// Bytes that do not change; whoever makes one gives its array away, and whoever asks for the array only reads it.
public final class Bytes {
    private final byte[] array;

    private Bytes(byte[] array) {
        this.array = array;
    }

    public static Bytes of(byte[] array) {
        return new Bytes(array);
    }

    public static Bytes ofHex(String hex) {
        return new Bytes(HexFormat.of().parseHex(hex));
    }

    public byte[] array() {
        return array;
    }

    public int length() {
        return array.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(array, bytes.array);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(array);
    }

    /// Hexadecimal digits.
    @Override
    public String toString() {
        return HexFormat.of().formatHex(array);
    }
}
