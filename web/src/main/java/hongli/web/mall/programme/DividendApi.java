package hongli.web.mall.programme;

import hongli.mall.programme.DailyDividends;
import hongli.web.api.Query;
import hongli.web.api.Reply;
import hongli.web.mall.Asked;
import hongli.web.mall.Callers;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What each closed day brought a member: for the member, and for operators.
@RestController
final class DividendApi {
    private static final int USUAL = 30;
    private static final int MOST = 400;

    private final Callers callers;
    private final DailyDividends dividends;

    DividendApi(Callers callers, DailyDividends dividends) {
        this.callers = callers;
        this.dividends = dividends;
    }

    @GetMapping("/api/v1/mall/me/dividends")
    ResponseEntity<byte[]> mine(HttpServletRequest request) {
        var actor = callers.of(request).requireMember();
        Query query = Query.of(request, "cursor", "limit");
        return page(query, dividends.mine(actor));
    }

    @GetMapping("/api/v1/operator/members/{id}/dividends")
    ResponseEntity<byte[]> of(@PathVariable("id") String id, HttpServletRequest request) {
        var actor = callers.of(request);
        var days = dividends.of(actor, Asked.id(id));
        return page(Query.of(request, "cursor", "limit"), days);
    }

    /// Days before the position `cursor`.
    private static ResponseEntity<byte[]> page(Query query, List<DailyDividends.Day> days) {
        long before = query.number("cursor", Long.MAX_VALUE, 1, Long.MAX_VALUE);
        int limit = query.limit(USUAL, MOST);
        List<DailyDividends.Day> rest =
                days.stream().filter(day -> day.position() < before).toList();
        List<DailyDividends.Day> shown = rest.subList(0, Math.min(limit, rest.size()));
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("items", shown.stream().map(DividendApi::fields).toList());
        if (shown.size() < rest.size()) {
            fields.put("next", Long.toString(shown.getLast().position()));
        }
        return Reply.ok(fields);
    }

    private static Map<String, Object> fields(DailyDividends.Day day) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("date", day.date().toString());
        fields.put("amount", day.amount().toString());
        fields.put("booked", day.booked());
        fields.put("at", day.at().toString());
        fields.put("position", day.position());
        return fields;
    }
}
