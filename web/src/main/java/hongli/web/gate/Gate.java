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
/// but the health check and the files of the pages asks for it. A change of anything is refused to pages of other
/// origins.
public final class Gate extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final Pattern OWN_HOST =
            Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]{1,5})?", Pattern.CASE_INSENSITIVE);
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final transient @Nullable Token token;
    private final transient Predicate<String> isOpen;

    /// @param token what callers must show, or null where only this machine may call
    /// @param isOpen whether an address path needs no token, exactly as it was sent
    public Gate(@Nullable Token token, Predicate<String> isOpen) {
        this.token = token;
        this.isOpen = isOpen;
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
        } else if (!isOpen.test(request.getRequestURI()) && !token.isShownBy(request.getHeader("Authorization"))) {
            return Problem.of(Trouble.TOKEN_REQUIRED);
        }
        if (!READING.contains(request.getMethod()) && isForeign(request)) {
            return Problem.of(
                    Trouble.ORIGIN_NOT_ALLOWED,
                    Map.of("origin", shortened(String.valueOf(request.getHeader("Origin")))));
        }
        return null;
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
