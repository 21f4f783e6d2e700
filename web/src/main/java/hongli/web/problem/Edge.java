package hongli.web.problem;

import hongli.ledger.JournalUnavailable;
import hongli.mall.refusal.Refusal;
import hongli.mall.table.MallUnavailable;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/// The one place where whatever goes wrong in an endpoint becomes a problem document.
public final class Edge implements HandlerExceptionResolver {
    private static final Logger LOG = LoggerFactory.getLogger(Edge.class);

    @Override
    public ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception exception) {
        if (response.isCommitted()) {
            LOG.debug("answer was broken off: path={}", request.getRequestURI(), exception);
            return new ModelAndView();
        }
        try {
            if (exception instanceof ErrorResponse error) {
                copyHeaders(error.getHeaders(), response);
            }
            ProblemJson.write(problem(exception, request), request, response);
        } catch (IOException gone) {
            LOG.debug("caller is gone: path={}", request.getRequestURI(), gone);
        }
        return new ModelAndView();
    }

    private static Problem problem(Exception exception, HttpServletRequest request) {
        return switch (exception) {
            case Rejection rejection -> rejection.problem();
            case Refusal refusal -> Problem.of(refusal);
            case ErrorResponse error ->
                Problem.of(Trouble.ofStatus(error.getStatusCode().value()), Map.of("method", request.getMethod()));
            case JournalUnavailable unavailable -> {
                LOG.warn("journal is unavailable: {}", unavailable.getMessage());
                yield Problem.of(Trouble.JOURNAL_UNAVAILABLE);
            }
            case MallUnavailable unavailable -> {
                LOG.warn("mall is unavailable: {}", unavailable.getMessage());
                yield Problem.of(Trouble.JOURNAL_UNAVAILABLE);
            }
            case SocketTimeoutException _ -> Problem.of(Trouble.REQUEST_TOO_SLOW);
            case IOException broken -> {
                LOG.debug("request broke off", broken);
                yield Problem.of(Trouble.REQUEST_MALFORMED);
            }
            default -> {
                LOG.error("request failed: method={}", request.getMethod(), exception);
                yield Problem.of(Trouble.INTERNAL);
            }
        };
    }

    private static void copyHeaders(HttpHeaders headers, HttpServletResponse response) {
        headers.forEach((name, values) -> {
            if (name.equals(HttpHeaders.ALLOW)) {
                values.forEach(value -> response.addHeader(name, value));
            }
        });
    }
}
