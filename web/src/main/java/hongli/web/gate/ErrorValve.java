package hongli.web.gate;

import hongli.ledger.wire.Json;
import hongli.web.problem.Language;
import hongli.web.problem.Problem;
import hongli.web.problem.ProblemJson;
import hongli.web.problem.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.AbstractProtocol;
import org.jspecify.annotations.Nullable;

/// The server's last word where a request never reached an endpoint: a problem document instead of its page.
public final class ErrorValve extends ErrorReportValve {
    public ErrorValve() {
        setShowReport(false);
        setShowServerInfo(false);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        Trouble trouble = isStopping(request) ? Trouble.BUSY : Trouble.ofStatus(status);
        Problem problem = Problem.of(trouble, Map.of("method", String.valueOf(request.getMethod())));
        Language language = Language.of(request.getHeader("Accept-Language"));
        try {
            SecurityHeaders.add(response);
            response.setStatus(problem.status());
            response.setContentType(ProblemJson.MEDIA_TYPE);
            response.setHeader("Content-Language", language.tag());
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            var writer = response.getReporter();
            if (writer != null) {
                writer.write(Json.text(ProblemJson.fields(problem, language)));
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException e) {
            container.getLogger().debug("caller is gone", e);
        }
    }

    /// A server that is about to end finds no endpoint for a sound request; that is not the request's fault.
    private static boolean isStopping(Request request) {
        return request.getConnector().getProtocolHandler() instanceof AbstractProtocol<?> protocol
                && protocol.isPaused();
    }
}
