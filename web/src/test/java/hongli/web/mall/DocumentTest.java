package hongli.web.mall;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.mall.order.OrderGround;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The one document of all endpoints, merged from the ledger's and those of the mall's subjects, and the server say the
/// same.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentTest {
    private static final Pattern GAP = Pattern.compile("\\{(\\w+)}");

    private MallHouse house;
    private JsonNode document;

    @BeforeAll
    void open() throws IOException, InterruptedException {
        house = new MallHouse();
        document = JsonMapper.builder()
                .build()
                .readTree(house.fetch("", "/api/v1/openapi.json").body());
    }

    @AfterAll
    void close() {
        house.close();
    }

    /// An operation of the document.
    private record Operation(String method, String path, JsonNode node) {
        @Override
        public String toString() {
            return method.toUpperCase(Locale.ROOT) + " " + path;
        }
    }

    private List<Operation> operations() {
        return document.get("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(method -> new Operation(method.getKey(), path.getKey(), method.getValue())))
                .toList();
    }

    @Test
    void describesEveryRouteAndNoOther() {
        var routes = new TreeSet<>(house.routes());
        routes.removeIf(
                route -> route.matches("GET (/|/api/?|/page/\\{name}|/join|/(console|assets|static|pages).*|/\\{.*)"));
        var described = new TreeSet<String>();
        operations().forEach(operation -> described.add(operation.toString()));
        assertThat(described).isEqualTo(routes);
    }

    @Test
    void holdsEverythingThatThePartsSay() throws IOException {
        var files = new PathMatchingResourcePatternResolver().getResources("classpath*:openapi/*.json");
        assertThat(files).hasSizeGreaterThan(6);
        for (var file : files) {
            JsonNode part;
            try (var in = file.getInputStream()) {
                part = JsonMapper.builder().build().readTree(in);
            }
            part.get("components")
                    .propertyStream()
                    .forEach(kind -> kind.getValue()
                            .propertyStream()
                            .forEach(one -> assertThat(document.at("/components/" + kind.getKey() + "/" + one.getKey()))
                                    .as("%s: %s", file.getFilename(), one.getKey())
                                    .isEqualTo(one.getValue())));
            part.get("tags")
                    .forEach(tag ->
                            assertThat(document.get("tags").valueStream()).contains(tag));
        }
    }

    @Test
    void pointsOnlyToWhatIsThere() {
        assertThat(document.findValuesAsString("$ref"))
                .isNotEmpty()
                .allSatisfy(ref -> assertThat(document.at(ref.substring(1)).isMissingNode())
                        .isFalse());
    }

    @Test
    void namesEveryOperationOnceAndByTagsThatAreExplained() {
        Set<String> names = new HashSet<>();
        Set<String> tags = document.get("tags")
                .valueStream()
                .map(tag -> tag.get("name").asString())
                .collect(Collectors.toSet());
        assertThat(tags).hasSize(document.get("tags").size());
        for (Operation operation : operations()) {
            assertThat(names.add(operation.node().get("operationId").asString()))
                    .as("%s is named twice", operation)
                    .isTrue();
            assertThat(operation.node().get("tags").valueStream().map(JsonNode::asString))
                    .as("%s", operation)
                    .isNotEmpty()
                    .isSubsetOf(tags);
        }
    }

    @Test
    void isWellFormed() {
        assertThat(document.get("openapi").asString()).isEqualTo("3.1.0");
        assertThat(document.at("/info/title").asString()).isNotBlank();
        List<String> faults = new ArrayList<>();
        operations().forEach(operation -> faults.addAll(faults(operation)));
        assertThat(faults).isEmpty();
    }

    private List<String> faults(Operation operation) {
        List<String> faults = new ArrayList<>();
        JsonNode node = operation.node();
        Set<String> gaps =
                GAP.matcher(operation.path()).results().map(gap -> gap.group(1)).collect(Collectors.toSet());
        for (JsonNode parameter : node.path("parameters")) {
            boolean sound = parameter.has("name")
                    && parameter.has("schema")
                    && List.of("path", "query", "header")
                            .contains(parameter.path("in").asString());
            if (!sound) {
                faults.add(operation + " has a parameter without a name, place or schema: " + parameter);
            }
            if (parameter.path("in").asString().equals("path")) {
                if (!gaps.remove(parameter.path("name").asString())
                        || !parameter.path("required").asBoolean()) {
                    faults.add(operation + " has a part of its path wrong: " + parameter);
                }
            }
        }
        gaps.forEach(gap -> faults.add(operation + " does not explain {" + gap + "}"));
        if (node.path("responses").isEmpty() || node.path("summary").asString().isBlank()) {
            faults.add(operation + " has no summary or no responses");
        }
        node.path("responses").forEachEntry((status, answer) -> {
            if (!status.matches("[1-5][0-9]{2}|default") || !answer.has("description")) {
                faults.add(operation + " answers without saying what: " + status);
            }
        });
        for (JsonNode way : node.path("security")) {
            way.propertyNames().forEach(name -> {
                if (document.at("/components/securitySchemes/" + name).isMissingNode()) {
                    faults.add(operation + " is opened by an unknown key: " + name);
                }
            });
        }
        return faults;
    }

    @Test
    void saysWhereASessionIsNeeded() {
        for (Operation operation : operations()) {
            if (operation.path().matches("/api/v1/(operator|merchant)/.*")
                    && !operation.path().endsWith("/sessions")) {
                assertThat(operation.node().get("security").valueStream().map(way -> Set.copyOf(way.propertyNames())))
                        .as("%s", operation)
                        .containsExactly(Set.of("session"), Set.of("workerCookie"));
            }
        }
    }

    @Test
    void listsTheMallsReasonsToSayNo() {
        Map<String, JsonNode> problems = document.get("x-problems")
                .valueStream()
                .collect(Collectors.toMap(one -> one.get("code").asString(), one -> one));
        assertThat(Arrays.stream(OrderGround.values()).map(OrderGround::code)).isSubsetOf(problems.keySet());
        assertThat(Objects.requireNonNull(problems.get("sold_out"))
                        .get("status")
                        .asInt())
                .isEqualTo(409);
        assertThat(problems.values())
                .allSatisfy(one -> assertThat(Stream.of("zh", "en", "expectedZh", "expectedEn")
                                .map(name -> one.get(name).asString()))
                        .noneMatch(String::isBlank));
        assertThat(document.at("/components/schemas/Problem/properties/code/enum")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(problems.keySet());
    }
}
