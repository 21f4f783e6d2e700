package hongli.web.gate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/// The secret that callers show as `Authorization: Bearer …`; only its digest is kept.
public final class Token {
    private static final String SCHEME = "Bearer ";

    private final byte[] digest;

    public Token(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("token must not be blank");
        }
        digest = digest(text);
    }

    /// Whether the header shows the token; takes as long for a wrong one as for the right one.
    boolean isShownBy(@Nullable String authorization) {
        return authorization != null
                && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && MessageDigest.isEqual(
                        digest, digest(authorization.substring(SCHEME.length()).strip()));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 must be there", e);
        }
    }
}
