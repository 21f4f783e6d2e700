package hongli.web.mall.attack;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.web.mall.MallHouse.Told;
import hongli.web.mall.attack.Cast.Caller;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/// Attacks every route that the documents describe; a route is let off something only by name.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttackTest {
    /// What a stranger without a session may do, and nothing else.
    private static final Set<String> OPEN = Set.of(
            "GET /api/v1/mall/mode",
            "GET /api/v1/mall/me",
            "GET /api/v1/mall/goods",
            "GET /api/v1/mall/goods/{id}",
            "GET /api/v1/mall/goods/{id}/reviews",
            "GET /api/v1/mall/goods/{id}/stars",
            "GET /api/v1/mall/variants/{id}/days",
            "GET /api/v1/mall/categories",
            "GET /api/v1/mall/brands",
            "GET /api/v1/mall/pictures/{id}",
            "GET /api/v1/mall/coupon-kinds",
            "GET /api/v1/mall/invitations/{code}",
            "GET /api/v1/mall/shop",
            "GET /api/v1/mall/programme",
            "GET /api/v1/mall/programme/prices",
            "POST /api/v1/mall/quotes",
            "POST /api/v1/mall/members",
            "POST /api/v1/mall/sessions",
            "POST /api/v1/merchant/sessions",
            "POST /api/v1/operator/sessions",
            "DELETE /api/v1/mall/sessions/current",
            "DELETE /api/v1/merchant/sessions/current",
            "DELETE /api/v1/operator/sessions/current",
            "POST /api/v1/mall/password-resets",
            "POST /api/v1/mall/password-resets/completion",
            "POST /api/v1/mall/notifications/{channel}");

    /// What everybody who works here may do, without any permission.
    private static final Set<String> FOR_ALL_WORKERS = Set.of(
            "GET /api/v1/merchant/profile",
            "GET /api/v1/merchant/me",
            "GET /api/v1/operator/me",
            "POST /api/v1/merchant/me/password",
            "POST /api/v1/operator/me/password",
            "DELETE /api/v1/merchant/sessions",
            "DELETE /api/v1/operator/sessions");

    private Cast cast;

    @BeforeAll
    void open() {
        cast = new Cast();
    }

    @AfterAll
    void close() {
        cast.close();
    }

    @AfterEach
    void revive() {
        cast.revive();
    }

    static Stream<Route> routes() {
        return Route.all().stream().filter(route -> route.path().startsWith("/api/v1/"));
    }

    static Stream<Route> bodies() {
        return routes().filter(route -> route.body().isPresent());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("routes")
    void letsNobodyInWithoutASession(Route route) throws IOException, InterruptedException {
        var attack = new Attack(cast, route, Caller.GUEST);
        for (String id : List.of("1", "2", "999999", "sandbox")) {
            Told told = attack.sendHonest(id);
            if (OPEN.contains(route.toString())) {
                assertThat(told.body()).doesNotContain(Cast.SECRET);
            } else if (route.otherBodies().isEmpty()) {
                assertThat(told.status()).as(route + ": " + told.body()).isIn(401, 404);
                assertThat(told.status() == 404 && id.equals("1"))
                        .as(route + " tells what is there")
                        .isFalse();
            } else {
                assertThat(told.status()).as(told.body()).isIn(401, 415);
            }
        }
        attack.end();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("routes")
    void showsAndChangesNothingOfOthers(Route route) throws IOException, InterruptedException {
        Snapshot before = Snapshot.ofSecrets(cast.house.mall.tables());
        for (Caller caller : List.of(Caller.STRANGER, Caller.RIVAL_CLERK)) {
            var attack = new Attack(cast, route, caller);
            for (int id = 1; id <= (route.hasId() ? 12 : 1); id++) {
                assertThat(attack.sendHonest(String.valueOf(id)).body())
                        .as("%s for %s", route, caller)
                        .doesNotContain(Cast.SECRET);
            }
            attack.end();
        }
        assertThat(Snapshot.ofSecrets(cast.house.mall.tables()).differences(before))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("routes")
    void refusesWhoeverMayNot(Route route) throws IOException, InterruptedException {
        List<Caller> others = switch (route.family()) {
            case "merchant" -> List.of(Caller.STRANGER, Caller.IDLE_CLERK, Caller.IDLE_OPERATOR);
            case "operator" -> List.of(Caller.STRANGER, Caller.CLERK, Caller.IDLE_OPERATOR);
            default -> List.of();
        };
        boolean isFree = OPEN.contains(route.toString()) || FOR_ALL_WORKERS.contains(route.toString());
        for (Caller caller : others) {
            var attack = new Attack(cast, route, caller);
            for (String id : List.of("1", "2", "999999")) {
                Told told = attack.sendHonest(id);
                if (!isFree) {
                    assertThat(told.status())
                            .as("%s by %s: %s", route, caller, told.body())
                            .isIn(403, 404, 415);
                }
            }
            attack.end();
        }
    }

    @ParameterizedTest(name = "{0}")
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
