package hongli.web;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.economy.command.CommandReader;
import hongli.economy.fact.Refusal;
import hongli.economy.terms.TermsReader;
import hongli.ledger.wire.Json;
import hongli.ledger.wire.TermsJson;
import hongli.web.problem.Refusals;
import hongli.web.problem.Trouble;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The document and the server say the same.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTest {
    private House house;
    private JsonNode document;

    @BeforeAll
    void open() throws IOException, InterruptedException {
        house = new House().withWine();
        document = JsonMapper.builder()
                .build()
                .readTree(house.fetch("/api/v1/openapi.json").body());
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void describesEveryRouteAndNoOther() {
        var described = new TreeSet<String>();
        document.get("paths")
                .propertyStream()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        var routes = new TreeSet<>(house.server.routes());
        routes.removeIf(
                route -> route.matches("GET (/|/api/?|/page/\\{name}|/join|/(console|assets|static|pages)/.*)"));

        assertThat(document.get("openapi").asString()).isEqualTo("3.1.0");
        assertThat(described).isEqualTo(routes);
    }

    @Test
    void listsEveryCodeAndNoOther() {
        Stream<String> codes = Stream.concat(
                Arrays.stream(Trouble.values()).map(Trouble::code),
                Refusals.all().stream().map(Refusal::code));

        assertThat(document.at("/components/schemas/Problem/properties/code/enum")
                        .valueStream()
                        .map(JsonNode::asString))
                .containsExactlyInAnyOrderElementsOf(codes.collect(Collectors.toSet()));
    }

    @Test
    void showsACommandOfEveryTypeThatCanBeSent() {
        var examples = document.at("/paths/~1api~1v1~1programmes~1{programme}~1commands/post/requestBody/content")
                .get("application/json")
                .get("examples");

        assertThat(examples.propertyNames()).containsExactlyInAnyOrderElementsOf(CommandReader.types());
        examples.propertyStream()
                .forEach(example -> assertThat(CommandReader.read(
                                House.parsed(example.getValue().get("value").toString())))
                        .isInstanceOf(CommandReader.Reading.Understood.class));
    }

    @Test
    void showsTermsThatAreSound() {
        String example = document.at("/components/schemas/Terms/examples/0").toString();

        assertThat(TermsJson.read(example)).isInstanceOf(TermsReader.Reading.Sound.class);
    }

    @Test
    void pointsOnlyToWhatIsThere() {
        document.findValuesAsString("$ref")
                .forEach(ref -> assertThat(document.at(ref.substring(1)).isMissingNode())
                        .as(ref)
                        .isFalse());
    }

    @Test
    void speaksBothLanguagesEverywhere() {
        Stream.concat(document.findValues("description").stream(), document.findValues("summary").stream())
                .map(JsonNode::asString)
                .filter(text -> !text.startsWith("OK") && !text.startsWith("Prometheus"))
                .forEach(text -> assertThat(text).containsPattern("\\p{IsHan}").containsPattern("[A-Za-z]{3}"));
    }

    @Test
    void fitsWhatTheServerAnswers() throws IOException, InterruptedException {
        house.submit("{\"type\":\"order.settled\",\"order\":\"d1\",\"member\":\"A\",\"amount\":\"9.00\"}", "d1");
        house.withReadModels();
        assertFits("Programme", house.fetch("/api/v1/programmes/wine").body());
        assertFits("Member", house.fetch("/api/v1/programmes/wine/members/A").body());
        assertFits("Problem", house.fetch("/api/v1/nothing").body());
        assertFits(
                "Applied",
                house.command("{\"type\":\"member.joined\",\"member\":\"Z\"}", "z")
                        .body());
        assertFits(
                "StatementLine",
                Json.text(house.fetch("/api/v1/programmes/wine/members/A/statement")
                        .list("lines")
                        .getFirst()));
        assertFits(
                "PricePoint",
                Json.text(house.fetch("/api/v1/programmes/wine/prices")
                        .list("prices")
                        .getFirst()));
    }

    /// Every required member is there, and every member there is described.
    private void assertFits(String schema, String body) {
        JsonNode described = document.at("/components/schemas/" + schema);
        var names = House.parsed(body).keySet();

        assertThat(names)
                .as(schema)
                .containsAll(described
                        .get("required")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList());
        if (!schema.equals("Problem")) {
            assertThat(described.get("properties").propertyNames()).as(schema).containsAll(names);
        }
    }
}
