package hongli.web.mall.trade;

import hongli.mall.access.Actor;
import hongli.mall.withdrawal.Withdrawal;
import hongli.mall.withdrawal.Withdrawals;
import hongli.web.api.Query;
import hongli.web.api.Reply;
import hongli.web.mall.Asked;
import hongli.web.mall.Callers;
import hongli.web.mall.Fields;
import hongli.web.mall.Form;
import hongli.web.problem.Problem;
import hongli.web.problem.Trouble;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Members' requests for their cash, and the operators' review of them.
@RestController
final class WithdrawalApi {
    private static final int LONGEST_KEY = 128;

    private final Callers callers;
    private final Withdrawals withdrawals;

    WithdrawalApi(Callers callers, Withdrawals withdrawals) {
        this.callers = callers;
        this.withdrawals = withdrawals;
    }

    /// Asks for cash, once under each `Idempotency-Key`.
    @PostMapping("/api/v1/mall/withdrawals")
    ResponseEntity<byte[]> ask(HttpServletRequest request) throws IOException {
        String key = request.getHeader("Idempotency-Key");
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problem.of(key == null ? Trouble.KEY_MISSING : Trouble.KEY_UNSOUND)
                    .rejection();
        }
        var form = Form.of(request);
        var asked = new Withdrawals.Request(key, form.money("amount"), form.text("account", 100));
        form.end();
        return Reply.json(201, fields(withdrawals.ask(callers.of(request), asked)));
    }

    @GetMapping({"/api/v1/mall/withdrawals", "/api/v1/operator/withdrawals"})
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        var asked = Asked.of(request, "status");
        var status = asked.word("status", Withdrawal.Status.class);
        return Reply.ok(
                Fields.page(withdrawals.list(callers.of(request), status, asked.wish()), WithdrawalApi::fields));
    }

    @GetMapping({"/api/v1/mall/withdrawals/{withdrawal}", "/api/v1/operator/withdrawals/{withdrawal}"})
    ResponseEntity<byte[]> one(@PathVariable("withdrawal") String id, HttpServletRequest request) {
        Query.of(request);
        return Reply.ok(fields(withdrawals.one(callers.of(request), Asked.id(id))));
    }

    /// An operator's decision.
    private interface Review {
        Withdrawal decide(Actor actor, long id, String note);
    }

    @PostMapping("/api/v1/operator/withdrawals/{withdrawal}/approve")
    ResponseEntity<byte[]> approve(@PathVariable("withdrawal") String id, HttpServletRequest request)
            throws IOException {
        return decided(id, request, withdrawals::approve);
    }

    @PostMapping("/api/v1/operator/withdrawals/{withdrawal}/refuse")
    ResponseEntity<byte[]> refuse(@PathVariable("withdrawal") String id, HttpServletRequest request)
            throws IOException {
        return decided(id, request, withdrawals::refuse);
    }

    private ResponseEntity<byte[]> decided(String id, HttpServletRequest request, Review review) throws IOException {
        var form = Form.of(request);
        String note = form.findText("note", 1_000).orElse("");
        form.end();
        return Reply.ok(fields(review.decide(callers.of(request), Asked.id(id), note)));
    }

    private static Map<String, Object> fields(Withdrawal withdrawal) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", withdrawal.id());
        fields.put("member", withdrawal.member());
        fields.put("amount", withdrawal.amount().toString());
        fields.put("account", withdrawal.account());
        fields.put("status", Fields.word(withdrawal.status()));
        fields.put("note", withdrawal.note());
        fields.put("asked_at", withdrawal.askedAt().toString());
        withdrawal.decidedAt().ifPresent(at -> fields.put("decided_at", at.toString()));
        withdrawal.paidAt().ifPresent(at -> fields.put("paid_at", at.toString()));
        return fields;
    }
}
