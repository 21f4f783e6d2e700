package hongli.web.mall.goods;

import hongli.mall.review.Reviews;
import hongli.web.api.Reply;
import hongli.web.mall.Asked;
import hongli.web.mall.Callers;
import hongli.web.mall.Fields;
import hongli.web.mall.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Reviews: read and written by customers, answered by merchants, hidden by operators.
@RestController
final class ReviewApi {
    private static final int LONGEST = 2_000;

    private final Callers callers;
    private final Reviews reviews;

    ReviewApi(Callers callers, Reviews reviews) {
        this.callers = callers;
        this.reviews = reviews;
    }

    @GetMapping("/api/v1/mall/goods/{id}/reviews")
    ResponseEntity<byte[]> shown(@PathVariable("id") String id, HttpServletRequest request) {
        var asked = Asked.of(request, "stars");
        return Reply.ok(Fields.of(reviews.shown(Asked.id(id), stars(asked), asked.wish())));
    }

    @GetMapping("/api/v1/mall/goods/{id}/stars")
    ResponseEntity<byte[]> summary(@PathVariable("id") String id, HttpServletRequest request) {
        Asked.of(request);
        return Reply.ok(Fields.of(reviews.summary(Asked.id(id))));
    }

    @PostMapping("/api/v1/mall/reviews")
    ResponseEntity<byte[]> write(HttpServletRequest request) throws IOException {
        var actor = callers.of(request);
        var form = Form.of(request);
        long line = form.number("line", 1, Long.MAX_VALUE);
        var opinion = new Reviews.Opinion((int) form.number("stars", 1, 5), form.text("content", LONGEST));
        form.end();
        return Reply.json(201, Map.of("id", reviews.write(actor, line, opinion)));
    }

    @GetMapping("/api/v1/merchant/reviews")
    ResponseEntity<byte[]> own(HttpServletRequest request) {
        var asked = Asked.of(request, "product", "stars", "hidden");
        return Reply.ok(Fields.of(reviews.own(callers.of(request), filter(asked), asked.wish())));
    }

    @PostMapping("/api/v1/merchant/reviews/{id}/reply")
    ResponseEntity<byte[]> reply(@PathVariable("id") String id, HttpServletRequest request) throws IOException {
        var actor = callers.of(request);
        var form = Form.of(request);
        String reply = form.text("reply", LONGEST);
        form.end();
        reviews.reply(actor, Asked.id(id), reply);
        return Reply.ok(Map.of());
    }

    @GetMapping("/api/v1/operator/reviews")
    ResponseEntity<byte[]> all(HttpServletRequest request) {
        var asked = Asked.of(request, "product", "stars", "hidden");
        return Reply.ok(Fields.of(reviews.all(callers.of(request), filter(asked), asked.wish())));
    }

    @PostMapping("/api/v1/operator/reviews/{id}/hide")
    ResponseEntity<byte[]> hide(@PathVariable("id") String id, HttpServletRequest request) {
        reviews.hide(callers.of(request), Asked.id(id), true);
        return Reply.ok(Map.of());
    }

    @PostMapping("/api/v1/operator/reviews/{id}/show")
    ResponseEntity<byte[]> show(@PathVariable("id") String id, HttpServletRequest request) {
        reviews.hide(callers.of(request), Asked.id(id), false);
        return Reply.ok(Map.of());
    }

    private static Reviews.Filter filter(Asked asked) {
        return new Reviews.Filter(asked.number("product"), stars(asked), asked.findFlag("hidden"));
    }

    private static @Nullable Integer stars(Asked asked) {
        Long stars = asked.number("stars");
        return stars == null ? null : Integer.valueOf((int) Math.min(stars, 6));
    }
}
