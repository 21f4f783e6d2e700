package hongli.ledger;

import java.util.regex.Pattern;

/// The name of a programme in addresses and tables: 1 to 64 of `a-z`, `0-9` and `-`, beginning with a letter or digit.
public record ProgrammeId(String text) {
    private static final Pattern SOUND = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    public ProgrammeId {
        if (!isSound(text)) {
            throw new IllegalArgumentException("programme id must match " + SOUND + ": length=" + text.length());
        }
    }

    /// Whether `text` may name a programme.
    public static boolean isSound(String text) {
        return SOUND.matcher(text).matches();
    }

    @Override
    public String toString() {
        return text;
    }
}
