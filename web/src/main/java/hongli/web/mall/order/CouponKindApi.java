package hongli.web.mall.order;

import hongli.economy.exact.Money;
import hongli.economy.exact.Rate;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.coupon.CouponKind;
import hongli.mall.coupon.CouponKinds;
import hongli.mall.coupon.CouponTerms;
import hongli.mall.price.Off;
import hongli.web.api.Reply;
import hongli.web.mall.Asked;
import hongli.web.mall.Callers;
import hongli.web.mall.Fields;
import hongli.web.mall.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Kinds of coupons, as merchants and operators make them.
@RestController
final class CouponKindApi {
    private static final long MOST_ID = Long.MAX_VALUE / 10;

    private final Callers callers;
    private final CouponKinds kinds;

    CouponKindApi(Callers callers, CouponKinds kinds) {
        this.callers = callers;
        this.kinds = kinds;
    }

    @GetMapping("/api/v1/merchant/coupon-kinds")
    ResponseEntity<byte[]> ofMerchant(HttpServletRequest request) {
        return page(request, clerk(request));
    }

    @GetMapping("/api/v1/operator/coupon-kinds")
    ResponseEntity<byte[]> ofAll(HttpServletRequest request) {
        return page(request, operator(request));
    }

    @PostMapping("/api/v1/merchant/coupon-kinds")
    ResponseEntity<byte[]> addForMerchant(HttpServletRequest request) throws IOException {
        var clerk = clerk(request);
        Form form = Form.of(request);
        return added(clerk, form, terms(form, OptionalLong.of(clerk.merchant())));
    }

    @PostMapping("/api/v1/operator/coupon-kinds")
    ResponseEntity<byte[]> addForAll(HttpServletRequest request) throws IOException {
        var operator = operator(request);
        Form form = Form.of(request);
        return added(operator, form, terms(form, number(form, "merchant")));
    }

    @PostMapping("/api/v1/merchant/coupon-kinds/{id}/end")
    ResponseEntity<byte[]> endOfMerchant(HttpServletRequest request, @PathVariable("id") String id) throws IOException {
        return end(request, clerk(request), id);
    }

    @PostMapping("/api/v1/operator/coupon-kinds/{id}/end")
    ResponseEntity<byte[]> endOfAll(HttpServletRequest request, @PathVariable("id") String id) throws IOException {
        return end(request, operator(request), id);
    }

    @PostMapping("/api/v1/merchant/coupon-kinds/{id}/amount")
    ResponseEntity<byte[]> allowOfMerchant(HttpServletRequest request, @PathVariable("id") String id)
            throws IOException {
        return allow(request, clerk(request), id);
    }

    @PostMapping("/api/v1/operator/coupon-kinds/{id}/amount")
    ResponseEntity<byte[]> allowOfAll(HttpServletRequest request, @PathVariable("id") String id) throws IOException {
        return allow(request, operator(request), id);
    }

    @GetMapping("/api/v1/merchant/coupon-kinds/{id}/pieces")
    ResponseEntity<byte[]> piecesOfMerchant(HttpServletRequest request, @PathVariable("id") String id) {
        return pieces(request, clerk(request), id);
    }

    @GetMapping("/api/v1/operator/coupon-kinds/{id}/pieces")
    ResponseEntity<byte[]> piecesOfAll(HttpServletRequest request, @PathVariable("id") String id) {
        return pieces(request, operator(request), id);
    }

    private ResponseEntity<byte[]> pieces(HttpServletRequest request, Actor actor, String id) {
        var asked = Asked.of(request);
        return Reply.ok(Fields.page(kinds.pieces(actor, Asked.id(id), asked.wish()), CouponKindApi::piece));
    }

    private static Map<String, Object> piece(CouponKinds.Piece piece) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", piece.id());
        fields.put("member", piece.member());
        fields.put("takenAt", piece.takenAt().toString());
        piece.checkout().ifPresent(checkout -> fields.put("checkout", checkout));
        return fields;
    }

    private ResponseEntity<byte[]> page(HttpServletRequest request, Actor actor) {
        var asked = Asked.of(request, "text");
        return Reply.ok(Fields.page(kinds.page(actor, asked.text("text", 60), asked.wish()), CouponKind::told));
    }

    private ResponseEntity<byte[]> added(Actor actor, Form form, CouponTerms terms) {
        form.end();
        return Reply.ok(Map.of("id", kinds.add(actor, terms)));
    }

    private ResponseEntity<byte[]> end(HttpServletRequest request, Actor actor, String id) throws IOException {
        Form form = Form.of(request);
        Instant until = form.time("until");
        form.end();
        kinds.end(actor, Asked.id(id), until);
        return Reply.ok(Map.of("until", until.toString()));
    }

    private ResponseEntity<byte[]> allow(HttpServletRequest request, Actor actor, String id) throws IOException {
        Form form = Form.of(request);
        long all = form.number("mostIssued", 1, 1_000_000_000);
        form.end();
        kinds.allow(actor, Asked.id(id), all);
        return Reply.ok(Map.of("mostIssued", all));
    }

    static CouponTerms terms(Form form, OptionalLong merchant) {
        return new CouponTerms(
                merchant,
                number(form, "category"),
                form.text("name", 60),
                form.findMoney("threshold").orElse(Money.ZERO),
                off(form),
                form.flag("stacks", false),
                new CouponTerms.Limits(
                        form.number("mostIssued", 1, 1_000_000_000), (int) form.number("eachMember", 1, 1_000)),
                form.time("from"),
                form.time("until"));
    }

    private static Off off(Form form) {
        Optional<Money> amount = form.findMoney("off");
        Optional<Long> part = form.findNumber("offMillionths", 1, 999_999);
        Optional<Money> most = form.findMoney("most");
        if (amount.isPresent() == part.isPresent() || amount.isPresent() && most.isPresent()) {
            form.fault("off", "wrong_form", "either off, or offMillionths with or without a most", "");
        }
        return part.<Off>map(millionths -> new Off.Part(new Rate(millionths), most))
                .orElseGet(() -> new Off.Amount(amount.orElse(Money.ZERO)));
    }

    static OptionalLong number(Form form, String name) {
        return form.findNumber(name, 1, MOST_ID).map(OptionalLong::of).orElse(OptionalLong.empty());
    }

    private Actor.Clerk clerk(HttpServletRequest request) {
        return callers.of(request).requireClerk(Permission.COUPONS_CHANGE);
    }

    private Actor operator(HttpServletRequest request) {
        return callers.of(request).requireOperator(Permission.COUPONS_CHANGE);
    }
}
