package hongli.web.mall.attack;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.web.mall.MallHouse.Told;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Sends to every route that the documents describe, as somebody who may go there, what nobody in their senses sends.
@Execution(ExecutionMode.CONCURRENT)
class HostileTest extends Staged {
    @AfterEach
    void revive() {
        cast.revive();
    }

    static Stream<Route> routes() {
        return AttackTest.routes();
    }

    static Stream<Route> bodies() {
        return routes().filter(route -> route.body().isPresent());
    }

    @ParameterizedTest(name = "{0}")
    @Execution(ExecutionMode.SAME_THREAD)
    @MethodSource("routes")
    void survivesHostileAddresses(Route route) throws IOException, InterruptedException {
        var attack = new Attack(cast, route, Cast.owner(route));
        byte[] body = attack.honest().map(Hostile::json).orElse(null);
        if (route.hasId()) {
            for (String id : Hostile.IDS) {
                attack.send(route.at(id), body, "application/json");
            }
        }
        for (JsonNode question : route.questions()) {
            String name = question.get("name").asString();
            for (String value : questions(name)) {
                attack.send(route.at("999999") + "?" + name + "=" + value, body, "application/json");
            }
        }
        for (String query : List.of("?unknown=1", "?sort=id&sort=id", "?%00=1", "?%ff=%ff", "?limit", "?&&==")) {
            attack.send(route.at("999999") + query, body, "application/json");
        }
        attack.end();
    }

    private static List<String> questions(String name) {
        return switch (name) {
            case "cursor" -> Hostile.CURSORS;
            case "sort" -> Hostile.SORTS;
            default ->
                Stream.concat(
                                Hostile.IDS.stream().filter(id -> !id.contains(";")),
                                Stream.of(
                                        "true",
                                        "2026-13-01",
                                        "%E5%AD%97".repeat(200),
                                        "%ED%A0%80",
                                        "_%25",
                                        "-1.00",
                                        "1e9"))
                        .toList();
        };
    }

    @ParameterizedTest(name = "{0}")
    @Execution(ExecutionMode.SAME_THREAD)
    @MethodSource("bodies")
    void survivesHostileBodies(Route route) throws IOException, InterruptedException {
        var attack = new Attack(cast, route, Cast.owner(route));
        Map<String, Object> honest = attack.honest().orElseThrow();
        for (List<Object> place : Samples.places(honest)) {
            for (Object value : Hostile.values()) {
                attack.send(route.at("1"), Hostile.json(Samples.with(honest, place, value)), "application/json");
            }
        }
        for (byte[] body : Hostile.bodies()) {
            Told told = attack.send(route.at("1"), body, "application/json");
            assertThat(told.status()).as(told.body()).isGreaterThanOrEqualTo(400);
        }
        for (String type : List.of("", "text/plain", "application/xml", "multipart/form-data; boundary=x", "a/b/c")) {
            if (!route.otherBodies().contains(type)) {
                Told told = attack.send(route.at("1"), Hostile.json(honest), type);
                assertThat(told.status()).as(told.body()).isIn(401, 404, 415);
            }
        }
        attack.end();
    }

    @ParameterizedTest(name = "{0}")
    @Execution(ExecutionMode.SAME_THREAD)
    @MethodSource("bodies")
    void takesNoFieldThatNobodyAskedFor(Route route) throws IOException, InterruptedException {
        if (!route.otherBodies().isEmpty()) {
            return;
        }
        var attack = new Attack(cast, route, Cast.owner(route));
        Map<String, Object> honest = attack.honest().orElseThrow();
        for (String name : Hostile.FIELDS) {
            if (!honest.containsKey(name)) {
                Told told = attack.send(route.at("1"), Hostile.json(Hostile.more(honest, name)), "application/json");
                assertThat(told.status())
                        .as("%s with %s: %s", route, name, told.body())
                        .isIn(400, 404);
            }
        }
        attack.end();
    }

    @ParameterizedTest(name = "{0}")
    @Execution(ExecutionMode.SAME_THREAD)
    @MethodSource("routes")
    void takesNoBytesThatAreNoFile(Route route) throws IOException, InterruptedException {
        var attack = new Attack(cast, route, Cast.owner(route));
        for (String type : route.otherBodies()) {
            for (byte[] body : Hostile.bodies()) {
                attack.send(route.at("1"), body, type);
            }
            attack.send(route.at("1"), png(), type);
            attack.send(route.at("1"), "=1+1,\"\n'--\0,,".repeat(500).getBytes(StandardCharsets.UTF_8), type);
        }
        attack.end();
    }

    /// The beginning of a picture that says it is 60,000 by 60,000 pixels, and nothing more of it.
    private static byte[] png() {
        byte[] head = {
            (byte) 0x89,
            'P',
            'N',
            'G',
            13,
            10,
            26,
            10,
            0,
            0,
            0,
            13,
            'I',
            'H',
            'D',
            'R',
            0,
            0,
            (byte) 0xEA,
            0x60,
            0,
            0,
            (byte) 0xEA,
            0x60,
            8,
            6,
            0,
            0,
            0
        };
        return Arrays.copyOf(head, 200);
    }
}
