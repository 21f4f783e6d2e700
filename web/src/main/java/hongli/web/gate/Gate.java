package hongli.web.gate;

import hongli.web.problem.Problem;
import hongli.web.problem.ProblemJson;
import hongli.web.problem.Trouble;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The first thing a request meets.
///
/// Without a token the server listens on loopback only, and a page of another site must not reach it through a name
/// that it points at this machine (DNS rebinding): the `Host` must be a name of this machine. With a token everything
/// but the health check and the files of the pages asks for it; so does a server without one of whoever comes through
/// a proxy, who may be anybody. Who shows none may still go where workers may, and is called a stranger there, who must
/// show a session. A change of anything is refused to pages of other origins.
public final class Gate extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final Pattern OWN_HOST =
            Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]{1,5})?", Pattern.CASE_INSENSITIVE);
    private static final String STRANGER = Gate.class.getName() + ".stranger";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final transient @Nullable Token token;
    private final transient Paths paths;

    /// @param token what callers must show, or null where only this machine may call
    public Gate(@Nullable Token token, Paths paths) {
        this.token = token;
        this.paths = paths;
    }

    /// Which address paths, exactly as they were sent, are not for the token alone.
    ///
    /// @param open needs no token
    /// @param workers needs the token, or a session whose holder may
    public record Paths(Predicate<String> open, Predicate<String> workers) {}

    /// Whether `request` came in without the token, to where a session may stand for it.
    public static boolean isStranger(HttpServletRequest request) {
        return request.getAttribute(STRANGER) != null;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        SecurityHeaders.add(response);
        Problem problem = problem(request);
        if (problem == null) {
            chain.doFilter(request, response);
        } else {
            ProblemJson.write(problem, request, response);
        }
    }

    private @Nullable Problem problem(HttpServletRequest request) {
        if (token == null) {
            String host = String.valueOf(request.getHeader("Host"));
            if (!OWN_HOST.matcher(host).matches()) {
                return Problem.of(Trouble.HOST_NOT_ALLOWED, Map.of("host", shortened(host)));
            }
        }
        String path = request.getRequestURI();
        if (!paths.open().test(path) && !isTrusted(request)) {
            if (!paths.workers().test(path)) {
                return Problem.of(Trouble.TOKEN_REQUIRED);
            }
            request.setAttribute(STRANGER, true);
        }
        if (!READING.contains(request.getMethod()) && isForeign(request)) {
            return Problem.of(
                    Trouble.ORIGIN_NOT_ALLOWED,
                    Map.of("origin", shortened(String.valueOf(request.getHeader("Origin")))));
        }
        return null;
    }

    private boolean isTrusted(HttpServletRequest request) {
        return token == null
                ? request.getHeader("Forwarded") == null && request.getHeader("X-Forwarded-For") == null
                : token.isShownBy(request.getHeader("Authorization"));
    }

    private static boolean isForeign(HttpServletRequest request) {
        String origin = request.getHeader("Origin");
        if (origin == null) {
            return "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
        }
        String host = String.valueOf(request.getHeader("Host")).toLowerCase(Locale.ROOT);
        String asked = origin.toLowerCase(Locale.ROOT);
        return !asked.equals("http://" + host) && !asked.equals("https://" + host);
    }

    private static String shortened(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }
}
