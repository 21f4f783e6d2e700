package hongli.web.mall.house;

import hongli.mall.Mall;
import hongli.mall.sandbox.Sandbox;
import hongli.web.api.Query;
import hongli.web.api.Reply;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What everybody may know of the mall before anything else, such as that no real money moves in it.
@RestController
final class ShopApi {
    private static final Map<String, String> NOTICE = Map.of(
            "zh",
            "这是沙盒：付款、提现、短信都是模拟的，没有真钱进出。",
            "en",
            "This is a sandbox: payments, withdrawals and messages are played, and no real money moves.");

    private final Mall mall;

    ShopApi(Mall mall) {
        this.mall = mall;
    }

    @GetMapping("/api/v1/mall/shop")
    ResponseEntity<byte[]> shop(HttpServletRequest request) {
        Query.of(request);
        Sandbox.State state = mall.sandbox().state();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("now", state.now().toString());
        fields.put("sandbox", state.sandbox());
        fields.put("demo", state.demo());
        fields.put("multiMerchant", mall.assortment().mode().isMulti());
        fields.put("programme", mall.programme().id().text());
        if (state.sandbox()) {
            fields.put("notice", NOTICE);
        }
        return Reply.ok(fields);
    }
}
