package hongli.web.mall.programme;

import hongli.ledger.wire.Json;
import hongli.mall.bill.Bills;
import hongli.mall.bill.Figures;
import hongli.mall.refusal.General;
import hongli.web.api.Query;
import hongli.web.api.Reply;
import hongli.web.mall.Asked;
import hongli.web.mall.Callers;
import hongli.web.mall.Fields;
import hongli.web.mall.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Merchants' bills: made and brought on by operators, seen by the merchant's own clerks.
@RestController
final class BillApi {
    private final Callers callers;
    private final Bills bills;

    BillApi(Callers callers, Bills bills) {
        this.callers = callers;
        this.bills = bills;
    }

    @GetMapping("/api/v1/operator/bills")
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        var asked = Asked.of(request, "merchant", "status", "from", "until");
        var filter = filter(asked, asked.number("merchant"));
        return Reply.ok(Fields.page(bills.all(callers.of(request), filter, asked.wish()), BillApi::fields));
    }

    @GetMapping("/api/v1/merchant/bills")
    ResponseEntity<byte[]> own(HttpServletRequest request) {
        var asked = Asked.of(request, "status", "from", "until");
        var filter = filter(asked, null);
        return Reply.ok(Fields.page(bills.own(callers.of(request), filter, asked.wish()), BillApi::fields));
    }

    /// Which bills a list shows.
    static Bills.Filter filter(Asked asked, @Nullable Long merchant) {
        return new Bills.Filter(
                merchant, asked.word("status", Bills.Step.class), asked.findDate("from"), asked.findDate("until"));
    }

    @PostMapping("/api/v1/operator/bills")
    ResponseEntity<byte[]> make(HttpServletRequest request) throws IOException {
        Query.of(request);
        Form form = Form.of(request);
        var period = new Bills.Period(form.day("from"), form.day("until"));
        Optional<Long> merchant = form.findNumber("merchant", 1, Long.MAX_VALUE);
        form.end();
        var actor = callers.of(request);
        if (merchant.isEmpty()) {
            return Reply.json(201, Map.of("made", bills.makeAll(actor, period)));
        }
        return Reply.json(201, Map.of("made", 1, "id", bills.make(actor, merchant.get(), period)));
    }

    @PostMapping("/api/v1/operator/bills/{bill}/{step}")
    ResponseEntity<byte[]> advance(
            @PathVariable("bill") String bill, @PathVariable("step") String step, HttpServletRequest request)
            throws IOException {
        Query.of(request);
        Form form = Form.of(request);
        Optional<String> payment = form.findText("payment", 100);
        form.end();
        Bills.Step to = switch (step) {
            case "check" -> Bills.Step.CHECKED;
            case "approve" -> Bills.Step.APPROVED;
            case "pay" -> Bills.Step.PAID;
            default -> throw General.NOT_FOUND.with();
        };
        return Reply.ok(fields(bills.advance(callers.of(request), Asked.id(bill), to, payment)));
    }

    static Map<String, Object> fields(Bills.Bill bill) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", bill.id());
        fields.put("merchant", bill.merchant());
        fields.put("name", bill.name());
        fields.put("from", bill.period().from().toString());
        fields.put("until", bill.period().until().toString());
        fields.put("status", bill.step().word());
        fields.put("figures", figures(bill));
        fields.put("carried", Figures.yuan(bill.carriedFen()));
        fields.put("payable", Figures.yuan(bill.payableFen()));
        fields.put("madeAt", bill.madeAt().toString());
        fields.put("hands", bill.hands());
        return fields;
    }

    private static Object figures(Bills.Bill bill) {
        return switch (Json.object(bill.content())) {
            case Json.Reading.Parsed(var fields) -> fields;
            case Json.Reading.Faulty _ -> bill.content();
        };
    }
}
