package hongli.web.mall.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/// The token of a session on its way: shown by a program as `Authorization: Bearer …`, by a browser as a cookie that no
/// script can read and no other site can send along with a change.
final class ShownToken {
    static final String COOKIE = "hongli_session";
    private static final String SCHEME = "Bearer ";

    private ShownToken() {}

    /// The token that `request` shows; what a program says goes before what a browser sends by itself.
    static Optional<String> of(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.of(authorization.substring(SCHEME.length()).strip());
        }
        var cookie = WebUtils.getCookie(request, COOKIE);
        return Optional.ofNullable(cookie).map(found -> found.getValue()).filter(token -> !token.isEmpty());
    }

    /// Whether nobody on the way can read what is sent.
    static boolean isSecure(HttpServletRequest request) {
        return request.isSecure() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
    }

    /// The header that makes a browser keep `token` for so many seconds; none, and it forgets.
    static String cookie(HttpServletRequest request, String token, long seconds) {
        return ResponseCookie.from(COOKIE, token)
                .httpOnly(true)
                .sameSite("Lax")
                .path("/")
                .secure(isSecure(request))
                .maxAge(seconds)
                .build()
                .toString();
    }
}
