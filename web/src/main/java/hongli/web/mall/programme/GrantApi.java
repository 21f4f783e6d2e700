package hongli.web.mall.programme;

import hongli.mall.price.Item;
import hongli.mall.programme.Previews;
import hongli.mall.programme.ProgrammeRoom;
import hongli.mall.programme.Whys;
import hongli.web.api.Query;
import hongli.web.api.Reply;
import hongli.web.mall.Asked;
import hongli.web.mall.Callers;
import hongli.web.mall.Fields;
import hongli.web.mall.order.WishForm;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// What orders bring a member: described before they are paid, and explained afterwards.
@RestController
final class GrantApi {
    /// Beside every preview, so that no page shows the numbers without it.
    private static final Map<String, String> NOTE = Map.of(
            "zh",
            "估算：按此刻的价格与现行条款试算，仅作说明；以订单结算时为准，退货部分不计。",
            "en",
            "An estimate at this moment's price and under today's terms, as a description only: what counts is the"
                    + " moment of settlement, and what goes back brings nothing.");

    private final Callers callers;
    private final ProgrammeRoom programme;

    GrantApi(Callers callers, ProgrammeRoom programme) {
        this.callers = callers;
        this.programme = programme;
    }

    @GetMapping("/api/v1/mall/checkouts/{checkout}/grants")
    ResponseEntity<byte[]> preview(@PathVariable("checkout") String checkout, HttpServletRequest request) {
        Query.of(request);
        Previews.Preview preview = programme.previews().ofCheckout(callers.of(request), Asked.id(checkout));
        return Reply.ok(
                estimate(preview, preview.lines().stream().map(GrantApi::line).toList()));
    }

    /// For a basket or a product's page, before anything is placed; for guests too.
    @PostMapping("/api/v1/mall/grants/estimates")
    ResponseEntity<byte[]> estimate(HttpServletRequest request) throws IOException {
        Previews.Estimate estimate = programme.previews().ofWish(callers.of(request), WishForm.quoted(request));
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int i = 0; i < estimate.keys().size(); i++) {
            Map<String, Object> line = line(estimate.preview().lines().get(i));
            Item.Key key = estimate.keys().get(i);
            line.put("variant", key.variant());
            key.day().ifPresent(day -> line.put("day", day.toString()));
            lines.add(line);
        }
        return Reply.ok(estimate(estimate.preview(), lines));
    }

    private static Map<String, Object> estimate(Previews.Preview preview, List<Map<String, Object>> lines) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("estimate", true);
        fields.put("points", preview.points().toString());
        fields.put("price", preview.price().toString());
        fields.put("lines", lines);
        fields.put("note", NOTE);
        return fields;
    }

    @GetMapping("/api/v1/mall/grants")
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        var asked = Asked.of(request);
        return Reply.ok(Fields.page(programme.whys().granted(callers.of(request), asked.wish()), GrantApi::granted));
    }

    @GetMapping("/api/v1/mall/grants/{position}")
    ResponseEntity<byte[]> why(@PathVariable("position") String position, HttpServletRequest request) {
        Query.of(request);
        Whys.Why why = programme.whys().why(callers.of(request), Asked.id(position));
        Map<String, Object> fields = granted(why.granted());
        fields.put("points", why.points().toString());
        fields.put("formula", why.formula().fields());
        return Reply.ok(fields);
    }

    private static Map<String, Object> line(Previews.Line line) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("line", line.number());
        fields.put("amount", line.share().amount().toString());
        fields.put("base", line.share().base().toString());
        fields.put("points", line.points().toString());
        fields.put("quota", line.quota().toString());
        fields.put("formula", line.formula().fields());
        if (line.refusal() != null) {
            fields.put("refusal", line.refusal());
        }
        return fields;
    }

    private static Map<String, Object> granted(Whys.Granted granted) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("number", granted.number());
        fields.put("order", granted.order());
        fields.put("quantity", granted.quantity());
        fields.put("amount", granted.amount().toString());
        fields.put("base", granted.base().toString());
        fields.put("at", granted.at().toString());
        put(fields, "title", granted.title());
        put(fields, "position", granted.position());
        put(fields, "points", granted.points() == null ? null : granted.points().toString());
        put(
                fields,
                "reversedAt",
                granted.reversedAt() == null ? null : granted.reversedAt().toString());
        return fields;
    }

    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }
}
