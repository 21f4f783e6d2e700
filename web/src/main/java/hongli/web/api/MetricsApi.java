package hongli.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The figures for a Prometheus server.
@RestController
public final class MetricsApi {
    private static final String TEXT = "text/plain;version=0.0.4;charset=utf-8";

    private final Metrics metrics;

    public MetricsApi(Metrics metrics) {
        this.metrics = metrics;
    }

    @GetMapping("/metrics")
    ResponseEntity<byte[]> metrics(HttpServletRequest request) {
        Query.of(request);
        return Reply.bytes(200, metrics.text().getBytes(StandardCharsets.UTF_8), TEXT);
    }
}
