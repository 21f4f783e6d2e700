package hongli.web.api;

import hongli.web.SampleShop;
import hongli.web.SampleShop.Loaded;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// The sample shop at the push of a button.
@RestController
public final class SampleApi {
    private static final int MAX_BYTES = 100;

    private final SampleShop shop;

    public SampleApi(SampleShop shop) {
        this.shop = shop;
    }

    @PostMapping("/api/v1/sample")
    ResponseEntity<byte[]> load(HttpServletRequest request) throws IOException {
        Query.of(request);
        var _ = Body.read(request, MAX_BYTES, List.of(Body.JSON));
        Loaded loaded = shop.load();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("programme", loaded.programme().text());
        fields.put("commands", loaded.commands());
        return Reply.ok(fields);
    }
}
