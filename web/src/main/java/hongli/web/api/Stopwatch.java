package hongli.web.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.springframework.web.servlet.HandlerMapping;

/// Measures how long answers take, by route; addresses that lead nowhere are all one route.
public final class Stopwatch extends HttpFilter {
    private static final long serialVersionUID = 1;
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "OPTIONS");

    private final transient Metrics metrics;

    public Stopwatch(Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long begin = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } finally {
            Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
            metrics.answered(
                    METHODS.contains(request.getMethod()) ? request.getMethod() : "other",
                    route == null ? "none" : route.toString(),
                    response.getStatus(),
                    Duration.ofNanos(System.nanoTime() - begin));
        }
    }
}
