package hongli.web.mall.goods;

import hongli.mall.Assortment;
import hongli.web.api.Reply;
import hongli.web.mall.Asked;
import hongli.web.mall.Callers;
import hongli.web.mall.Fields;
import hongli.web.mall.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Goods as the platform sees them, and its word on them.
@RestController
final class ApprovalApi {
    private static final int LONGEST = 500;

    private final Callers callers;
    private final Assortment assortment;

    ApprovalApi(Callers callers, Assortment assortment) {
        this.callers = callers;
        this.assortment = assortment;
    }

    @GetMapping("/api/v1/operator/goods")
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        var asked = Asked.of(request, "merchant", "status", "kind", "onShelf", "submitted", "category", "text");
        var page = assortment
                .goods()
                .all(callers.of(request), asked.number("merchant"), DraftApi.filter(asked), asked.wish());
        return Reply.ok(Fields.of(page));
    }

    @GetMapping("/api/v1/operator/goods/{id}")
    ResponseEntity<byte[]> one(@PathVariable("id") String id, HttpServletRequest request) {
        return Reply.ok(Fields.of(assortment.goods().any(callers.of(request), Asked.id(id))));
    }

    @GetMapping("/api/v1/operator/proposals")
    ResponseEntity<byte[]> waiting(HttpServletRequest request) {
        var asked = Asked.of(request, "merchant");
        return Reply.ok(
                Fields.of(assortment.approvals().waiting(callers.of(request), asked.number("merchant"), asked.wish())));
    }

    @GetMapping("/api/v1/operator/proposals/{id}")
    ResponseEntity<byte[]> proposal(@PathVariable("id") String id, HttpServletRequest request) {
        return Reply.ok(Fields.of(assortment.approvals().proposal(callers.of(request), Asked.id(id))));
    }

    @PostMapping("/api/v1/operator/proposals/{id}/approve")
    ResponseEntity<byte[]> approve(@PathVariable("id") String id, HttpServletRequest request) throws IOException {
        var actor = callers.of(request);
        var form = Form.of(request);
        long version = form.number("version", 1, Long.MAX_VALUE);
        form.end();
        assortment.approvals().approve(actor, Asked.id(id), version);
        return Reply.ok(Map.of());
    }

    @PostMapping("/api/v1/operator/proposals/{id}/reject")
    ResponseEntity<byte[]> reject(@PathVariable("id") String id, HttpServletRequest request) throws IOException {
        var actor = callers.of(request);
        var form = Form.of(request);
        long version = form.number("version", 1, Long.MAX_VALUE);
        String reason = form.text("reason", LONGEST);
        form.end();
        assortment.approvals().reject(actor, Asked.id(id), version, reason);
        return Reply.ok(Map.of());
    }

    @PostMapping("/api/v1/operator/goods/{id}/recall")
    ResponseEntity<byte[]> recall(@PathVariable("id") String id, HttpServletRequest request) throws IOException {
        var actor = callers.of(request);
        var form = Form.of(request);
        String reason = form.text("reason", LONGEST);
        form.end();
        assortment.approvals().recall(actor, Asked.id(id), reason);
        return Reply.ok(Map.of());
    }
}
