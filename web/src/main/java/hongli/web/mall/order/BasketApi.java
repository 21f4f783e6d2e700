package hongli.web.mall.order;

import hongli.mall.basket.Baskets;
import hongli.mall.order.Quotes;
import hongli.mall.price.Item;
import hongli.web.api.Query;
import hongli.web.api.Reply;
import hongli.web.mall.Callers;
import hongli.web.mall.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// The caller's basket, and what its lines or any others would cost.
@RestController
final class BasketApi {
    private final Callers callers;
    private final Baskets baskets;
    private final Quotes quotes;

    BasketApi(Callers callers, Baskets baskets, Quotes quotes) {
        this.callers = callers;
        this.baskets = baskets;
        this.quotes = quotes;
    }

    @GetMapping("/api/v1/mall/basket")
    ResponseEntity<byte[]> lines(HttpServletRequest request) {
        Query.of(request);
        return Reply.ok(Told.basket(baskets.lines(callers.of(request))));
    }

    @PostMapping("/api/v1/mall/basket/lines")
    ResponseEntity<byte[]> put(HttpServletRequest request) throws IOException {
        var actor = callers.of(request).requireMember();
        Form form = Form.of(request);
        Item.Key key = WishForm.key(form);
        long quantity = WishForm.quantity(form);
        form.end();
        baskets.put(actor, key, quantity);
        return Reply.ok(Told.basket(baskets.lines(actor)));
    }

    @PostMapping("/api/v1/mall/basket/removals")
    ResponseEntity<byte[]> remove(HttpServletRequest request) throws IOException {
        var actor = callers.of(request).requireMember();
        Form form = Form.of(request);
        List<Item.Key> keys = WishForm.keys(form);
        form.end();
        baskets.remove(actor, keys);
        return Reply.ok(Told.basket(baskets.lines(actor)));
    }

    @PostMapping("/api/v1/mall/quotes")
    ResponseEntity<byte[]> quote(HttpServletRequest request) throws IOException {
        return Reply.ok(quotes.quote(callers.of(request), WishForm.quoted(request)));
    }
}
