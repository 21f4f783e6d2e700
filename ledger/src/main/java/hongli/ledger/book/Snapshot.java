package hongli.ledger.book;

import hongli.economy.Programme;
import hongli.economy.terms.Terms;
import hongli.ledger.JournalDamaged;
import hongli.ledger.JournalUnavailable;
import hongli.ledger.journal.Bytes;
import hongli.ledger.journal.Chain;
import hongli.ledger.journal.Journal;
import hongli.ledger.journal.SnapshotMark;
import hongli.ledger.journal.SnapshotSource;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.util.List;
import java.util.Optional;

/// The standing of a programme at one position, in bytes: position, link, refused positions, prints of the keys, then
/// the engine's state. Equal journals give equal bytes, so the digest can be checked by a replay.
///
/// @param number the programme's number in the journal
/// @param head the link of the last folio
/// @param rejected the refused positions
/// @param keys the prints of keys and commands by position
/// @param programme a fork that nobody else writes to
public record Snapshot(int number, long position, Bytes head, List<Long> rejected, Keys.Kept keys, Programme programme)
        implements SnapshotSource {
    private static final int VERSION = 2;
    private static final int BUFFER = 1 << 16;

    /// Puts the snapshot into the journal.
    public void keepIn(Journal journal) {
        journal.keepSnapshot(number, position, this);
    }

    /// The digest it would be kept with.
    public Bytes digest() throws IOException {
        return writeTo(OutputStream.nullOutputStream());
    }

    @Override
    public Bytes writeTo(OutputStream sink) throws IOException {
        var digest = new DigestOutputStream(sink, Chain.sha256());
        var out = new DataOutputStream(new BufferedOutputStream(digest, BUFFER));
        out.writeByte(VERSION);
        out.writeInt((int) position);
        out.write(head.array());
        out.writeInt(rejected.size());
        for (long refused : rejected) {
            out.writeInt((int) refused);
        }
        keys.write(out);
        programme.writeSnapshot(out);
        out.flush();
        return Bytes.of(digest.getMessageDigest().digest());
    }

    /// Reads a snapshot that the journal keeps; empty where its bytes are not those that were written.
    static Optional<Standing> read(Journal journal, SnapshotMark mark, Terms terms) {
        try (var digest = new DigestInputStream(journal.openSnapshot(mark), Chain.sha256())) {
            var in = new DataInputStream(new BufferedInputStream(digest, BUFFER));
            Standing standing = read(in, mark.programme(), terms);
            boolean whole = in.read() < 0
                    && mark.digest().equals(Bytes.of(digest.getMessageDigest().digest()))
                    && standing.position() == mark.position();
            return whole ? Optional.of(standing) : Optional.empty();
        } catch (JournalDamaged _) {
            return Optional.empty();
        } catch (JournalUnavailable e) {
            throw e;
        } catch (IOException | RuntimeException _) {
            return Optional.empty();
        }
    }

    private static Standing read(DataInputStream in, int number, Terms terms) throws IOException {
        if (in.readByte() != VERSION) {
            throw new IOException("version must be " + VERSION);
        }
        int position = in.readInt();
        byte[] head = in.readNBytes(32);
        var rejected = new Positions();
        for (int left = in.readInt(); left > 0; left--) {
            rejected.add(in.readInt());
        }
        Keys keys = Keys.read(in, position);
        return new Standing(number, Programme.readSnapshot(terms, in), keys, rejected, Bytes.of(head));
    }
}
