package hongli.web.mall.trade;

import hongli.mall.aftersale.AfterSales;
import hongli.mall.aftersale.Amends;
import hongli.web.api.Reply;
import hongli.web.mall.Callers;
import hongli.web.mall.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Refunds that operators make by hand.
@RestController
final class AmendsApi {
    private static final long MOST_PIECES = 1_000_000;

    private final Callers callers;
    private final Amends amends;

    AmendsApi(Callers callers, Amends amends) {
        this.callers = callers;
        this.amends = amends;
    }

    /// What would come of it, the deduction included.
    @PostMapping("/api/v1/operator/refunds/preview")
    ResponseEntity<byte[]> preview(HttpServletRequest request) throws IOException {
        var form = Form.of(request);
        var portion = portion(form);
        form.end();
        return Reply.ok(fields(amends.preview(callers.of(request), portion)));
    }

    /// Pays, once under each `Idempotency-Key`.
    @PostMapping("/api/v1/operator/refunds")
    ResponseEntity<byte[]> pay(HttpServletRequest request) throws IOException {
        String key = IdempotencyKey.of(request);
        var form = Form.of(request);
        var asked = new Amends.Request(key, portion(form), form.money("deduction"), form.text("reason", 1_000));
        form.end();
        return Reply.json(201, AfterSaleApi.fields(amends.pay(callers.of(request), asked)));
    }

    private static Amends.Portion portion(Form form) {
        return new Amends.Portion(
                form.number("line", 1, Long.MAX_VALUE),
                form.number("quantity", 0, MOST_PIECES),
                form.findMoney("amount"));
    }

    static Map<String, Object> fields(AfterSales.Preview preview) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("most", preview.most().toString());
        fields.put("amount", preview.amount().toString());
        fields.put("deduction", preview.deduction().toString());
        fields.put("payout", preview.payout().toString());
        return fields;
    }
}
