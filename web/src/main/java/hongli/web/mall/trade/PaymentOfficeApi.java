package hongli.web.mall.trade;

import hongli.mall.payment.Confirmation;
import hongli.mall.payment.Payment;
import hongli.mall.payment.PaymentOffice;
import hongli.mall.payment.Refund;
import hongli.mall.payment.Till;
import hongli.mall.reconciliation.Reconciliations;
import hongli.web.api.Query;
import hongli.web.api.Reply;
import hongli.web.mall.Asked;
import hongli.web.mall.Callers;
import hongli.web.mall.Fields;
import hongli.web.mall.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Payments, refunds, notifications and reconciliation, for operators.
@RestController
final class PaymentOfficeApi {
    private final Callers callers;
    private final Till till;
    private final Reconciliations reconciliations;
    private final OrderNumbers numbers;

    PaymentOfficeApi(Callers callers, Till till, Reconciliations reconciliations, OrderNumbers numbers) {
        this.callers = callers;
        this.till = till;
        this.reconciliations = reconciliations;
        this.numbers = numbers;
    }

    @GetMapping("/api/v1/operator/payments")
    ResponseEntity<byte[]> payments(HttpServletRequest request) {
        var asked = Asked.of(request, "status", "way", "checkout", "reference");
        var filter = new PaymentOffice.PaymentFilter(
                asked.word("status", Payment.Status.class),
                asked.word("way", Payment.Way.class),
                asked.number("checkout"),
                asked.text("reference", 100));
        var page = till.office().payments(callers.of(request), filter, asked.wish());
        return Reply.ok(numbers.page(page, CashierApi::fields));
    }

    @GetMapping("/api/v1/operator/refunds")
    ResponseEntity<byte[]> refunds(HttpServletRequest request) {
        var asked = Asked.of(request, "status", "order", "reference");
        var filter = new PaymentOffice.RefundFilter(
                asked.word("status", Refund.Status.class), asked.number("order"), asked.text("reference", 100));
        var page = till.office().refunds(callers.of(request), filter, asked.wish());
        return Reply.ok(numbers.page(page, PaymentOfficeApi::fields));
    }

    @PostMapping("/api/v1/operator/refunds/{refund}/retry")
    ResponseEntity<byte[]> retry(@PathVariable("refund") String refund, HttpServletRequest request) {
        Query.of(request);
        till.refunds().retry(callers.of(request), Asked.id(refund));
        return Reply.ok(Map.of("status", "started"));
    }

    @GetMapping("/api/v1/operator/notifications")
    ResponseEntity<byte[]> notifications(HttpServletRequest request) {
        var asked = Asked.of(request, "outcome");
        var outcome = asked.word("outcome", Confirmation.Outcome.class);
        return Reply.ok(Fields.page(
                till.office().notifications(callers.of(request), outcome, asked.wish()), PaymentOfficeApi::fields));
    }

    /// Compares one day of a channel's bill, for the first time or anew.
    @PostMapping("/api/v1/operator/reconciliations")
    ResponseEntity<byte[]> run(HttpServletRequest request) throws IOException {
        var form = Form.of(request);
        String channel = form.text("channel", 40);
        LocalDate day = form.day("day");
        form.end();
        return Reply.ok(fields(reconciliations.run(callers.of(request), channel, day)));
    }

    @GetMapping("/api/v1/operator/reconciliations")
    ResponseEntity<byte[]> days(HttpServletRequest request) {
        var asked = Asked.of(request, "channel");
        var page = reconciliations.days(callers.of(request), asked.text("channel", 100), asked.wish());
        return Reply.ok(Fields.page(page, PaymentOfficeApi::fields));
    }

    @GetMapping("/api/v1/operator/reconciliations/{reconciliation}/lines")
    ResponseEntity<byte[]> lines(@PathVariable("reconciliation") String id, HttpServletRequest request) {
        var asked = Asked.of(request, "outcome");
        var outcome = asked.word("outcome", Reconciliations.Outcome.class);
        var page = reconciliations.lines(callers.of(request), Asked.id(id), outcome, asked.wish());
        return Reply.ok(Fields.page(page, PaymentOfficeApi::fields));
    }

    private static Map<String, Object> fields(Refund refund) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", refund.id());
        fields.put("payment", refund.payment());
        refund.order().ifPresent(order -> fields.put("order", order));
        refund.afterSale().ifPresent(found -> fields.put("after_sale", found));
        fields.put("reference", refund.reference());
        fields.put("reason", refund.reason());
        fields.put("amount", refund.amount().toString());
        fields.put("status", Fields.word(refund.status()));
        fields.put("started_at", refund.startedAt().toString());
        refund.doneAt().ifPresent(at -> fields.put("done_at", at.toString()));
        return fields;
    }

    private static Map<String, Object> fields(PaymentOffice.Told told) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", told.id());
        fields.put("channel", told.channel());
        fields.put("event", told.event());
        fields.put("content", told.content());
        fields.put("outcome", told.outcome());
        fields.put("at", told.at().toString());
        return fields;
    }

    private static Map<String, Object> fields(Reconciliations.Day day) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", day.id());
        fields.put("channel", day.channel());
        fields.put("day", day.day().toString());
        fields.put("at", day.at().toString());
        day.counts().forEach((outcome, count) -> fields.put(Fields.word(outcome), count));
        return fields;
    }

    private static Map<String, Object> fields(Reconciliations.Line line) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("reference", line.reference());
        line.ours().ifPresent(amount -> fields.put("ours", amount.toString()));
        line.theirs().ifPresent(amount -> fields.put("theirs", amount.toString()));
        fields.put("outcome", Fields.word(line.outcome()));
        return fields;
    }
}
