package hongli.ledger.journal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The chain of SHA-256 hashes through a programme's journal: a changed past shows at its position. One thread at a
/// time.
///
/// Every link covers the link before it and every column of its own row; texts and bytes go in with their length, so
/// that no two different rows give the same input.
public final class Chain {
    private final MessageDigest digest = sha256();
    private final ByteBuffer numbers = ByteBuffer.allocate(Long.BYTES);

    /// A fresh SHA-256.
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must have SHA-256", e);
        }
    }

    /// The link of a programme's opening.
    public Bytes opening(String id, String name, String terms, long openedAtMicros) {
        add(id);
        add(name);
        add(terms);
        add(openedAtMicros);
        return Bytes.of(digest.digest());
    }

    /// The link of `folio` after the link `before`; the folio's own hash is left out of account.
    public Bytes next(Bytes before, Folio folio) {
        add(before.array());
        add(folio.programme());
        add(folio.first());
        add(folio.count());
        add(folio.content().array());
        return Bytes.of(digest.digest());
    }

    private void add(String text) {
        add(text.getBytes(StandardCharsets.UTF_8));
    }

    private void add(byte[] bytes) {
        add(bytes.length);
        digest.update(bytes);
    }

    private void add(long number) {
        numbers.putLong(0, number);
        digest.update(numbers.array());
    }
}
