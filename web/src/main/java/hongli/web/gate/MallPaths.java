package hongli.web.gate;

import java.util.regex.Pattern;

/// The addresses of the mall, whose callers show sessions of their own and not the server's token.
public final class MallPaths {
    /// Plain words only, none beginning with a dot: what looks like another address once it is decoded is none of
    /// these.
    private static final Pattern PLAIN =
            Pattern.compile("/api/v1/(mall|merchant|operator)(/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)+");

    private MallPaths() {}

    /// Whether an address path, exactly as it was sent, leads into the mall.
    public static boolean isOne(String path) {
        return PLAIN.matcher(path).matches();
    }
}
