package hongli.web.mall.people;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.mall.staff.OneTime;
import hongli.web.mall.MallHouse;
import hongli.web.mall.MallHouse.Told;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The cookies by which a browser shows who it is.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CookieTest {
    private static final String PASSWORD = "correct horse 电池";

    private MallHouse house;
    private long memberId;

    @BeforeAll
    void open() throws IOException, InterruptedException {
        house = new MallHouse("the server's token");
        OneTime first = house.mall.people().workers().founding().firstOperator().orElseThrow();
        begin("operator", first.login(), first.password());
        var joined = house.post(
                "",
                "/api/v1/mall/members",
                "{\"login\":\"13800138000\",\"password\":\"" + PASSWORD + "\",\"name\":\"王小明\"}");
        memberId = joined.number("member");
    }

    @AfterAll
    void close() {
        house.close();
    }

    /// Logs in with a one-time password and chooses another one.
    private void begin(String door, String login, String password) throws IOException, InterruptedException {
        String token = String.valueOf(house.logIn(door, login, password).at("token"));
        var told = house.post(
                token, "/api/v1/mall/me/password", "{\"old\":\"" + password + "\",\"new\":\"" + PASSWORD + "\"}");
        assertThat(told.status()).as(told.body()).isEqualTo(200);
    }

    @Test
    void keepsTheSessionInACookieThatScriptsAndOtherSitesCannotUse() throws IOException, InterruptedException {
        var told = house.logIn("mall", "138-0013-8000", PASSWORD);
        String cookie = told.header("Set-Cookie");

        assertThat(told.status()).isEqualTo(201);
        assertThat(cookie)
                .startsWith("hongli_member=" + told.at("token"))
                .contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=2592000")
                .doesNotContain("Secure");
        var me = house.tell(house.ask("/api/v1/mall/me").header("Cookie", cookie.substring(0, cookie.indexOf(';'))));
        assertThat(me.number("id")).isEqualTo(memberId);
        var secure = house.tell(house.ask("/api/v1/mall/sessions/current")
                .header("Cookie", cookie.substring(0, cookie.indexOf(';')))
                .header("X-Forwarded-Proto", "https")
                .DELETE());
        assertThat(secure.status()).isEqualTo(204);
        assertThat(secure.header("Set-Cookie")).contains("hongli_member=;", "Max-Age=0", "Secure");
        assertThat(house.fetch(String.valueOf(told.at("token")), "/api/v1/mall/me")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void keepsAMemberAndAWorkerApartInOneBrowser() throws IOException, InterruptedException {
        String asMember = cookie(house.logIn("mall", "13800138000", PASSWORD));
        String asWorker = cookie(house.logIn("operator", "admin", PASSWORD));
        assertThat(asWorker).startsWith("hongli_worker=");

        assertThat(with(asMember, asWorker, "/api/v1/mall/me").at("kind")).isEqualTo("member");
        assertThat(with(asMember, asWorker, "/api/v1/operator/me").at("kind")).isEqualTo("operator");
        assertThat(with(asMember, asWorker, "/api/v1/merchant/me").at("kind")).isEqualTo("operator");
        var left = house.tell(house.ask("/api/v1/operator/sessions/current")
                .header("Cookie", asMember + "; " + asWorker)
                .DELETE());
        assertThat(left.header("Set-Cookie")).startsWith("hongli_worker=;");
        assertThat(with(asMember, asWorker, "/api/v1/operator/me").status()).isEqualTo(401);
        assertThat(with(asMember, asWorker, "/api/v1/mall/me").at("kind")).isEqualTo("member");
    }

    @Test
    void takesNoCookieOfTheOtherDoor() throws IOException, InterruptedException {
        String asMember = cookie(house.logIn("mall", "13800138000", PASSWORD));
        String asWorker = cookie(house.logIn("operator", "admin", PASSWORD));
        String posing = asMember.replace("hongli_member", "hongli_worker");

        assertThat(with(asMember, "x=y", "/api/v1/operator/me").status()).isEqualTo(401);
        assertThat(with(asWorker, "x=y", "/api/v1/mall/me").at("kind")).isEqualTo("guest");
        assertThat(with(posing, "x=y", "/api/v1/operator/me").status()).isEqualTo(403);
    }

    private Told with(String one, String other, String path) throws IOException, InterruptedException {
        return house.tell(house.ask(path).header("Cookie", one + "; " + other));
    }

    /// What a browser shows after this answer.
    private static String cookie(Told told) {
        String header = told.header("Set-Cookie");
        return header.substring(0, header.indexOf(';'));
    }
}
