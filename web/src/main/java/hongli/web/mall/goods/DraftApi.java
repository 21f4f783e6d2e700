package hongli.web.mall.goods;

import hongli.mall.Assortment;
import hongli.mall.goods.Goods;
import hongli.mall.goods.Kind;
import hongli.mall.goods.Product;
import hongli.web.api.Reply;
import hongli.web.mall.Asked;
import hongli.web.mall.Callers;
import hongli.web.mall.Fields;
import hongli.web.mall.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/// Goods as those who sell them write them.
@RestController
final class DraftApi {
    private static final int MOST_BYTES = 1 << 18;

    private final Callers callers;
    private final Assortment assortment;

    DraftApi(Callers callers, Assortment assortment) {
        this.callers = callers;
        this.assortment = assortment;
    }

    static Goods.Filter filter(Asked asked) {
        return new Goods.Filter(
                asked.word("status", Product.Status.class),
                asked.word("kind", Kind.class),
                asked.findFlag("onShelf"),
                asked.findFlag("submitted"),
                asked.number("category"),
                asked.text("text", 100));
    }

    @GetMapping("/api/v1/merchant/goods")
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        var asked = Asked.of(request, "status", "kind", "onShelf", "submitted", "category", "text");
        return Reply.ok(Fields.of(assortment.goods().page(callers.of(request), filter(asked), asked.wish())));
    }

    @GetMapping("/api/v1/merchant/goods/{id}")
    ResponseEntity<byte[]> one(@PathVariable("id") String id, HttpServletRequest request) {
        return Reply.ok(Fields.of(assortment.goods().one(callers.of(request), Asked.id(id))));
    }

    @PostMapping("/api/v1/merchant/goods")
    ResponseEntity<byte[]> create(HttpServletRequest request) throws IOException {
        var actor = callers.of(request);
        var form = Form.of(request, MOST_BYTES);
        Kind kind = form.word("kind", Kind.class);
        var offer = OfferForm.offer(form);
        form.end();
        return Reply.json(201, Map.of("id", assortment.drafts().create(actor, kind, offer)));
    }

    @PutMapping("/api/v1/merchant/goods/{id}")
    ResponseEntity<byte[]> change(@PathVariable("id") String id, HttpServletRequest request) throws IOException {
        var actor = callers.of(request);
        var form = Form.of(request, MOST_BYTES);
        long version = form.number("version", 1, Long.MAX_VALUE);
        var offer = OfferForm.offer(form);
        form.end();
        return Reply.ok(Map.of("version", assortment.drafts().change(actor, Asked.id(id), version, offer)));
    }

    @PostMapping("/api/v1/merchant/goods/{id}/submit")
    ResponseEntity<byte[]> submit(@PathVariable("id") String id, HttpServletRequest request) {
        assortment.drafts().submit(callers.of(request), Asked.id(id));
        return Reply.ok(Map.of());
    }

    @PostMapping("/api/v1/merchant/goods/{id}/discard")
    ResponseEntity<byte[]> discard(@PathVariable("id") String id, HttpServletRequest request) {
        assortment.drafts().discard(callers.of(request), Asked.id(id));
        return Reply.ok(Map.of());
    }

    @PostMapping("/api/v1/merchant/goods/{id}/shelve")
    ResponseEntity<byte[]> shelve(@PathVariable("id") String id, HttpServletRequest request) {
        assortment.drafts().shelve(callers.of(request), Asked.id(id), true);
        return Reply.ok(Map.of());
    }

    @PostMapping("/api/v1/merchant/goods/{id}/unshelve")
    ResponseEntity<byte[]> unshelve(@PathVariable("id") String id, HttpServletRequest request) {
        assortment.drafts().shelve(callers.of(request), Asked.id(id), false);
        return Reply.ok(Map.of());
    }
}
