package hongli.web.mall.people;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.mall.access.Permission;
import hongli.mall.login.Sessions;
import hongli.web.mall.MallHouse;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Who comes to the addresses of programmes: holders of the server's token, and operators as far as they may.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProgrammeDoorTest {
    private static final String ALL = "/api/v1/programmes";
    private static final String CLOSE = "{\"type\":\"day.closed\",\"date\":\"2026-01-01\"}";

    private MallHouse house;
    private int number;

    @BeforeAll
    void open() {
        house = new MallHouse("the server's token");
    }

    @AfterAll
    void close() {
        house.close();
    }

    private String operator(Permission permission) {
        return house.mall.tables().work(work -> {
            long role = work.insert(
                    "insert into mall.role (name, permissions) values (?, array[?]) returning id",
                    "r" + ++number,
                    permission.name());
            long staff = work.insert(
                    "insert into mall.staff (login, name, role, password, created_at) values (?, 'x', ?, 'x', ?)"
                            + " returning id",
                    "o" + role,
                    role,
                    work.now());
            return house.mall
                    .people()
                    .sessions()
                    .begin(work, Sessions.Holder.STAFF, staff)
                    .token();
        });
    }

    private int closes(String token) throws IOException, InterruptedException {
        return house.tell(house.ask(ALL + "/mall/commands")
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "k")
                        .POST(BodyPublishers.ofString(CLOSE)))
                .status();
    }

    @Test
    void letsTheServersTokenIn() throws IOException, InterruptedException {
        assertThat(house.fetch("the server's token", ALL).status()).isEqualTo(200);
    }

    @Test
    void letsOperatorsInAsFarAsTheyMay() throws IOException, InterruptedException {
        String reader = operator(Permission.PROGRAMME_READ);
        assertThat(house.fetch(reader, ALL).status()).isEqualTo(200);
        assertThat(closes(reader)).isEqualTo(403);
        assertThat(closes(operator(Permission.PROGRAMME_CHANGE))).isEqualTo(404);
        assertThat(house.fetch(operator(Permission.ORDERS_READ), ALL).status()).isEqualTo(403);
    }

    @Test
    void letsNobodyElseIn() throws IOException, InterruptedException {
        var joined = house.post(
                "",
                "/api/v1/mall/members",
                "{\"login\":\"13800138000\",\"password\":\"correct horse 电池\",\"name\":\"王\"}");
        String member = String.valueOf(joined.at("token"));
        assertThat(house.fetch(member, ALL).status()).isEqualTo(403);
        assertThat(house.fetch("", ALL).status()).isEqualTo(401);
        assertThat(house.fetch("made up", ALL + "/mall/state").status()).isEqualTo(401);
        assertThat(closes(member)).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/metrics", "/api/v1/sample", "/api/v1/programmes/%2e%2e/sample", "/api/v1/programmes//x"})
    void keepsTheRestForTheToken(String path) throws IOException, InterruptedException {
        assertThat(house.fetch(operator(Permission.PROGRAMME_READ), path).status())
                .isBetween(400, 401);
    }

    @Test
    void trustsNobodyWhoComesThroughAProxyToAServerWithoutAToken() throws IOException, InterruptedException {
        try (var open = new MallHouse()) {
            assertThat(open.fetch("", ALL).status()).isEqualTo(200);
            for (String header : new String[] {"X-Forwarded-For", "Forwarded"}) {
                assertThat(open.tell(open.ask(ALL).header(header, "192.0.2.7")).status())
                        .isEqualTo(401);
                assertThat(open.tell(open.ask("/metrics").header(header, "192.0.2.7"))
                                .status())
                        .isEqualTo(401);
                assertThat(open.tell(open.ask("/api/v1/mall/me").header(header, "192.0.2.7"))
                                .status())
                        .isEqualTo(200);
            }
        }
    }
}
