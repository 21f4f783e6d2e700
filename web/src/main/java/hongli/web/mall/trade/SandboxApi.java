package hongli.web.mall.trade;

import hongli.mall.payment.SandboxDesk;
import hongli.mall.payment.Till;
import hongli.mall.refusal.General;
import hongli.web.api.Query;
import hongli.web.api.Reply;
import hongli.web.mall.Asked;
import hongli.web.mall.Callers;
import hongli.web.mall.Fields;
import hongli.web.mall.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// The hand on the sandbox channel, for operators who steer the sandbox, and for members where it is
/// about their own payments; where there is no sandbox there is nothing here.
@RestController
final class SandboxApi {
    private static final long MOST_SECONDS = 86_400;

    private final Callers callers;
    private final Till till;

    SandboxApi(Callers callers, Till till) {
        this.callers = callers;
        this.till = till;
    }

    private SandboxDesk desk() {
        return till.sandbox().orElseThrow(General.NOT_FOUND::with);
    }

    /// Pays as a customer would, with all that can go wrong.
    @PostMapping("/api/v1/mall/sandbox/payments/{reference}")
    ResponseEntity<byte[]> pay(@PathVariable("reference") String reference, HttpServletRequest request)
            throws IOException {
        desk().requireReach(callers.of(request), reference);
        var form = Form.of(request);
        var manner = new SandboxDesk.Manner(
                form.findMoney("amount"),
                Duration.ofSeconds(
                        form.findNumber("delay_seconds", 0, MOST_SECONDS).orElse(0L)),
                form.flag("lost", false));
        form.end();
        return Reply.ok(Map.of("notice", desk().pay(reference, manner)));
    }

    @GetMapping("/api/v1/mall/sandbox/notices")
    ResponseEntity<byte[]> notices(HttpServletRequest request) {
        Query.of(request);
        return Reply.ok(Map.of(
                "items",
                desk().notices(callers.of(request)).stream()
                        .map(SandboxApi::fields)
                        .toList()));
    }

    private static Map<String, Object> fields(SandboxDesk.Notice notice) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", notice.id());
        fields.put("event", notice.event());
        fields.put("body", notice.body());
        fields.put("due_at", notice.dueAt().toString());
        fields.put("told", notice.told());
        fields.put("lost", notice.lost());
        return fields;
    }

    /// Tells the mall now, or once more.
    @PostMapping("/api/v1/mall/sandbox/notices/{notice}/deliver")
    ResponseEntity<byte[]> deliver(@PathVariable("notice") String notice, HttpServletRequest request) {
        Query.of(request);
        desk().requireReach(callers.of(request), Asked.id(notice));
        return Reply.ok(Map.of("outcome", Fields.word(desk().deliver(Asked.id(notice)))));
    }

    @PostMapping("/api/v1/mall/sandbox/notices/{notice}/lose")
    ResponseEntity<byte[]> lose(@PathVariable("notice") String notice, HttpServletRequest request) {
        Query.of(request);
        desk().requireReach(callers.of(request), Asked.id(notice));
        desk().lose(Asked.id(notice));
        return Reply.ok(Map.of("lost", true));
    }
}
