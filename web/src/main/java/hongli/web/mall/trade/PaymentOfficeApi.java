package hongli.web.mall.trade;

import hongli.mall.payment.Confirmation;
import hongli.mall.payment.Payment;
import hongli.mall.payment.PaymentOffice;
import hongli.mall.payment.Refund;
import hongli.mall.payment.Till;
import hongli.mall.reconciliation.Reconciliations;
import hongli.web.api.Query;
import hongli.web.api.Reply;
import hongli.web.mall.Callers;
import hongli.web.mall.Fields;
import hongli.web.mall.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
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

    PaymentOfficeApi(Callers callers, Till till, Reconciliations reconciliations) {
        this.callers = callers;
        this.till = till;
        this.reconciliations = reconciliations;
    }

    @GetMapping("/api/v1/operator/payments")
    ResponseEntity<byte[]> payments(HttpServletRequest request) {
        Query query = Sent.query(request, "status", "way", "checkout", "reference");
        var filter = new PaymentOffice.PaymentFilter(
                Sent.word(query, "status", Payment.Status.class),
                Sent.word(query, "way", Payment.Way.class),
                Sent.number(query, "checkout"),
                query.text("reference").orElse(null));
        return Reply.ok(
                Fields.page(till.office().payments(callers.of(request), filter, Sent.wish(query)), CashierApi::fields));
    }

    @GetMapping("/api/v1/operator/refunds")
    ResponseEntity<byte[]> refunds(HttpServletRequest request) {
        Query query = Sent.query(request, "status", "order", "reference");
        var filter = new PaymentOffice.RefundFilter(
                Sent.word(query, "status", Refund.Status.class),
                Sent.number(query, "order"),
                query.text("reference").orElse(null));
        var page = till.office().refunds(callers.of(request), filter, Sent.wish(query));
        return Reply.ok(Fields.page(page, PaymentOfficeApi::fields));
    }

    @PostMapping("/api/v1/operator/refunds/{refund}/retry")
    ResponseEntity<byte[]> retry(@PathVariable("refund") String refund, HttpServletRequest request) {
        Query.of(request);
        till.refunds().retry(callers.of(request), Sent.id(refund));
        return Reply.ok(Map.of("status", "started"));
    }

    @GetMapping("/api/v1/operator/notifications")
    ResponseEntity<byte[]> notifications(HttpServletRequest request) {
        Query query = Sent.query(request, "outcome");
        var outcome = Sent.word(query, "outcome", Confirmation.Outcome.class);
        return Reply.ok(Fields.page(
                till.office().notifications(callers.of(request), outcome, Sent.wish(query)), PaymentOfficeApi::fields));
    }

    /// Compares one day of a channel's bill, for the first time or anew.
    @PostMapping("/api/v1/operator/reconciliations")
    ResponseEntity<byte[]> run(HttpServletRequest request) throws IOException {
        var form = Sent.form(request);
        String channel = form.text("channel", 40);
        LocalDate day = day(form);
        form.end();
        return Reply.ok(fields(reconciliations.run(callers.of(request), channel, day)));
    }

    private static LocalDate day(Form form) {
        String text = form.text("day", 10);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException _) {
            form.fault("day", "wrong_form", "a day like 2026-02-28", text);
            return LocalDate.EPOCH;
        }
    }

    @GetMapping("/api/v1/operator/reconciliations")
    ResponseEntity<byte[]> days(HttpServletRequest request) {
        Query query = Sent.query(request, "channel");
        var page =
                reconciliations.days(callers.of(request), query.text("channel").orElse(null), Sent.wish(query));
        return Reply.ok(Fields.page(page, PaymentOfficeApi::fields));
    }

    @GetMapping("/api/v1/operator/reconciliations/{reconciliation}/lines")
    ResponseEntity<byte[]> lines(@PathVariable("reconciliation") String id, HttpServletRequest request) {
        Query query = Sent.query(request, "outcome");
        var outcome = Sent.word(query, "outcome", Reconciliations.Outcome.class);
        var page = reconciliations.lines(callers.of(request), Sent.id(id), outcome, Sent.wish(query));
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
        fields.put("status", Sent.word(refund.status()));
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
        day.counts().forEach((outcome, count) -> fields.put(Sent.word(outcome), count));
        return fields;
    }

    private static Map<String, Object> fields(Reconciliations.Line line) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("reference", line.reference());
        line.ours().ifPresent(amount -> fields.put("ours", amount.toString()));
        line.theirs().ifPresent(amount -> fields.put("theirs", amount.toString()));
        fields.put("outcome", Sent.word(line.outcome()));
        return fields;
    }
}
