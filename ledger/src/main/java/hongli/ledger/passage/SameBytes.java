package hongli.ledger.passage;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;

/// Holds what is written against what is expected, byte for byte.
final class SameBytes extends OutputStream {
    private final InputStream expected;
    private boolean same = true;

    SameBytes(InputStream expected) {
        this.expected = expected;
    }

    @Override
    public void write(int b) throws IOException {
        same = same && expected.read() == (b & 0xFF);
    }

    @Override
    public void write(byte[] array, int offset, int length) throws IOException {
        if (same) {
            byte[] next = expected.readNBytes(length);
            same = Arrays.equals(next, 0, next.length, array, offset, offset + length);
        }
    }

    /// Whether everything was as expected, and nothing more is.
    boolean isWhole() throws IOException {
        return same && expected.read() < 0;
    }
}
