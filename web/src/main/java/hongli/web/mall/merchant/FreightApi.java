package hongli.web.mall.merchant;

import hongli.mall.merchant.Freights;
import hongli.web.api.Reply;
import hongli.web.mall.Asked;
import hongli.web.mall.Callers;
import hongli.web.mall.Fields;
import hongli.web.mall.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/// Freight templates of a merchant.
@RestController
final class FreightApi {
    private static final int MOST_RATES = 400;
    private static final int MOST_UNITS = 1_000_000;

    private final Callers callers;
    private final Freights freights;

    FreightApi(Callers callers, Freights freights) {
        this.callers = callers;
        this.freights = freights;
    }

    @GetMapping("/api/v1/merchant/freights")
    ResponseEntity<byte[]> all(HttpServletRequest request) {
        Asked.of(request);
        return Reply.ok(Fields.of(freights.all(callers.of(request))));
    }

    @PostMapping("/api/v1/merchant/freights")
    ResponseEntity<byte[]> add(HttpServletRequest request) throws IOException {
        var actor = callers.of(request);
        return Reply.json(201, Map.of("id", freights.add(actor, template(request))));
    }

    @PutMapping("/api/v1/merchant/freights/{id}")
    ResponseEntity<byte[]> change(@PathVariable("id") String id, HttpServletRequest request) throws IOException {
        var actor = callers.of(request);
        freights.change(actor, Asked.id(id), template(request));
        return Reply.ok(Map.of());
    }

    @DeleteMapping("/api/v1/merchant/freights/{id}")
    ResponseEntity<byte[]> remove(@PathVariable("id") String id, HttpServletRequest request) {
        freights.remove(callers.of(request), Asked.id(id));
        return Reply.ok(Map.of());
    }

    private static Freights.Template template(HttpServletRequest request) throws IOException {
        var form = Form.of(request);
        var template = new Freights.Template(
                form.text("name", 60),
                form.word("unit", Freights.Unit.class),
                form.findMoney("freeFrom").orElse(null),
                form.forms("rates", MOST_RATES).stream().map(FreightApi::rate).toList());
        form.end();
        return template;
    }

    private static Freights.Rate rate(Form form) {
        var rate = new Freights.Rate(
                form.findText("region", 60).orElse(""),
                (int) form.number("first", 1, MOST_UNITS),
                form.money("firstPrice"),
                (int) form.number("next", 1, MOST_UNITS),
                form.money("nextPrice"));
        form.end();
        return rate;
    }
}
