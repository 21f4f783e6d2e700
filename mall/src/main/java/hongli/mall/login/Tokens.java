package hongli.mall.login;

import java.security.SecureRandom;
import java.util.Base64;

/// Random texts that nobody guesses; only their digests are kept.
final class Tokens {
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    /// A text of 256 random bits that may stand in a header.
    String next() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
