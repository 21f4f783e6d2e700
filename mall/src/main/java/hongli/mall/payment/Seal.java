package hongli.mall.payment;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// How a notification is signed and checked.
public sealed interface Seal {
    /// One secret that both sides know: HMAC-SHA256.
    record Secret(SecretKeySpec key) implements Seal {
        public static Secret of(byte[] key) {
            if (key.length < 32) {
                throw new IllegalArgumentException("key must have at least 32 bytes: length=" + key.length);
            }
            return new Secret(new SecretKeySpec(key, "HmacSHA256"));
        }

        @Override
        public String toString() {
            return "Secret[]";
        }
    }

    /// A pair of keys of which the receiver needs the public one only: Ed25519, or RSA of at least 2048 bits with
    /// SHA-256, as the large channels sign.
    record Pair(KeyPair keys) implements Seal {
        private static final int LEAST_RSA_BITS = 2_048;

        public Pair {
            if (keys.getPublic() instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() < LEAST_RSA_BITS) {
                throw new IllegalArgumentException("an RSA key must have at least 2048 bits: bits="
                        + rsa.getModulus().bitLength());
            }
        }

        Signature signature() throws GeneralSecurityException {
            return switch (keys.getPublic().getAlgorithm()) {
                case "RSA" -> Signature.getInstance("SHA256withRSA");
                case "EdDSA", "Ed25519" -> Signature.getInstance("Ed25519");
                case String other ->
                    throw new IllegalStateException("a key must be of Ed25519 or RSA: algorithm=" + other);
            };
        }
    }

    /// The signature of `text`.
    default String sign(String text) {
        try {
            return Base64.getEncoder().encodeToString(signed(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("text must be signed", e);
        }
    }

    private byte[] signed(byte[] text) throws GeneralSecurityException {
        return switch (this) {
            case Secret secret -> {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(secret.key());
                yield mac.doFinal(text);
            }
            case Pair pair -> {
                Signature signature = pair.signature();
                signature.initSign(pair.keys().getPrivate());
                signature.update(text);
                yield signature.sign();
            }
        };
    }

    /// Whether `signature` was made of `text` under this seal; takes the same time wherever they differ.
    default boolean holds(String text, String signature) {
        try {
            byte[] given = Base64.getDecoder().decode(signature);
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return switch (this) {
                case Secret _ -> MessageDigest.isEqual(signed(bytes), given);
                case Pair pair -> {
                    Signature check = pair.signature();
                    check.initVerify(pair.keys().getPublic());
                    check.update(bytes);
                    yield check.verify(given);
                }
            };
        } catch (GeneralSecurityException | IllegalArgumentException _) {
            return false;
        }
    }
}
