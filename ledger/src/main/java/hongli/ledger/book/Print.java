package hongli.ledger.book;

import hongli.ledger.journal.Chain;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// The first 128 bits of a text's SHA-256: two texts with the same print are the same text.
public record Print(long high, long low) {
    public static Print of(String text) {
        ByteBuffer digest = ByteBuffer.wrap(Chain.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
        return new Print(digest.getLong(), digest.getLong());
    }
}
