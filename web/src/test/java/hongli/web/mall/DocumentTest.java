package hongli.web.mall;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The documents of the mall's endpoints and the server say the same.
class DocumentTest {
    private static final List<String> SUBJECTS = List.of("people", "goods", "merchant", "order", "trade", "programme");

    private static JsonNode document(String subject) {
        try (var in = DocumentTest.class.getResourceAsStream("/openapi/" + subject + ".json")) {
            return JsonMapper.builder().build().readTree(Objects.requireNonNull(in, subject));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void describesEveryRouteOfTheMallAndNoOther() {
        var described = new TreeSet<String>();
        for (String subject : SUBJECTS) {
            document(subject)
                    .get("paths")
                    .propertyStream()
                    .forEach(path -> path.getValue()
                            .propertyNames()
                            .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        }
        try (var house = new MallHouse()) {
            var routes = new TreeSet<>(house.routes());
            routes.removeIf(route -> !route.matches("[A-Z]+ /api/v1/(mall|merchant|operator)/.*"));

            assertThat(described).isEqualTo(routes);
        }
    }

    @Test
    void pointsOnlyToWhatIsThere() {
        for (String subject : SUBJECTS) {
            JsonNode document = document(subject);
            document.findValuesAsString("$ref").stream()
                    .filter(ref -> !ref.endsWith("/Problem"))
                    .forEach(ref -> assertThat(document.at(ref.substring(1)).isMissingNode())
                            .as(ref)
                            .isFalse());
        }
    }
}
