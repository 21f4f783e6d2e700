package hongli.web.mall.people;

import hongli.mall.trail.TrailLines;
import hongli.web.api.Reply;
import hongli.web.mall.Asked;
import hongli.web.mall.Fields;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The audit log: all of it for operators, a merchant's own lines for its clerks.
@RestController
final class TrailApi {
    private final TrailLines trail;
    private final DoorKeeper keeper;

    TrailApi(TrailLines trail, DoorKeeper keeper) {
        this.trail = trail;
        this.keeper = keeper;
    }

    @GetMapping({"/api/v1/operator/trail", "/api/v1/merchant/trail"})
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        var asked = Asked.of(request, "actor", "key", "action", "kind", "subject", "from", "before");
        var filter = new TrailLines.Filter(
                asked.text("actor", 100),
                asked.text("key", 100),
                asked.text("action", 100),
                asked.text("kind", 100),
                asked.number("subject"),
                asked.time("from"),
                asked.time("before"));
        return Reply.ok(Fields.page(trail.list(keeper.of(request), filter, asked.wish()), TrailApi::fields));
    }

    private static Map<String, ?> fields(TrailLines.Line line) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", line.id());
        fields.put("at", line.at().toString());
        fields.put("actor", line.actor());
        line.key().ifPresent(key -> fields.put("key", key));
        line.merchant().ifPresent(merchant -> fields.put("merchant", merchant));
        fields.put("action", line.action());
        fields.put("kind", line.subject().kind());
        fields.put("subject", line.subject().id());
        line.before().ifPresent(before -> fields.put("before", before));
        line.after().ifPresent(after -> fields.put("after", after));
        return fields;
    }
}
