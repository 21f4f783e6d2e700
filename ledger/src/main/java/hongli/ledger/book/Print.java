package hongli.ledger.book;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// The first 128 bits of a text's SHA-256: two texts with the same print are the same text.
public record Print(long high, long low) {
    /// @param sha256 as [hongli.ledger.journal.Chain#sha256] gives it, free for use
    static Print of(String text, MessageDigest sha256) {
        ByteBuffer digest = ByteBuffer.wrap(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        return new Print(digest.getLong(), digest.getLong());
    }
}
