package hongli.web.api;

import hongli.ledger.Ledger;
import hongli.web.ReadModels;
import hongli.web.ReadModels.PricePoint;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The history of price, pool and circulation.
@RestController
public final class PriceApi {
    private static final int MOST = 2_000;

    private final Ledger ledger;
    private final ReadModels readModels;

    public PriceApi(Ledger ledger, ReadModels readModels) {
        this.ledger = ledger;
        this.readModels = readModels;
    }

    /// Prices after the position that is the cursor.
    @GetMapping("/api/v1/programmes/{programme}/prices")
    ResponseEntity<byte[]> list(@PathVariable("programme") String programme, HttpServletRequest request) {
        Query query = Query.of(request, "cursor", "limit");
        int limit = query.limit(500, MOST);
        long after = query.number("cursor", 0, 0, Long.MAX_VALUE);
        Addresses.read(ledger, programme, _ -> true);
        List<PricePoint> points = readModels.prices(Addresses.programme(programme), after, limit);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("prices", points.stream().map(PriceApi::fields).toList());
        if (points.size() == limit) {
            fields.put("next", Long.toString(points.getLast().position()));
        }
        return Reply.ok(fields);
    }

    private static Map<String, Object> fields(PricePoint point) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("position", point.position());
        fields.put("at", point.at().toString());
        fields.put("price", point.price());
        fields.put("pool", point.pool().toString());
        fields.put("circulating", point.circulating().toString());
        return fields;
    }
}
