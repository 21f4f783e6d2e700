package hongli.web.mall.people;

import hongli.mall.login.Sessions.Begun;
import hongli.mall.login.Sessions.Holder;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/// The token of a session on its way: shown by a program as `Authorization: Bearer …`, by a browser as a cookie that no
/// script can read and no other site can send along with a change. Members have one cookie and those who work here
/// another: who is both in one browser stays both.
final class ShownToken {
    private static final String OF_MEMBERS = "/api/v1/mall/";
    private static final String SCHEME = "Bearer ";

    private ShownToken() {}

    /// The token that `request` shows; what a program says goes before what a browser sends by itself.
    static Optional<String> of(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.of(authorization.substring(SCHEME.length()).strip());
        }
        var cookie = WebUtils.getCookie(request, name(holderAt(request)));
        return Optional.ofNullable(cookie).map(found -> found.getValue()).filter(token -> !token.isEmpty());
    }

    /// Whether nobody on the way can read what is sent.
    static boolean isSecure(HttpServletRequest request) {
        return request.isSecure() || "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto"));
    }

    /// The header that makes a browser keep the session for as long as it lasts.
    static String kept(HttpServletRequest request, Begun session) {
        Duration lasts = Duration.between(session.begunAt(), session.expiresAt());
        return cookie(request, session.holder(), session.token(), lasts);
    }

    /// The header that makes a browser forget the session that this address is asked with, and no other.
    static String forgotten(HttpServletRequest request) {
        return cookie(request, holderAt(request), "", Duration.ZERO);
    }

    private static Holder holderAt(HttpServletRequest request) {
        return request.getRequestURI().startsWith(OF_MEMBERS) ? Holder.MEMBER : Holder.STAFF;
    }

    private static String name(Holder holder) {
        return switch (holder) {
            case MEMBER -> "hongli_member";
            case STAFF -> "hongli_worker";
        };
    }

    private static String cookie(HttpServletRequest request, Holder holder, String token, Duration lasts) {
        return ResponseCookie.from(name(holder), token)
                .httpOnly(true)
                .sameSite("Lax")
                .path("/")
                .secure(isSecure(request))
                .maxAge(lasts)
                .build()
                .toString();
    }
}
