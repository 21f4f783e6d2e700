package hongli.ledger.backup;

import hongli.ledger.journal.Bytes;
import hongli.ledger.journal.Chain;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.function.LongConsumer;

/// A running count and SHA-256 of the bytes that go by.
final class Tallied {
    private final MessageDigest sha256 = Chain.sha256();
    private final LongConsumer each;
    private long bytes;

    /// @param each hears how many bytes have just gone by
    Tallied(LongConsumer each) {
        this.each = each;
    }

    long bytes() {
        return bytes;
    }

    /// The digest of all of them; ask once.
    Bytes digest() {
        return Bytes.of(sha256.digest());
    }

    private void count(byte[] array, int offset, int length) {
        sha256.update(array, offset, length);
        bytes += length;
        each.accept(length);
    }

    /// Counts what is written; closing leaves `out` open.
    OutputStream over(OutputStream out) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] array, int offset, int length) throws IOException {
                out.write(array, offset, length);
                count(array, offset, length);
            }
        };
    }

    /// Counts what is read.
    InputStream over(InputStream in) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] array, int offset, int length) throws IOException {
                int count = in.read(array, offset, length);
                if (count > 0) {
                    count(array, offset, count);
                }
                return count;
            }

            @Override
            public void close() throws IOException {
                in.close();
            }
        };
    }
}
