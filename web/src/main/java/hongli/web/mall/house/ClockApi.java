package hongli.web.mall.house;

import hongli.mall.access.Permission;
import hongli.mall.sandbox.Sandbox;
import hongli.web.api.Query;
import hongli.web.api.Reply;
import hongli.web.mall.Callers;
import hongli.web.mall.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// The mall's clock, and the beginning anew of a demo, for operators.
@RestController
final class ClockApi {

    private final Callers callers;
    private final Sandbox sandbox;

    ClockApi(Callers callers, Sandbox sandbox) {
        this.callers = callers;
        this.sandbox = sandbox;
    }

    @GetMapping("/api/v1/operator/clock")
    ResponseEntity<byte[]> clock(HttpServletRequest request) {
        Query.of(request);
        callers.of(request).requireOperator(Permission.CLOCK_ADVANCE);
        Sandbox.State state = sandbox.state();
        return Reply.ok(Map.of("now", state.now().toString(), "sandbox", state.sandbox()));
    }

    @PostMapping("/api/v1/operator/clock/advance")
    ResponseEntity<byte[]> advance(HttpServletRequest request) throws IOException {
        Query.of(request);
        var actor = callers.of(request);
        var form = Form.of(request);
        long seconds = form.number("seconds", 1, Sandbox.FARTHEST.toSeconds());
        form.end();
        return Reply.ok(Map.of(
                "now", sandbox.advance(actor, Duration.ofSeconds(seconds)).toString()));
    }

    /// The answer comes before the end: the server is not there for a while afterwards.
    @PostMapping("/api/v1/operator/demo/reset")
    ResponseEntity<byte[]> reset(HttpServletRequest request) {
        Query.of(request);
        sandbox.beginAnew(callers.of(request));
        return Reply.json(202, Map.of("resetting", true));
    }
}
