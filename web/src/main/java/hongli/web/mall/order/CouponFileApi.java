package hongli.web.mall.order;

import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.coupon.CouponKinds;
import hongli.mall.coupon.CouponTerms;
import hongli.web.api.Reply;
import hongli.web.mall.Asked;
import hongli.web.mall.Callers;
import hongli.web.mall.Csv;
import hongli.web.mall.CsvFile;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Kinds of coupons as files of CSV.
@RestController
final class CouponFileApi {
    private final Callers callers;
    private final CouponKinds kinds;

    CouponFileApi(Callers callers, CouponKinds kinds) {
        this.callers = callers;
        this.kinds = kinds;
    }

    @GetMapping({"/api/v1/merchant/coupon-kinds.csv", "/api/v1/operator/coupon-kinds.csv"})
    void give(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var asked = Asked.only(request, "text", "sort");
        var actor = callers.of(request);
        String text = asked.text("text", 60);
        Csv.send(
                response,
                "coupon-kinds",
                asked.text("sort", 40),
                CouponFile.COLUMNS,
                wish -> kinds.page(actor, text, wish));
    }

    @PostMapping("/api/v1/merchant/coupon-kinds.csv")
    ResponseEntity<byte[]> takeOfMerchant(HttpServletRequest request) throws IOException {
        var clerk = callers.of(request).requireClerk(Permission.COUPONS_CHANGE);
        return take(request, clerk, OptionalLong.of(clerk.merchant()));
    }

    @PostMapping("/api/v1/operator/coupon-kinds.csv")
    ResponseEntity<byte[]> takeOfAll(HttpServletRequest request) throws IOException {
        return take(request, callers.of(request).requireOperator(Permission.COUPONS_CHANGE), OptionalLong.empty());
    }

    private ResponseEntity<byte[]> take(HttpServletRequest request, Actor actor, OptionalLong own) throws IOException {
        boolean dry = Asked.only(request, "dry").flag("dry");
        var file = CsvFile.of(request, CouponFile.CELLS);
        var read = file.read(line -> CouponFile.read(line, own));
        file.end();
        Map<Integer, CouponTerms> fresh = new LinkedHashMap<>();
        read.forEach((line, terms) -> terms.ifPresent(there -> fresh.put(line, there)));
        int added = kinds.addAll(actor, fresh, dry);
        return Reply.ok(Map.of("lines", read.size(), "added", added, "kept", read.size() - added));
    }
}
