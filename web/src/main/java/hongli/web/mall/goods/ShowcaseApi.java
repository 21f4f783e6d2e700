package hongli.web.mall.goods;

import hongli.mall.Assortment;
import hongli.mall.goods.Kind;
import hongli.mall.goods.Stock;
import hongli.mall.search.Search;
import hongli.web.api.Reply;
import hongli.web.mall.Asked;
import hongli.web.mall.Callers;
import hongli.web.mall.Fields;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Goods as customers see them.
@RestController
final class ShowcaseApi {
    private final Callers callers;
    private final Assortment assortment;

    ShowcaseApi(Callers callers, Assortment assortment) {
        this.callers = callers;
        this.assortment = assortment;
    }

    @GetMapping("/api/v1/mall/goods")
    ResponseEntity<byte[]> search(HttpServletRequest request) {
        var asked = Asked.of(request, "text", "category", "brand", "merchant", "kind", "from", "until", "inStock");
        var question = new Search.Question(
                asked.text("text", 100),
                asked.number("category"),
                asked.number("brand"),
                asked.number("merchant"),
                asked.word("kind", Kind.class),
                asked.money("from"),
                asked.money("until"),
                asked.flag("inStock"));
        return Reply.ok(Fields.of(assortment.search().page(callers.of(request), question, asked.wish())));
    }

    @GetMapping("/api/v1/mall/goods/{id}")
    ResponseEntity<byte[]> page(@PathVariable("id") String id, HttpServletRequest request) {
        Asked.of(request);
        return Reply.ok(Fields.of(assortment.showcase().page(callers.of(request), Asked.id(id))));
    }

    @GetMapping("/api/v1/mall/variants/{id}/days")
    ResponseEntity<byte[]> days(@PathVariable("id") String id, HttpServletRequest request) {
        var asked = Asked.of(request, "from", "until");
        var days = new Stock.Days(asked.date("from"), asked.date("until"));
        return Reply.ok(Fields.of(assortment.showcase().days(Asked.id(id), days)));
    }

    @GetMapping("/api/v1/mall/categories")
    ResponseEntity<byte[]> categories(HttpServletRequest request) {
        Asked.of(request);
        return Reply.ok(Fields.of(assortment.categories().all()));
    }

    @GetMapping("/api/v1/mall/brands")
    ResponseEntity<byte[]> brands(HttpServletRequest request) {
        Asked.of(request);
        return Reply.ok(Fields.of(assortment.brands().all()));
    }
}
