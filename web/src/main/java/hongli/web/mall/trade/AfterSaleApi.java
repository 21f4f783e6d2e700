package hongli.web.mall.trade;

import hongli.economy.exact.Money;
import hongli.mall.aftersale.AfterSales;
import hongli.mall.aftersale.Case;
import hongli.mall.aftersale.CaseBook;
import hongli.mall.aftersale.Counter;
import hongli.mall.aftersale.Seen;
import hongli.web.api.Body;
import hongli.web.api.Query;
import hongli.web.api.Reply;
import hongli.web.mall.Asked;
import hongli.web.mall.Callers;
import hongli.web.mall.Fields;
import hongli.web.mall.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Refunds, returns and exchanges, as members ask for them and everybody looks at them.
@RestController
final class AfterSaleApi {
    private static final int MOST_PICTURE = 4_000_000;
    private static final List<String> PICTURES = List.of("image/jpeg", "image/png");
    private static final long MOST_PIECES = 1_000_000;

    private final Callers callers;
    private final Counter counter;
    private final OrderNumbers numbers;

    AfterSaleApi(Callers callers, Counter counter, OrderNumbers numbers) {
        this.callers = callers;
        this.counter = counter;
        this.numbers = numbers;
    }

    /// What would come of it, the deduction included.
    @PostMapping("/api/v1/mall/after-sales/preview")
    ResponseEntity<byte[]> preview(HttpServletRequest request) throws IOException {
        var form = Form.of(request);
        var wish = wish(form);
        form.end();
        var preview = counter.afterSales().preview(callers.of(request), wish);
        return Reply.ok(AmendsApi.fields(preview));
    }

    @PostMapping("/api/v1/mall/after-sales")
    ResponseEntity<byte[]> ask(HttpServletRequest request) throws IOException {
        callers.of(request).requireMember();
        var form = Form.of(request);
        var wish = wish(form);
        Money deduction = form.money("deduction");
        String reason = form.text("reason", 1_000);
        List<Long> evidence = evidence(form);
        form.end();
        var asked = counter.afterSales()
                .ask(callers.of(request), new AfterSales.Request(wish, deduction, reason, evidence));
        return Reply.json(201, fields(asked));
    }

    private static List<Long> evidence(Form form) {
        List<Long> pictures = new ArrayList<>();
        for (String text : form.texts("evidence", 9, 18)) {
            if (text.matches("[1-9][0-9]{0,17}")) {
                pictures.add(Long.valueOf(text));
            } else {
                form.fault("evidence", "wrong_form", "numbers of pictures", text);
            }
        }
        return pictures;
    }

    private static AfterSales.Wish wish(Form form) {
        return new AfterSales.Wish(
                form.number("line", 1, Long.MAX_VALUE),
                form.word("kind", Case.Kind.class),
                form.number("quantity", 1, MOST_PIECES),
                form.findMoney("amount"));
    }

    @GetMapping({"/api/v1/mall/after-sales", "/api/v1/merchant/after-sales"})
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        return list(request, Asked.of(request, "status", "kind", "order"));
    }

    @GetMapping("/api/v1/operator/after-sales")
    ResponseEntity<byte[]> listAll(HttpServletRequest request) {
        return list(request, Asked.of(request, "status", "kind", "order", "member"));
    }

    private ResponseEntity<byte[]> list(HttpServletRequest request, Asked asked) {
        var filter = new CaseBook.Filter(
                asked.word("status", Case.Status.class),
                asked.word("kind", Case.Kind.class),
                asked.number("order"),
                asked.number("member"));
        var page = counter.cases().list(callers.of(request), filter, asked.wish());
        return Reply.ok(numbers.page(page, AfterSaleApi::fields));
    }

    @GetMapping({
        "/api/v1/mall/after-sales/{case}",
        "/api/v1/merchant/after-sales/{case}",
        "/api/v1/operator/after-sales/{case}"
    })
    ResponseEntity<byte[]> one(@PathVariable("case") String id, HttpServletRequest request) {
        Query.of(request);
        var history = counter.cases().one(callers.of(request), Asked.id(id));
        Map<String, Object> fields = numbers.added(fields(history.found()));
        fields.put(
                "events",
                history.events().stream()
                        .map(event -> Map.of(
                                "at", event.at().toString(),
                                "actor", event.actor(),
                                "status", event.after(),
                                "note", event.note()))
                        .toList());
        return Reply.ok(fields);
    }

    @PostMapping("/api/v1/mall/after-sales/{case}/send-back")
    ResponseEntity<byte[]> sendBack(@PathVariable("case") String id, HttpServletRequest request) throws IOException {
        var form = Form.of(request);
        Seen seen = seen(id, form);
        String carrier = form.text("carrier", 60);
        String number = form.text("number", 60);
        form.end();
        return Reply.ok(fields(counter.afterSales().sendBack(callers.of(request), seen, carrier, number)));
    }

    @PostMapping("/api/v1/mall/after-sales/{case}/appeal")
    ResponseEntity<byte[]> appeal(@PathVariable("case") String id, HttpServletRequest request) throws IOException {
        var form = Form.of(request);
        Seen seen = seen(id, form);
        String note = form.text("note", 1_000);
        form.end();
        return Reply.ok(fields(counter.afterSales().appeal(callers.of(request), seen, note)));
    }

    @PostMapping("/api/v1/mall/after-sales/{case}/close")
    ResponseEntity<byte[]> close(@PathVariable("case") String id, HttpServletRequest request) throws IOException {
        var form = Form.of(request);
        Seen seen = seen(id, form);
        form.end();
        return Reply.ok(fields(counter.afterSales().close(callers.of(request), seen)));
    }

    @PostMapping("/api/v1/mall/evidence")
    ResponseEntity<byte[]> add(HttpServletRequest request) throws IOException {
        var actor = callers.of(request);
        actor.requireMember();
        byte[] content = Body.read(request, MOST_PICTURE, PICTURES);
        return Reply.json(201, Map.of("id", counter.evidence().add(actor, content)));
    }

    @GetMapping({
        "/api/v1/mall/evidence/{picture}",
        "/api/v1/merchant/evidence/{picture}",
        "/api/v1/operator/evidence/{picture}"
    })
    ResponseEntity<byte[]> show(@PathVariable("picture") String picture, HttpServletRequest request) {
        Query.of(request);
        return Reply.bytes(200, counter.evidence().show(callers.of(request), Asked.id(picture)), "image/jpeg");
    }

    /// The case of an address, in the version that the caller says it saw.
    static Seen seen(String id, Form form) {
        return new Seen(Asked.id(id), form.number("version", 1, Long.MAX_VALUE));
    }

    static Map<String, Object> fields(Case found) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", found.id());
        fields.put("order", found.order());
        fields.put("line", found.line());
        fields.put("merchant", found.merchant());
        fields.put("member", found.member());
        fields.put("kind", Fields.word(found.kind()));
        fields.put("quantity", found.quantity());
        fields.put("amount", found.amount().toString());
        fields.put("deduction", found.deduction().toString());
        fields.put("payout", found.payout().toString());
        fields.put("reason", found.reason());
        fields.put("evidence", found.evidence().stream().map(String::valueOf).toList());
        fields.put("carrier", found.carrier());
        fields.put("number", found.number());
        fields.put("status", Fields.word(found.status()));
        fields.put("asked_at", found.askedAt().toString());
        found.dueAt().ifPresent(at -> fields.put("due_at", at.toString()));
        fields.put("version", found.version());
        return fields;
    }
}
