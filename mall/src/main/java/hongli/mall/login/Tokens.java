package hongli.mall.login;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/// Random texts that nobody guesses, and what is kept of them.
final class Tokens {
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    /// A text of 256 random bits that may stand in a header.
    String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// What is kept: enough to know the token again, and of no use to whoever reads it.
    static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 must be there", e);
        }
    }
}
