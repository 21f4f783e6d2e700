package hongli.web.mall.attack;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.web.mall.MallHouse.Told;
import hongli.web.mall.attack.Cast.Caller;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Goes to every route that the documents describe as somebody who has no business there; a route is let off something
/// only by name.
@Execution(ExecutionMode.CONCURRENT)
class AttackTest extends Staged {
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
            "GET /api/v1/merchant/pictures/{id}",
            "GET /api/v1/merchant/me",
            "GET /api/v1/operator/me",
            "POST /api/v1/merchant/me/password",
            "POST /api/v1/operator/me/password",
            "DELETE /api/v1/merchant/sessions",
            "DELETE /api/v1/operator/sessions");

    @AfterEach
    void revive() {
        cast.revive();
    }

    static Stream<Route> routes() {
        return Route.all().stream().filter(route -> route.path().startsWith("/api/v1/"));
    }

    @ParameterizedTest(name = "{0}")
    @Execution(ExecutionMode.SAME_THREAD)
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
    @Execution(ExecutionMode.SAME_THREAD)
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
    @Execution(ExecutionMode.SAME_THREAD)
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
}
