package hongli.web.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Enumeration;
import java.util.regex.Pattern;

/// How much a caller wants to hear of what was applied: all of it, or, by `Prefer: return=minimal` (RFC 7240), that it
/// was, and where and when.
enum Detail {
    FULL,
    MINIMAL;

    private static final Pattern WISH =
            Pattern.compile("(^|,)\\s*return\\s*=\\s*\"?minimal\"?\\s*(;|,|$)", Pattern.CASE_INSENSITIVE);

    /// What `request` prefers; one that does not say so hears everything.
    static Detail of(HttpServletRequest request) {
        Enumeration<String> wishes = request.getHeaders("Prefer");
        while (wishes.hasMoreElements()) {
            if (WISH.matcher(wishes.nextElement()).find()) {
                return MINIMAL;
            }
        }
        return FULL;
    }

    /// Tells the caller that its wish was heeded.
    void announce(HttpServletResponse response) {
        if (this == MINIMAL) {
            response.setHeader("Preference-Applied", "return=minimal");
        }
    }
}
