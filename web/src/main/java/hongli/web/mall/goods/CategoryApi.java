package hongli.web.mall.goods;

import hongli.mall.Assortment;
import hongli.mall.goods.Categories;
import hongli.web.api.Reply;
import hongli.web.mall.Asked;
import hongli.web.mall.Callers;
import hongli.web.mall.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/// Categories and brands as the platform keeps them.
@RestController
final class CategoryApi {
    private static final int LONGEST = 40;

    private final Callers callers;
    private final Assortment assortment;

    CategoryApi(Callers callers, Assortment assortment) {
        this.callers = callers;
        this.assortment = assortment;
    }

    @PostMapping("/api/v1/operator/categories")
    ResponseEntity<byte[]> add(HttpServletRequest request) throws IOException {
        var actor = callers.of(request);
        return Reply.json(201, Map.of("id", assortment.categories().add(actor, category(request))));
    }

    @PutMapping("/api/v1/operator/categories/{id}")
    ResponseEntity<byte[]> change(@PathVariable("id") String id, HttpServletRequest request) throws IOException {
        var actor = callers.of(request);
        assortment.categories().change(actor, Asked.id(id), category(request));
        return Reply.ok(Map.of());
    }

    @DeleteMapping("/api/v1/operator/categories/{id}")
    ResponseEntity<byte[]> remove(@PathVariable("id") String id, HttpServletRequest request) {
        assortment.categories().remove(callers.of(request), Asked.id(id));
        return Reply.ok(Map.of());
    }

    @PostMapping("/api/v1/operator/brands")
    ResponseEntity<byte[]> addBrand(HttpServletRequest request) throws IOException {
        var actor = callers.of(request);
        return Reply.json(201, Map.of("id", assortment.brands().add(actor, brand(request))));
    }

    @PutMapping("/api/v1/operator/brands/{id}")
    ResponseEntity<byte[]> renameBrand(@PathVariable("id") String id, HttpServletRequest request) throws IOException {
        var actor = callers.of(request);
        assortment.brands().rename(actor, Asked.id(id), brand(request));
        return Reply.ok(Map.of());
    }

    @DeleteMapping("/api/v1/operator/brands/{id}")
    ResponseEntity<byte[]> removeBrand(@PathVariable("id") String id, HttpServletRequest request) {
        assortment.brands().remove(callers.of(request), Asked.id(id));
        return Reply.ok(Map.of());
    }

    private static Categories.Wish category(HttpServletRequest request) throws IOException {
        var form = Form.of(request);
        var wish = new Categories.Wish(
                form.findNumber("parent", 1, Long.MAX_VALUE).orElse(null), form.text("name", LONGEST), (int)
                        (long) form.findNumber("place", -1_000_000, 1_000_000).orElse(0L));
        form.end();
        return wish;
    }

    private static String brand(HttpServletRequest request) throws IOException {
        var form = Form.of(request);
        String name = form.text("name", LONGEST);
        form.end();
        return name;
    }
}
