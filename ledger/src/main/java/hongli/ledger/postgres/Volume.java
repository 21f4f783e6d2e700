package hongli.ledger.postgres;

import hongli.ledger.journal.Bytes;
import hongli.ledger.journal.Folio;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/// Consecutive folios of one programme bound together and compressed.
///
/// A version, how many folios there are, and for each its count, its hash, and its content with its length.
final class Volume {
    private static final int VERSION = 1;
    private static final int HASH_BYTES = 32;

    private Volume() {}

    static byte[] bind(List<Folio> folios) {
        var bytes = new ByteArrayOutputStream();
        // The fastest level: the next ones save a few bytes in a hundred and take twice the time.
        var deflater = new Deflater(Deflater.BEST_SPEED);
        try (var out = new DataOutputStream(new DeflaterOutputStream(bytes, deflater, 1 << 14))) {
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
        try (var in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            if (in.readByte() != VERSION) {
                throw new IllegalArgumentException("version must be " + VERSION + ": first=" + first);
            }
            List<Folio> folios = new ArrayList<>();
            long position = first;
            for (int left = in.readInt(); left > 0; left--) {
                int count = in.readInt();
                Bytes hash = Bytes.of(in.readNBytes(HASH_BYTES));
                Bytes content = Bytes.of(in.readNBytes(in.readInt()));
                folios.add(new Folio(programme, position, count, content, hash));
                position += count;
            }
            return folios;
        } catch (IOException e) {
            throw new IllegalArgumentException("volume must be whole: first=" + first, e);
        }
    }
}
