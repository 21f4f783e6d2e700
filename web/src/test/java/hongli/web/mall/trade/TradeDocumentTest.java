package hongli.web.mall.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class TradeDocumentTest {
    private static final List<Class<?>> ENDPOINTS = List.of(
            CashierApi.class,
            SandboxApi.class,
            DeliveryApi.class,
            CodeApi.class,
            AfterSaleApi.class,
            DecisionApi.class,
            PaymentOfficeApi.class,
            WithdrawalApi.class,
            AmendsApi.class,
            TopUpApi.class);

    @Test
    void describesEveryEndpointAndNoOther() throws IOException {
        var described = new TreeSet<String>();
        document()
                .get("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        var there = new TreeSet<String>();
        for (Class<?> type : ENDPOINTS) {
            for (var method : type.getDeclaredMethods()) {
                for (var get : method.getAnnotationsByType(GetMapping.class)) {
                    Stream.of(get.value()).forEach(path -> there.add("GET " + path));
                }
                for (var post : method.getAnnotationsByType(PostMapping.class)) {
                    Stream.of(post.value()).forEach(path -> there.add("POST " + path));
                }
            }
        }
        assertThat(described).isEqualTo(there);
    }

    private static JsonNode document() throws IOException {
        try (var in = TradeDocumentTest.class.getResourceAsStream("/openapi/trade.json")) {
            return JsonMapper.builder().build().readTree(Objects.requireNonNull(in));
        }
    }
}
