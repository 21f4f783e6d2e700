package hongli.web.mall.merchant;

import hongli.mall.Mall;
import hongli.mall.login.Passwords;
import hongli.mall.merchant.EntryFees;
import hongli.mall.staff.Founding;
import hongli.web.api.Query;
import hongli.web.api.Reply;
import hongli.web.mall.Asked;
import hongli.web.mall.Callers;
import hongli.web.mall.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// How a merchant that was accepted begins: it pays the entry fee, and somebody becomes its first clerk.
@RestController
final class OpeningApi {
    private final Callers callers;
    private final EntryFees fees;
    private final Founding founding;

    OpeningApi(Callers callers, Mall mall) {
        this.callers = callers;
        this.fees = mall.trade().entryFees();
        this.founding = mall.people().workers().founding();
    }

    /// Where the applicant pays; the same checkout however often it is asked for.
    @PostMapping("/api/v1/mall/merchant-applications/{id}/entry-fee")
    ResponseEntity<byte[]> checkout(@PathVariable("id") String id, HttpServletRequest request) {
        Query.of(request);
        var due = fees.checkout(callers.of(request), Asked.id(id));
        return Reply.ok(
                Map.of("checkout", due.checkout(), "amount", due.amount().toString()));
    }

    @PostMapping("/api/v1/operator/merchants/{id}/entry-fee/refund")
    ResponseEntity<byte[]> giveBack(@PathVariable("id") String id, HttpServletRequest request) throws IOException {
        var actor = callers.of(request);
        var form = Form.of(request);
        String reason = form.text("reason", 500);
        form.end();
        fees.giveBack(actor, Asked.id(id), reason);
        return Reply.ok(Map.of());
    }

    /// The applicant becomes the owner, with a password of their choice.
    @PostMapping("/api/v1/mall/merchant-applications/{id}/clerk")
    ResponseEntity<byte[]> owner(@PathVariable("id") String id, HttpServletRequest request) throws IOException {
        var actor = callers.of(request);
        var form = Form.of(request);
        var choice = new Founding.Choice(
                form.text("login", 64), form.text("name", 40), form.text("password", Passwords.MOST));
        form.end();
        return Reply.json(201, Map.of("id", founding.owner(actor, Asked.id(id), choice)));
    }

    /// An operator makes the first clerk, whose one-time password is told here and never again.
    @PostMapping("/api/v1/operator/merchants/{id}/clerk")
    ResponseEntity<byte[]> clerk(@PathVariable("id") String id, HttpServletRequest request) throws IOException {
        var actor = callers.of(request);
        var form = Form.of(request);
        String login = form.text("login", 64);
        String name = form.text("name", 40);
        form.end();
        var told = founding.firstClerk(actor, Asked.id(id), login, name);
        return Reply.json(201, Map.of("id", told.worker(), "login", told.login(), "oneTimePassword", told.password()));
    }
}
