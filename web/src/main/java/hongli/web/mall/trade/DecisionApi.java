package hongli.web.mall.trade;

import hongli.mall.access.Actor;
import hongli.mall.aftersale.Case;
import hongli.mall.aftersale.Decisions;
import hongli.mall.aftersale.Seen;
import hongli.web.api.Reply;
import hongli.web.mall.Callers;
import hongli.web.mall.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// What merchants and the platform decide about refunds, returns and exchanges.
@RestController
final class DecisionApi {
    private final Callers callers;
    private final Decisions decisions;

    DecisionApi(Callers callers, Decisions decisions) {
        this.callers = callers;
        this.decisions = decisions;
    }

    /// A decision that needs a note at most.
    private interface Noted {
        Case decide(Actor actor, Seen seen, String note);
    }

    @PostMapping("/api/v1/merchant/after-sales/{case}/agree")
    ResponseEntity<byte[]> agree(@PathVariable("case") String id, HttpServletRequest request) throws IOException {
        return noted(id, request, decisions::agree);
    }

    @PostMapping("/api/v1/merchant/after-sales/{case}/refuse")
    ResponseEntity<byte[]> refuse(@PathVariable("case") String id, HttpServletRequest request) throws IOException {
        return noted(id, request, decisions::refuse);
    }

    @PostMapping("/api/v1/merchant/after-sales/{case}/receive")
    ResponseEntity<byte[]> receive(@PathVariable("case") String id, HttpServletRequest request) throws IOException {
        return noted(id, request, decisions::receive);
    }

    private ResponseEntity<byte[]> noted(String id, HttpServletRequest request, Noted noted) throws IOException {
        var form = Form.of(request);
        Seen seen = AfterSaleApi.seen(id, form);
        String note = form.findText("note", 1_000).orElse("");
        form.end();
        return Reply.ok(AfterSaleApi.fields(noted.decide(callers.of(request), seen, note)));
    }

    @PostMapping("/api/v1/merchant/after-sales/{case}/replace")
    ResponseEntity<byte[]> replace(@PathVariable("case") String id, HttpServletRequest request) throws IOException {
        var form = Form.of(request);
        Seen seen = AfterSaleApi.seen(id, form);
        String carrier = form.text("carrier", 60);
        String number = form.text("number", 60);
        form.end();
        return Reply.ok(AfterSaleApi.fields(decisions.replace(callers.of(request), seen, carrier, number)));
    }

    @PostMapping("/api/v1/operator/after-sales/{case}/decide")
    ResponseEntity<byte[]> decide(@PathVariable("case") String id, HttpServletRequest request) throws IOException {
        var form = Form.of(request);
        Seen seen = AfterSaleApi.seen(id, form);
        boolean forMember = form.flag("for_member", false);
        String note = form.text("note", 1_000);
        form.end();
        return Reply.ok(AfterSaleApi.fields(decisions.decide(callers.of(request), seen, forMember, note)));
    }
}
