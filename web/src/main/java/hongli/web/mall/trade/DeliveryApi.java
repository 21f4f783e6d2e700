package hongli.web.mall.trade;

import hongli.mall.delivery.Delivery;
import hongli.mall.delivery.Packages;
import hongli.mall.delivery.Vouchers;
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
import java.util.TreeMap;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Packages, and vouchers as their members have them.
@RestController
final class DeliveryApi {
    private static final int MOST_LINES = 100;
    private static final long MOST_PIECES = 1_000_000;

    private final Callers callers;
    private final Delivery delivery;

    DeliveryApi(Callers callers, Delivery delivery) {
        this.callers = callers;
        this.delivery = delivery;
    }

    @GetMapping({
        "/api/v1/mall/orders/{order}/packages",
        "/api/v1/merchant/orders/{order}/packages",
        "/api/v1/operator/orders/{order}/packages"
    })
    ResponseEntity<byte[]> packages(@PathVariable("order") String order, HttpServletRequest request) {
        Query.of(request);
        List<Packages.Parcel> parcels = delivery.packages().of(callers.of(request), Asked.id(order));
        return Reply.ok(
                Map.of("items", parcels.stream().map(DeliveryApi::fields).toList()));
    }

    @PostMapping("/api/v1/merchant/orders/{order}/packages")
    ResponseEntity<byte[]> ship(@PathVariable("order") String order, HttpServletRequest request) throws IOException {
        var form = Form.of(request);
        Map<Long, Long> pieces = new TreeMap<>();
        for (Form line : form.forms("lines", MOST_LINES)) {
            pieces.merge(
                    line.number("line", 1, Long.MAX_VALUE), line.number("quantity", 1, MOST_PIECES), Math::addExact);
            line.end();
        }
        var shipment = new Packages.Shipment(form.text("carrier", 60), form.text("number", 60), pieces);
        form.end();
        return Reply.json(201, Map.of("id", delivery.packages().ship(callers.of(request), Asked.id(order), shipment)));
    }

    @PostMapping("/api/v1/merchant/packages/{parcel}/events")
    ResponseEntity<byte[]> track(@PathVariable("parcel") String parcel, HttpServletRequest request) throws IOException {
        var form = Form.of(request);
        String place = form.text("place", 100);
        String content = form.text("content", 300);
        form.end();
        delivery.packages().track(callers.of(request), Asked.id(parcel), place, content);
        return Reply.json(201, Map.of("place", place, "content", content));
    }

    @PostMapping("/api/v1/merchant/packages/{parcel}/delivered")
    ResponseEntity<byte[]> delivered(@PathVariable("parcel") String parcel, HttpServletRequest request) {
        Query.of(request);
        delivery.packages().delivered(callers.of(request), Asked.id(parcel));
        return Reply.ok(Map.of("delivered", true));
    }

    @GetMapping("/api/v1/mall/vouchers")
    ResponseEntity<byte[]> vouchers(HttpServletRequest request) {
        var asked = Asked.of(request, "status");
        var page = delivery.vouchers()
                .list(callers.of(request), asked.word("status", Vouchers.Status.class), asked.wish());
        return Reply.ok(Fields.page(page, DeliveryApi::held));
    }

    /// Shows a new code; the one that was shown before holds no longer.
    @PostMapping("/api/v1/mall/vouchers/{voucher}/code")
    ResponseEntity<byte[]> show(@PathVariable("voucher") String voucher, HttpServletRequest request) {
        Query.of(request);
        return Reply.ok(Map.of("code", delivery.vouchers().show(callers.of(request), Asked.id(voucher))));
    }

    private static Map<String, Object> fields(Packages.Parcel parcel) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", parcel.id());
        fields.put("order", parcel.order());
        fields.put("carrier", parcel.carrier());
        fields.put("number", parcel.number());
        List<Object> lines = new ArrayList<>();
        new TreeMap<>(parcel.pieces()).forEach((line, count) -> lines.add(Map.of("line", line, "quantity", count)));
        fields.put("lines", lines);
        fields.put("shipped_at", parcel.shippedAt().toString());
        parcel.deliveredAt().ifPresent(at -> fields.put("delivered_at", at.toString()));
        fields.put(
                "events",
                parcel.events().stream()
                        .map(event ->
                                Map.of("at", event.at().toString(), "place", event.place(), "content", event.content()))
                        .toList());
        return fields;
    }

    private static Map<String, Object> held(Vouchers.Held held) {
        Map<String, Object> fields = fields(held.voucher());
        fields.put("titles", held.titles());
        return fields;
    }

    static Map<String, Object> fields(Vouchers.Voucher voucher) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", voucher.id());
        fields.put("order", voucher.order());
        voucher.line().ifPresent(line -> fields.put("line", line));
        fields.put("merchant", voucher.merchant());
        fields.put("status", Fields.word(voucher.status()));
        voucher.shownAt().ifPresent(at -> fields.put("shown_at", at.toString()));
        voucher.redeemedAt().ifPresent(at -> fields.put("redeemed_at", at.toString()));
        return fields;
    }
}
