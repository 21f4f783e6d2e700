package hongli.web.mall.merchant;

import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.merchant.Merchant;
import hongli.mall.merchant.Merchants;
import hongli.mall.refusal.General;
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

/// Merchants as operators let them in and out, and each as its own clerks see it.
@RestController
final class MerchantApi {
    private final Callers callers;
    private final Merchants merchants;

    MerchantApi(Callers callers, Merchants merchants) {
        this.callers = callers;
        this.merchants = merchants;
    }

    @GetMapping("/api/v1/merchant/profile")
    ResponseEntity<byte[]> mine(HttpServletRequest request) {
        Asked.of(request);
        return switch (callers.of(request)) {
            case Actor.Clerk clerk -> Reply.ok(Fields.of(merchants.mine(clerk)));
            case Actor.Guest _ -> throw General.LOGIN_REQUIRED.with();
            case Actor.Member _, Actor.Operator _, Actor.House _ ->
                throw General.NOT_PERMITTED.with("permission", "clerk");
        };
    }

    @GetMapping("/api/v1/operator/merchants")
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        var asked = Asked.of(request, "status", "text");
        var status = asked.word("status", Merchant.Status.class);
        return Reply.ok(Fields.of(merchants.page(callers.of(request), status, asked.text("text", 60), asked.wish())));
    }

    @GetMapping("/api/v1/operator/merchants/{id}")
    ResponseEntity<byte[]> one(@PathVariable("id") String id, HttpServletRequest request) {
        Asked.of(request);
        return Reply.ok(Fields.of(merchants.one(callers.of(request), Asked.id(id))));
    }

    @PostMapping("/api/v1/operator/merchants/{id}/accept")
    ResponseEntity<byte[]> accept(@PathVariable("id") String id, HttpServletRequest request) throws IOException {
        var actor = callers.of(request).requireOperator(Permission.MERCHANTS_REVIEW);
        var form = Form.of(request);
        var terms = new Merchants.Admission(form.money("entryFee"), form.number("commissionMillionths", 0, 1_000_000));
        form.end();
        merchants.accept(actor, Asked.id(id), terms);
        return Reply.ok(Map.of());
    }

    @PostMapping("/api/v1/operator/merchants/{id}/reject")
    ResponseEntity<byte[]> reject(@PathVariable("id") String id, HttpServletRequest request) throws IOException {
        var actor = callers.of(request);
        merchants.reject(actor, Asked.id(id), reason(request));
        return Reply.ok(Map.of());
    }

    @PostMapping("/api/v1/operator/merchants/{id}/entry-fee")
    ResponseEntity<byte[]> entryFee(@PathVariable("id") String id, HttpServletRequest request) {
        merchants.entryFeePaid(callers.of(request), Asked.id(id));
        return Reply.ok(Map.of());
    }

    @PostMapping("/api/v1/operator/merchants/{id}/suspend")
    ResponseEntity<byte[]> suspend(@PathVariable("id") String id, HttpServletRequest request) throws IOException {
        var actor = callers.of(request);
        merchants.suspend(actor, Asked.id(id), reason(request));
        return Reply.ok(Map.of());
    }

    @PostMapping("/api/v1/operator/merchants/{id}/resume")
    ResponseEntity<byte[]> resume(@PathVariable("id") String id, HttpServletRequest request) {
        merchants.resume(callers.of(request), Asked.id(id));
        return Reply.ok(Map.of());
    }

    @PostMapping("/api/v1/operator/merchants/{id}/close")
    ResponseEntity<byte[]> close(@PathVariable("id") String id, HttpServletRequest request) throws IOException {
        var actor = callers.of(request);
        merchants.close(actor, Asked.id(id), reason(request));
        return Reply.ok(Map.of());
    }

    @PostMapping("/api/v1/operator/merchants/{id}/commission")
    ResponseEntity<byte[]> commission(@PathVariable("id") String id, HttpServletRequest request) throws IOException {
        var actor = callers.of(request);
        var form = Form.of(request);
        long millionths = form.number("commissionMillionths", 0, 1_000_000);
        form.end();
        merchants.changeCommission(actor, Asked.id(id), millionths);
        return Reply.ok(Map.of());
    }

    private static String reason(HttpServletRequest request) throws IOException {
        var form = Form.of(request);
        String reason = form.text("reason", 500);
        form.end();
        return reason;
    }
}
