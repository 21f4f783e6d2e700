package hongli.web.mall.attack;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.web.mall.MallHouse.Told;
import hongli.web.mall.attack.Cast.Caller;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Attacks on one route, by one caller: every answer is looked at, and what was refused must have changed
/// nothing.
final class Attack {
    /// Refused requests that are noted nevertheless, as tries, or that begin something before it fails.
    private static final Map<String, List<String>> NOTED = Map.of(
            "POST /api/v1/mall/me/referral", List.of("referral_history"),
            "POST /api/v1/mall/checkouts/{checkout}/payments", List.of("payment", "timer"),
            "POST /api/v1/mall/withdrawals", List.of("withdrawal", "timer"));

    private static final String JSON = "application/json";

    private final Cast cast;
    private final Route route;
    private final String token;
    private Snapshot before;
    private int sent;
    private int refused;
    private int unknown;

    Attack(Cast cast, Route route, Caller caller) {
        this.cast = cast;
        this.route = route;
        this.token = cast.token(caller);
        this.before = snapshot();
    }

    private Snapshot snapshot() {
        return Snapshot.of(cast.house.mall.tables(), NOTED.getOrDefault(route.toString(), List.of()));
    }

    /// A body that the document allows; nothing where the route has none.
    Optional<Map<String, Object>> honest() {
        return route.body().map(schema -> Samples.body(route, schema));
    }

    /// Sends what an honest caller could, to the address with this number.
    Told sendHonest(String id) throws IOException, InterruptedException {
        return send(route.at(id) + route.needed(), honest().map(Hostile::json).orElse(null), JSON);
    }

    Told send(String address, byte @Nullable [] body, String type) throws IOException, InterruptedException {
        var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
        var request = cast.house.ask(address).method(route.method(), publisher).header("Idempotency-Key", "attack");
        if (body != null && !type.isEmpty()) {
            request.header("Content-Type", type);
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        Told told = cast.house.tell(request);
        look(told, address + " with " + shown(body));
        return told;
    }

    private static String shown(byte @Nullable [] body) {
        if (body == null) {
            return "nothing";
        }
        String text = new String(body, StandardCharsets.UTF_8);
        return text.length() <= 200 ? text : text.substring(0, 200) + "… of " + text.length();
    }

    private void look(Told told, String what) {
        assertThat(told.status())
                .as(() -> route + " at " + what + " answered " + told.body())
                .isLessThan(500);
        sent++;
        if (told.status() == 401 && told.code().equals("login_required")) {
            unknown++;
        }
        if (told.status() < 400) {
            before = snapshot();
            return;
        }
        refused++;
        assertThat(told.header("Content-Type")).as(what).startsWith("application/problem+json");
        assertThat(told.body()).as(what).doesNotContain("Exception", "\tat ", "hongli.mall", "ERROR:", "SQLSTATE");
        assertThat(told.code()).as(what).matches("[a-z][a-z_]+");
        assertThat(String.valueOf(told.at("title")))
                .as(() -> what + " answered " + told.body())
                .isNotBlank()
                .isNotEqualTo(told.code());
        assertThat(told.number("status")).as(what).isEqualTo(told.status());
    }

    /// Ends the attack: nothing has changed since the last request that was let in, and the attacker was not a stranger
    /// all the time who meant to be somebody.
    void end() {
        // Who logs in shows other things than a session, and wrong ones are unknown too.
        if (!token.isEmpty() && sent > 2 && !route.path().endsWith("/sessions")) {
            assertThat(unknown).as(route + " was never asked by whom it is for").isLessThan(sent);
        }
        if (refused > 0) {
            assertThat(snapshot().differences(before))
                    .as(route + " refused, and changed")
                    .isEmpty();
        }
    }
}
