package hongli.web.mall.merchant;

import hongli.mall.access.Permission;
import hongli.mall.merchant.Seller;
import hongli.mall.merchant.Statistics;
import hongli.web.api.Reply;
import hongli.web.mall.Asked;
import hongli.web.mall.Callers;
import hongli.web.mall.Fields;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What a merchant sold, for its clerks, and what all of them did, for operators.
@RestController
final class StatisticsApi {
    private final Callers callers;
    private final Statistics statistics;

    StatisticsApi(Callers callers, Statistics statistics) {
        this.callers = callers;
        this.statistics = statistics;
    }

    @GetMapping("/api/v1/merchant/statistics")
    ResponseEntity<byte[]> days(HttpServletRequest request) {
        var actor = Seller.requireMay(callers.of(request), Permission.ORDERS_READ);
        var asked = Asked.of(request, "from", "until");
        return Reply.ok(Fields.of(statistics.days(actor, asked.date("from"), asked.date("until"))));
    }

    @GetMapping("/api/v1/merchant/statistics/best")
    ResponseEntity<byte[]> best(HttpServletRequest request) {
        var actor = Seller.requireMay(callers.of(request), Permission.ORDERS_READ);
        var asked = Asked.of(request, "from", "until");
        return Reply.ok(Fields.of(statistics.best(actor, asked.date("from"), asked.date("until"))));
    }

    @GetMapping("/api/v1/operator/statistics")
    ResponseEntity<byte[]> daysOfAll(HttpServletRequest request) {
        var actor = callers.of(request).requireOperator(Permission.ORDERS_READ);
        var asked = Asked.of(request, "from", "until", "merchant");
        return Reply.ok(Fields.of(
                statistics.daysOfAll(actor, asked.number("merchant"), asked.date("from"), asked.date("until"))));
    }

    @GetMapping("/api/v1/operator/statistics/best")
    ResponseEntity<byte[]> bestOfAll(HttpServletRequest request) {
        var actor = callers.of(request).requireOperator(Permission.ORDERS_READ);
        var asked = Asked.of(request, "from", "until", "merchant");
        return Reply.ok(Fields.of(
                statistics.bestOfAll(actor, asked.number("merchant"), asked.date("from"), asked.date("until"))));
    }
}
