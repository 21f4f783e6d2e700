package hongli.web.mall.order;

import hongli.mall.order.Buying;
import hongli.mall.table.Tables;
import hongli.web.api.Reply;
import hongli.web.mall.Asked;
import hongli.web.mall.Callers;
import hongli.web.mall.Fields;
import hongli.web.mall.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// The caller's own checkouts and orders.
@RestController
final class OrderApi {
    private final Callers callers;
    private final Buying trade;
    private final Tables tables;

    OrderApi(Callers callers, Buying trade, Tables tables) {
        this.callers = callers;
        this.trade = trade;
        this.tables = tables;
    }

    @PostMapping("/api/v1/mall/checkouts")
    ResponseEntity<byte[]> place(HttpServletRequest request) throws IOException {
        var actor = callers.of(request).requireMember();
        long checkout = trade.placing().place(actor, WishForm.request(Form.of(request)));
        return Reply.ok(Told.checkout(trade.lists().checkout(actor, checkout)));
    }

    @GetMapping("/api/v1/mall/checkouts/{id}")
    ResponseEntity<byte[]> checkout(HttpServletRequest request, @PathVariable("id") String id) {
        var actor = callers.of(request).requireMember();
        return Reply.ok(Told.checkout(trade.lists().checkout(actor, Asked.id(id))));
    }

    @PostMapping("/api/v1/mall/checkouts/{id}/cancellation")
    ResponseEntity<byte[]> cancel(HttpServletRequest request, @PathVariable("id") String id) throws IOException {
        var actor = callers.of(request).requireMember();
        Form form = Form.of(request);
        String reason = form.findText("reason", 200).orElse("");
        form.end();
        trade.orders().cancel(actor, Asked.id(id), reason);
        return checkout(request, id);
    }

    @GetMapping("/api/v1/mall/orders")
    ResponseEntity<byte[]> orders(HttpServletRequest request) {
        var actor = callers.of(request).requireMember();
        var asked = Asked.of(request, "status", "from", "until", "text");
        return Reply.ok(Fields.page(trade.lists().page(actor, OrderFilter.of(asked), asked.wish()), Told::summary));
    }

    @GetMapping("/api/v1/mall/orders/{id}")
    ResponseEntity<byte[]> order(HttpServletRequest request, @PathVariable("id") String id) {
        var actor = callers.of(request).requireMember();
        return Reply.ok(Told.paper(trade.lists().one(actor, Asked.id(id))));
    }

    /// The member says that it arrived.
    @PostMapping("/api/v1/mall/orders/{id}/completion")
    ResponseEntity<byte[]> complete(HttpServletRequest request, @PathVariable("id") String id) throws IOException {
        var actor = callers.of(request).requireMember();
        Form.of(request).end();
        tables.run(work -> trade.orders().completed(work, actor, Asked.id(id)));
        return order(request, id);
    }
}
