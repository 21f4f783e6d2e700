package hongli.web.gate;

import java.util.regex.Pattern;

/// The addresses whose callers show sessions of their own: those of the mall, and those of programmes, where an
/// operator's session may stand for the server's token.
public final class MallPaths {
    /// Plain words only, none beginning with a dot: what looks like another address once it is decoded is none of
    /// these.
    private static final Pattern PLAIN =
            Pattern.compile("/api/v1/(mall|merchant|operator)(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+");
    private static final Pattern OF_PROGRAMMES =
            Pattern.compile("/api/v1/programmes(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*");

    private MallPaths() {}

    /// Whether an address path, exactly as it was sent, leads into the mall.
    public static boolean isOne(String path) {
        return PLAIN.matcher(path).matches();
    }

    /// Whether an address path, exactly as it was sent, is one of programmes.
    public static boolean isOfProgrammes(String path) {
        return OF_PROGRAMMES.matcher(path).matches();
    }
}
