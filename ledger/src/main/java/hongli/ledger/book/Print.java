package hongli.ledger.book;

import java.nio.ByteBuffer;
import java.security.MessageDigest;

/// The first 128 bits of the SHA-256 of a key or a command: two with the same print are the same.
public record Print(long high, long low) {
    /// The print of the bytes from `from` on.
    ///
    /// @param sha256 as [hongli.ledger.journal.Chain#sha256] gives it, free for use
    static Print of(byte[] bytes, int from, MessageDigest sha256) {
        sha256.update(bytes, from, bytes.length - from);
        ByteBuffer digest = ByteBuffer.wrap(sha256.digest());
        return new Print(digest.getLong(), digest.getLong());
    }
}
