package hongli.web.api;

import hongli.ledger.Ledger;
import hongli.ledger.ProgrammeId;
import hongli.ledger.reading.PricePoint;
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

    public PriceApi(Ledger ledger) {
        this.ledger = ledger;
    }

    /// The whole history in at most `points` points, or a page of it that begins at the position `cursor`.
    @GetMapping("/api/v1/programmes/{programme}/prices")
    ResponseEntity<byte[]> list(@PathVariable("programme") String programme, HttpServletRequest request) {
        Query query = Query.of(request, "cursor", "limit", "points");
        Addresses.read(ledger, programme, _ -> true);
        ProgrammeId id = Addresses.programme(programme);
        boolean isWhole = query.text("points").isPresent();
        int limit = query.limit(500, MOST);
        List<PricePoint> points = isWhole
                ? whole(id, query)
                : ledger.prices()
                        .page(id, query.number("cursor", 0, 0, Long.MAX_VALUE), limit)
                        .orElseThrow();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("prices", points.stream().map(PriceApi::fields).toList());
        if (!isWhole && points.size() == limit) {
            fields.put("next", Long.toString(points.getLast().position() + 1));
        }
        return Reply.ok(fields);
    }

    private List<PricePoint> whole(ProgrammeId id, Query query) {
        for (String other : List.of("cursor", "limit")) {
            if (query.text(other).isPresent()) {
                throw Query.unsound(other, "wrong_form", "points alone, or cursor and limit", "both");
            }
        }
        return ledger.prices()
                .thinned(id, (int) query.number("points", 0, 2, MOST))
                .orElseThrow();
    }

    private static Map<String, Object> fields(PricePoint point) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("position", point.position());
        fields.put("at", point.at().toString());
        var price = point.price();
        if (price != null) {
            fields.put("price", price.toString());
        }
        fields.put("pool", point.pool().toString());
        fields.put("circulating", point.circulating().toString());
        fields.put("issued", point.issued().toString());
        fields.put("burned", point.burned().toString());
        return fields;
    }
}
