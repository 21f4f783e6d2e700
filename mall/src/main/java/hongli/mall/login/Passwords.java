package hongli.mall.login;

import hongli.mall.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Passwords and what is kept of them: Argon2id (RFC 9106) with 19 MiB, two passes and one lane, as OWASP's password
/// storage sheet recommends, written as `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`.
///
/// Only as many are worked on at once as there are processors: the memory they take is bounded however many people try.
public final class Passwords {
    public static final int LEAST = 8;
    public static final int MOST = 200;

    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final String HEAD = "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$";
    private static final Pattern FORM = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=([0-9]{1,7}),t=([0-9]{1,2}),p=([0-9]{1,2})\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// Texts that everybody tries first.
    private static final Set<String> COMMON = Set.of(
            "12345678",
            "123456789",
            "1234567890",
            "87654321",
            "123123123",
            "password",
            "password1",
            "passw0rd",
            "qwertyui",
            "qwerty123",
            "1qaz2wsx",
            "abc12345",
            "abcd1234",
            "iloveyou",
            "woaini1314",
            "5201314520",
            "a1234567",
            "a12345678",
            "1234abcd",
            "admin123",
            "admin888",
            "letmein1",
            "11223344",
            "88888888");

    private final SecureRandom random = new SecureRandom();
    private final Semaphore turns =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);
    private final String nobodys = hash("nobody has this password " + random.nextLong());

    /// Says no to a password that is easily guessed.
    ///
    /// @param login what stands beside it, which it must not repeat
    public static void requireStrong(String password, String login) {
        int length = password.codePointCount(0, password.length());
        String plain = normal(password).toLowerCase(Locale.ROOT);
        boolean weak = length < LEAST
                || length > MOST
                || COMMON.contains(plain)
                || plain.equals(login.toLowerCase(Locale.ROOT))
                || plain.codePoints().distinct().count() < 3;
        if (weak) {
            throw LoginGround.PASSWORD_WEAK.with("least", LEAST);
        }
    }

    /// What may be kept of a password.
    public String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] hash = argon(normal(password), salt, new Cost(MEMORY_KIB, PASSES, LANES));
        var base64 = Base64.getEncoder().withoutPadding();
        return HEAD + base64.encodeToString(salt) + "$" + base64.encodeToString(hash);
    }

    /// Whether this is the password of which `kept` was kept. Where nothing was, it takes as long to say no.
    public boolean isOf(String password, Optional<String> kept) {
        var parts = FORM.matcher(kept.orElse(nobodys));
        if (!parts.matches()) {
            throw new IllegalStateException("what is kept of a password must be Argon2id");
        }
        var cost = new Cost(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
        byte[] found = argon(normal(password), Base64.getDecoder().decode(parts.group(4)), cost);
        boolean same = MessageDigest.isEqual(found, Base64.getDecoder().decode(parts.group(5)));
        return same && kept.isPresent();
    }

    /// Whether `kept` costs a thief as much as it should today.
    static boolean isCurrent(String kept) {
        return kept.startsWith(HEAD);
    }

    private record Cost(int memoryKib, int passes, int lanes) {}

    private byte[] argon(String password, byte[] salt, Cost cost) {
        takeTurn();
        try {
            var generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(cost.memoryKib())
                    .withIterations(cost.passes())
                    .withParallelism(cost.lanes())
                    .withSalt(salt)
                    .build());
            byte[] hash = new byte[HASH_BYTES];
            generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
            return hash;
        } finally {
            turns.release();
        }
    }

    private void takeTurn() {
        try {
            if (!turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private static Refusal busy() {
        return LoginGround.LOGIN_BUSY.with();
    }

    /// The same text however it was typed.
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }
}
