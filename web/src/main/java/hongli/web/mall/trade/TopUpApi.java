package hongli.web.mall.trade;

import hongli.mall.delivery.SandboxTopUps;
import hongli.mall.delivery.TopUps;
import hongli.mall.refusal.General;
import hongli.mall.trade.Trade;
import hongli.web.api.Query;
import hongli.web.api.Reply;
import hongli.web.mall.Asked;
import hongli.web.mall.Callers;
import hongli.web.mall.Fields;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Top-ups of phones and meters, and the hand on the sandbox's provider; where there is no sandbox that is not there.
@RestController
final class TopUpApi {
    private final Callers callers;
    private final Trade trade;

    TopUpApi(Callers callers, Trade trade) {
        this.callers = callers;
        this.trade = trade;
    }

    @GetMapping({"/api/v1/mall/top-ups", "/api/v1/merchant/top-ups", "/api/v1/operator/top-ups"})
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        var asked = Asked.of(request, "status", "order", "merchant", "target");
        var filter = new TopUps.Filter(
                asked.word("status", TopUps.Answer.class),
                asked.number("order"),
                asked.number("merchant"),
                asked.text("target", 100));
        var page = trade.delivery().topUps().list(callers.of(request), filter, asked.wish());
        return Reply.ok(Fields.page(page, TopUpApi::fields));
    }

    /// Has the provider be asked again now about one that waits.
    @PostMapping("/api/v1/operator/top-ups/{topUp}/ask")
    ResponseEntity<byte[]> ask(@PathVariable("topUp") String topUp, HttpServletRequest request) {
        Query.of(request);
        return Reply.ok(fields(trade.delivery().topUps().ask(callers.of(request), Asked.id(topUp))));
    }

    private static Map<String, Object> fields(TopUps.TopUp topUp) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", topUp.id());
        fields.put("order", topUp.order());
        fields.put("number", topUp.number());
        fields.put("line", topUp.line());
        fields.put("member", topUp.member());
        fields.put("merchant", topUp.merchant());
        fields.put("title", topUp.title());
        fields.put("variant", topUp.variant());
        fields.put("target", topUp.target());
        fields.put("quantity", topUp.quantity());
        fields.put("status", Fields.word(topUp.status()));
        fields.put("told", topUp.told());
        fields.put("asked_at", topUp.askedAt().toString());
        return fields;
    }

    private SandboxTopUps sandbox() {
        return trade.sandboxTopUps().orElseThrow(General.NOT_FOUND::with);
    }

    @GetMapping("/api/v1/mall/sandbox/top-ups")
    ResponseEntity<byte[]> loads(HttpServletRequest request) {
        Query.of(request);
        var actor = callers.of(request);
        trade.delivery().topUps().isInReach(actor, "");
        return Reply.ok(Map.of(
                "items",
                sandbox().loads().stream()
                        .filter(load -> trade.delivery()
                                .topUps()
                                .isInReach(actor, load.order().key()))
                        .map(TopUpApi::fields)
                        .toList()));
    }

    /// Says that one was loaded that waits.
    @PostMapping("/api/v1/mall/sandbox/top-ups/{key}/load")
    ResponseEntity<byte[]> load(@PathVariable("key") String key, HttpServletRequest request) {
        return end(key, request, true);
    }

    /// Says that one cannot be loaded that waits.
    @PostMapping("/api/v1/mall/sandbox/top-ups/{key}/fail")
    ResponseEntity<byte[]> fail(@PathVariable("key") String key, HttpServletRequest request) {
        return end(key, request, false);
    }

    private ResponseEntity<byte[]> end(String key, HttpServletRequest request, boolean loaded) {
        Query.of(request);
        if (!trade.delivery().topUps().isInReach(callers.of(request), key)) {
            throw General.NOT_FOUND.with();
        }
        return Reply.ok(fields(sandbox().end(key, loaded)));
    }

    private static Map<String, Object> fields(SandboxTopUps.Load load) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("key", load.order().key());
        fields.put("target", load.order().target());
        fields.put("variant", load.order().variant());
        fields.put("quantity", load.order().quantity());
        fields.put("status", Fields.word(load.answer()));
        fields.put("asked", load.asked());
        return fields;
    }
}
