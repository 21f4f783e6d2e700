package hongli.ledger.postgres;

import hongli.ledger.journal.Bytes;
import hongli.ledger.journal.Folio;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// Consecutive folios of one programme bound together and compressed.
///
/// A version, how many folios there are, and for each its count, its hash, and its content with its length.
final class Volume {
    private static final int VERSION = 1;
    private static final int HASH_BYTES = 32;
    private static final int CHUNK = 1 << 14;

    private Volume() {}

    static byte[] bind(List<Folio> folios) {
        var bytes = new ByteArrayOutputStream();
        // The fastest level: the next ones save a few bytes in a hundred and take twice the time.
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try (var out = new DataOutputStream(new DeflaterOutputStream(bytes, deflater, CHUNK))) {
            out.writeByte(VERSION);
            out.writeInt(folios.size());
            for (Folio folio : folios) {
                out.writeInt(folio.count());
                out.write(folio.hash().array());
                out.writeInt(folio.content().length());
                out.write(folio.content().array());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return bytes.toByteArray();
    }

    /// The folios again.
    ///
    /// @throws IllegalArgumentException where the bytes are not those that were bound
    static List<Folio> open(int programme, long first, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(inflated(first, bytes));
        try {
            if (in.get() != VERSION) {
                throw new IllegalArgumentException("version must be " + VERSION + ": first=" + first);
            }
            List<Folio> folios = new ArrayList<>();
            long position = first;
            for (int left = in.getInt(); left > 0; left--) {
                int count = in.getInt();
                Bytes hash = next(in, HASH_BYTES);
                Bytes content = next(in, in.getInt());
                folios.add(new Folio(programme, position, count, content, hash));
                position += count;
            }
            return folios;
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("volume must be whole: first=" + first, e);
        }
    }

    private static byte[] inflated(long first, byte[] bytes) {
        var inflater = new Inflater();
        try (var in = new InflaterInputStream(new ByteArrayInputStream(bytes), inflater, CHUNK)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalArgumentException("volume must be whole: first=" + first, e);
        } finally {
            inflater.end();
        }
    }

    private static Bytes next(ByteBuffer in, int length) {
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return Bytes.of(bytes);
    }
}
