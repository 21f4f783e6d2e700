package hongli.economy.command;

/// What every identifier must be: 1 to 128 bytes of UTF-8, no control characters, no blank at either end.
final class Id {
    static final int MAX_BYTES = 128;

    private Id() {}

    /// Whether `text` may serve as an identifier.
    static boolean isSound(String text) {
        return isPlain(text) || isSoundUnicode(text);
    }

    /// The usual case at one glance: visible ASCII alone.
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= MAX_BYTES;
    }

    private static boolean isSoundUnicode(String text) {
        if (text.isEmpty() || text.length() > MAX_BYTES || Character.isWhitespace(text.charAt(0))) {
            return false;
        }
        int bytes = 0;
        int codePoint = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(codePoint)) {
            codePoint = text.codePointAt(i);
            bytes += utf8Bytes(codePoint);
            if (Character.isISOControl(codePoint) || isLoneSurrogate(codePoint)) {
                return false;
            }
        }
        return bytes <= MAX_BYTES && !Character.isWhitespace(codePoint);
    }

    static String require(String text, String what) {
        if (!isSound(text)) {
            throw new IllegalArgumentException(what + " must be 1 to " + MAX_BYTES
                    + " bytes without control characters or outer blanks: length=" + text.length());
        }
        return text;
    }

    private static boolean isLoneSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    private static int utf8Bytes(int codePoint) {
        if (codePoint < 0x80) {
            return 1;
        }
        if (codePoint < 0x800) {
            return 2;
        }
        return codePoint < 0x10000 ? 3 : 4;
    }
}
