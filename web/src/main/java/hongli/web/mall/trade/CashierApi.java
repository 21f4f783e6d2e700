package hongli.web.mall.trade;

import hongli.economy.command.Asset;
import hongli.economy.exact.Money;
import hongli.mall.payment.Cashier;
import hongli.mall.payment.PayChannel;
import hongli.mall.payment.Payment;
import hongli.mall.payment.Till;
import hongli.web.api.Body;
import hongli.web.api.Query;
import hongli.web.api.Reply;
import hongli.web.mall.Asked;
import hongli.web.mall.Callers;
import hongli.web.mall.Fields;
import hongli.web.mall.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Where members pay, and where channels tell that they have.
@RestController
final class CashierApi {
    private static final int MOST_TOLD = 65_536;
    private static final List<String> TOLD =
            List.of(Body.JSON, "application/x-www-form-urlencoded", "text/plain", "application/xml", "text/xml");

    private final Callers callers;
    private final Till till;

    CashierApi(Callers callers, Till till) {
        this.callers = callers;
        this.till = till;
    }

    /// What the member could pay with.
    @GetMapping("/api/v1/mall/purse")
    ResponseEntity<byte[]> purse(HttpServletRequest request) {
        Query.of(request);
        long member = callers.of(request).requireMember().id();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("cash", till.purse().free(member, Asset.CASH).toString());
        fields.put("constant", till.purse().free(member, Asset.CONSTANT).toString());
        fields.put("channels", till.channels().names());
        return Reply.ok(fields);
    }

    @PostMapping("/api/v1/mall/checkouts/{checkout}/payments")
    ResponseEntity<byte[]> start(@PathVariable("checkout") String checkout, HttpServletRequest request)
            throws IOException {
        var form = Form.of(request);
        var ways = new Cashier.Ways(
                form.findMoney("cash").orElse(Money.ZERO),
                form.findMoney("constant").orElse(Money.ZERO),
                form.findText("channel", 40),
                form.findWord("scene", PayChannel.Scene.class).orElse(PayChannel.Scene.PAGE),
                form.findText("payer", 128).orElse(""));
        form.end();
        return Reply.ok(fields(till.cashier().start(callers.of(request), Asked.id(checkout), ways)));
    }

    @GetMapping("/api/v1/mall/checkouts/{checkout}/payments")
    ResponseEntity<byte[]> state(@PathVariable("checkout") String checkout, HttpServletRequest request) {
        Query.of(request);
        return Reply.ok(fields(till.cashier().state(callers.of(request), Asked.id(checkout))));
    }

    private static Map<String, Object> fields(Cashier.Started started) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("paid", started.paid());
        fields.put(
                "payments", started.payments().stream().map(CashierApi::fields).toList());
        started.instruction().ifPresent(instruction -> fields.put("instruction", instruction.fields()));
        return fields;
    }

    static Map<String, Object> fields(Payment payment) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", payment.id());
        fields.put("checkout", payment.checkout());
        payment.order().ifPresent(order -> fields.put("order", order));
        fields.put("way", Fields.word(payment.way()));
        payment.channel().ifPresent(channel -> fields.put("channel", channel));
        fields.put("reference", payment.reference());
        fields.put("amount", payment.amount().toString());
        fields.put("refunded", payment.refunded().toString());
        fields.put("status", Fields.word(payment.status()));
        fields.put("counts", payment.counts());
        fields.put("started_at", payment.startedAt().toString());
        payment.paidAt().ifPresent(at -> fields.put("paid_at", at.toString()));
        return fields;
    }

    /// Channels have no session: what they send is believed by its signature alone.
    @PostMapping("/api/v1/mall/notifications/{channel}")
    ResponseEntity<byte[]> told(@PathVariable("channel") String channel, HttpServletRequest request)
            throws IOException {
        String body = new String(Body.read(request, MOST_TOLD, TOLD), StandardCharsets.UTF_8);
        Map<String, String> headers = new HashMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), request.getHeader(name));
        }
        var kept = till.notifications().receive(channel, new PayChannel.Envelope(headers, body));
        var answer = kept.acknowledgement();
        return Reply.bytes(200, answer.body().getBytes(StandardCharsets.UTF_8), answer.mediaType());
    }
}
