package hongli.web.mall.order;

import hongli.mall.coupon.CouponKind;
import hongli.mall.coupon.Coupons;
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
import org.springframework.web.bind.annotation.RestController;

/// The coupon centre: what may be taken, and what the caller has.
@RestController
final class CouponApi {
    private final Callers callers;
    private final Coupons coupons;

    CouponApi(Callers callers, Coupons coupons) {
        this.callers = callers;
        this.coupons = coupons;
    }

    @GetMapping("/api/v1/mall/coupon-kinds")
    ResponseEntity<byte[]> kinds(HttpServletRequest request) {
        var asked = Asked.of(request, "merchant");
        return Reply.ok(Fields.page(coupons.on(asked.number("merchant"), asked.wish()), CouponKind::told));
    }

    @PostMapping("/api/v1/mall/coupon-kinds/{id}/coupons")
    ResponseEntity<byte[]> take(HttpServletRequest request, @PathVariable("id") String id) throws IOException {
        var actor = callers.of(request).requireMember();
        Form.of(request).end();
        return Reply.ok(Map.of("id", coupons.take(actor, Asked.id(id))));
    }

    @GetMapping("/api/v1/mall/coupons")
    ResponseEntity<byte[]> mine(HttpServletRequest request) {
        var actor = callers.of(request).requireMember();
        var asked = Asked.of(request, "shown");
        var shown = asked.word("shown", Coupons.Shown.class);
        return Reply.ok(Fields.page(coupons.mine(actor, shown, asked.wish()), Told::coupon));
    }
}
