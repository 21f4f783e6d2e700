package hongli.ledger.book;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.zip.CRC32C;

/// Bytes in frames, each behind its length and its checksum: a damaged one is found before anybody acts
/// on what it says, such as a length that asks for more memory than there is.
final class Frames {
    private static final int LONGEST = 1 << 16;

    private Frames() {}

    /// Writes frames to `sink`; the last one is written by a flush.
    static OutputStream into(OutputStream sink) {
        return new Writer(sink);
    }

    /// Reads frames from `source`; throws an `IOException` where one is damaged.
    static InputStream outOf(InputStream source) {
        return new Reader(source);
    }

    private static int checksum(byte[] frame, int length) {
        var crc = new CRC32C();
        crc.update(frame, 0, length);
        return (int) crc.getValue();
    }

    private static final class Writer extends OutputStream {
        private final DataOutputStream sink;
        private final byte[] frame = new byte[LONGEST];
        private int length;

        Writer(OutputStream sink) {
            this.sink = new DataOutputStream(sink);
        }

        @Override
        public void write(int one) throws IOException {
            frame[length++] = (byte) one;
            if (length == LONGEST) {
                flush();
            }
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            int done = 0;
            while (done < count) {
                int some = Math.min(count - done, LONGEST - length);
                System.arraycopy(bytes, from + done, frame, length, some);
                length += some;
                done += some;
                if (length == LONGEST) {
                    flush();
                }
            }
        }

        @Override
        public void flush() throws IOException {
            if (length > 0) {
                sink.writeInt(length);
                sink.writeInt(checksum(frame, length));
                sink.write(frame, 0, length);
                length = 0;
            }
            sink.flush();
        }
    }

    private static final class Reader extends InputStream {
        private final DataInputStream source;
        private final byte[] frame = new byte[LONGEST];
        private int length;
        private int place;

        Reader(InputStream source) {
            this.source = new DataInputStream(source);
        }

        @Override
        public int read() throws IOException {
            return hasMore() ? frame[place++] & 0xFF : -1;
        }

        @Override
        public int read(byte[] bytes, int from, int count) throws IOException {
            Objects.checkFromIndexSize(from, count, bytes.length);
            if (count == 0) {
                return 0;
            }
            if (!hasMore()) {
                return -1;
            }
            int some = Math.min(count, length - place);
            System.arraycopy(frame, place, bytes, from, some);
            place += some;
            return some;
        }

        private boolean hasMore() throws IOException {
            return place < length || readFrame();
        }

        private boolean readFrame() throws IOException {
            byte[] head = source.readNBytes(Integer.BYTES);
            if (head.length == 0) {
                return false;
            }
            length = ByteBuffer.wrap(head).getInt();
            int expected = source.readInt();
            if (length < 1 || length > LONGEST) {
                throw new IOException("length of a frame must be 1 to " + LONGEST + ": length=" + length);
            }
            source.readFully(frame, 0, length);
            if (checksum(frame, length) != expected) {
                throw new IOException("checksum of a frame must hold");
            }
            place = 0;
            return true;
        }
    }
}
