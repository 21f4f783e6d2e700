package hongli.web.mall.order;

import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.order.Buying;
import hongli.web.api.Reply;
import hongli.web.mall.Asked;
import hongli.web.mall.Callers;
import hongli.web.mall.Fields;
import hongli.web.mall.Form;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Orders as a merchant's clerks and the platform's operators look at them.
@RestController
final class StaffOrderApi {
    private final Callers callers;
    private final Buying trade;

    StaffOrderApi(Callers callers, Buying trade) {
        this.callers = callers;
        this.trade = trade;
    }

    @GetMapping("/api/v1/merchant/orders")
    ResponseEntity<byte[]> ofMerchant(HttpServletRequest request) {
        var actor = clerk(request);
        return orders(Asked.of(request, "status", "from", "until", "text", "checkout"), actor);
    }

    @GetMapping("/api/v1/operator/orders")
    ResponseEntity<byte[]> ofAll(HttpServletRequest request) {
        var actor = operator(request);
        return orders(Asked.of(request, "status", "from", "until", "text", "member", "merchant", "checkout"), actor);
    }

    @GetMapping("/api/v1/merchant/orders/{id}")
    ResponseEntity<byte[]> oneOfMerchant(HttpServletRequest request, @PathVariable("id") String id) {
        return Reply.ok(Told.paper(trade.lists().one(clerk(request), Asked.id(id))));
    }

    @GetMapping("/api/v1/operator/orders/{id}")
    ResponseEntity<byte[]> oneOfAll(HttpServletRequest request, @PathVariable("id") String id) {
        return Reply.ok(Told.paper(trade.lists().one(operator(request), Asked.id(id))));
    }

    @GetMapping("/api/v1/merchant/orders.csv")
    void csvOfMerchant(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var asked = Asked.only(request, "status", "from", "until", "text", "checkout", "sort");
        OrderCsv.send(trade.lists(), clerk(request), asked, response);
    }

    @GetMapping("/api/v1/operator/orders.csv")
    void csvOfAll(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var asked = Asked.only(request, "status", "from", "until", "text", "member", "merchant", "checkout", "sort");
        OrderCsv.send(trade.lists(), operator(request), asked, response);
    }

    @PostMapping("/api/v1/operator/checkouts/{id}/cancellation")
    ResponseEntity<byte[]> cancel(HttpServletRequest request, @PathVariable("id") String id) throws IOException {
        var actor = callers.of(request).requireOperator(Permission.ORDERS_CHANGE);
        Form form = Form.of(request);
        String reason = form.text("reason", 200);
        form.end();
        trade.orders().cancel(actor, Asked.id(id), reason);
        return Reply.ok(Told.checkout(trade.lists().checkout(actor, Asked.id(id))));
    }

    private ResponseEntity<byte[]> orders(Asked asked, Actor actor) {
        return Reply.ok(Fields.page(trade.lists().page(actor, OrderFilter.of(asked), asked.wish()), Told::summary));
    }

    private Actor clerk(HttpServletRequest request) {
        return callers.of(request).requireClerk(Permission.ORDERS_READ);
    }

    private Actor operator(HttpServletRequest request) {
        return callers.of(request).requireOperator(Permission.ORDERS_READ);
    }
}
