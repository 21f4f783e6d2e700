package hongli.web.mall.trade;

import hongli.mall.delivery.Codes;
import hongli.mall.delivery.Codes.Code;
import hongli.mall.delivery.Delivery;
import hongli.mall.delivery.Vouchers;
import hongli.web.api.Reply;
import hongli.web.mall.Asked;
import hongli.web.mall.Callers;
import hongli.web.mall.Csv;
import hongli.web.mall.Csv.Column;
import hongli.web.mall.Fields;
import hongli.web.mall.Form;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Codes at the counter of a shop: listed, looked at and redeemed. A code is sent in a body, never in an address, which
/// logs and browsers keep.
@RestController
final class CodeApi {
    private static final List<Column<Code>> COLUMNS = List.of(
            new Column<>("id", code -> code.voucher().id()),
            new Column<>("kind", Code::kind),
            new Column<>("status", code -> code.voucher().status()),
            new Column<>("order", code -> code.voucher().order()),
            new Column<>("number", Code::number),
            new Column<>("line", code -> code.voucher().line()),
            new Column<>("titles", Code::titles),
            new Column<>("paid_at", Code::paidAt),
            new Column<>("shown_at", code -> code.voucher().shownAt()),
            new Column<>("redeemed_at", code -> code.voucher().redeemedAt()),
            new Column<>("redeemed_by", Code::redeemedBy));

    private final Callers callers;
    private final Delivery delivery;

    CodeApi(Callers callers, Delivery delivery) {
        this.callers = callers;
        this.delivery = delivery;
    }

    @GetMapping("/api/v1/merchant/codes")
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        var asked = Asked.of(request, "status", "kind", "order", "text");
        var page = delivery.codes().page(callers.of(request), filter(asked), asked.wish());
        return Reply.ok(Fields.page(page, CodeApi::fields));
    }

    @GetMapping("/api/v1/merchant/codes.csv")
    void csv(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var asked = Asked.only(request, "status", "kind", "order", "text", "sort");
        var actor = callers.of(request);
        var filter = filter(asked);
        Csv.send(
                response,
                "codes",
                asked.text("sort", 40),
                COLUMNS,
                wish -> delivery.codes().page(actor, filter, wish));
    }

    private static Codes.Filter filter(Asked asked) {
        return new Codes.Filter(
                asked.word("status", Vouchers.Status.class),
                asked.word("kind", Codes.Kind.class),
                asked.number("order"),
                asked.text("text", 60));
    }

    /// What a code is for; it can still be redeemed afterwards.
    @PostMapping("/api/v1/merchant/codes/look")
    ResponseEntity<byte[]> look(HttpServletRequest request) throws IOException {
        Codes.Presented presented = delivery.codes().look(callers.of(request), code(request));
        Map<String, Object> fields = fields(presented.code());
        fields.put("goods", presented.goods().stream().map(Fields::of).toList());
        return Reply.ok(fields);
    }

    @PostMapping("/api/v1/merchant/codes/redeem")
    ResponseEntity<byte[]> redeem(HttpServletRequest request) throws IOException {
        String code = code(request);
        return Reply.ok(DeliveryApi.fields(delivery.vouchers().redeem(callers.of(request), code)));
    }

    private static String code(HttpServletRequest request) throws IOException {
        var form = Form.of(request);
        String code = form.text("code", 60);
        form.end();
        return code;
    }

    private static Map<String, Object> fields(Code code) {
        Map<String, Object> fields = DeliveryApi.fields(code.voucher());
        fields.put("kind", Fields.word(code.kind()));
        fields.put("number", code.number());
        fields.put("titles", code.titles());
        code.paidAt().ifPresent(at -> fields.put("paid_at", at.toString()));
        code.redeemedBy().ifPresent(by -> fields.put("redeemed_by", by));
        return fields;
    }
}
