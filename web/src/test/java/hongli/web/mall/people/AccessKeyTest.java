package hongli.web.mall.people;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.web.mall.MallHouse;
import hongli.web.mall.MallHouse.Told;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Goes with an access key where its maker goes with a session.
class AccessKeyTest {
    private static final String KEYS = "/api/v1/operator/access-keys";
    private static final String PASSWORD = "correct horse 电池";

    private final MallHouse house = new MallHouse("the server's token");
    private String session = "";

    @BeforeEach
    void begin() throws IOException, InterruptedException {
        var first = house.mall.people().workers().founding().firstOperator().orElseThrow();
        String token = String.valueOf(
                house.logIn("operator", first.login(), first.password()).at("token"));
        session = String.valueOf(house.post(
                        token,
                        "/api/v1/operator/me/password",
                        "{\"old\":\"" + first.password() + "\",\"new\":\"" + PASSWORD + "\"}")
                .at("token"));
    }

    @AfterEach
    void close() {
        house.close();
    }

    private Told make(String token, String name, String permission) throws IOException, InterruptedException {
        return house.post(
                token, KEYS, "{\"name\":\"" + name + "\",\"permissions\":[\"" + permission + "\"],\"days\":30}");
    }

    private int status(String token, String path) throws IOException, InterruptedException {
        return house.fetch(token, path).status();
    }

    @Test
    void opensWhatItAllowsUntilItIsRevoked() throws IOException, InterruptedException {
        var made = make(session, "报表", "orders_read");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        String key = String.valueOf(made.at("token"));

        assertThat(house.fetch(key, "/api/v1/operator/me").at("login")).isEqualTo("admin");
        assertThat(status(key, "/api/v1/operator/orders")).isEqualTo(200);
        assertThat(house.fetch(key, "/api/v1/operator/members").code()).isEqualTo("not_permitted");
        assertThat(status(key, "/api/v1/programmes")).isEqualTo(403);
        var listed = house.fetch(session, KEYS + "?state=active");
        assertThat(listed.list("items")).singleElement().satisfies(one -> {
            assertThat(one).containsEntry("name", "报表").containsEntry("makerLogin", "admin");
            assertThat(one).containsKey("usedAt");
            assertThat(key).startsWith(String.valueOf(one.get("hint")));
        });
        assertThat(listed.body()).doesNotContain(key);

        assertThat(house.tell(session, "DELETE", KEYS + "/" + made.at("id"), "").status())
                .isEqualTo(204);
        assertThat(house.fetch(key, "/api/v1/operator/orders").code()).isEqualTo("login_required");
    }

    @Test
    void makesNoKeysAndEndsNobodysSessions() throws IOException, InterruptedException {
        String key = String.valueOf(make(session, "报表", "orders_read").at("token"));

        assertThat(make(key, "另一个", "orders_read").code()).isEqualTo("not_permitted");
        assertThat(house.tell(key, "DELETE", "/api/v1/operator/sessions", "").code())
                .isEqualTo("login_required");
        assertThat(status(session, "/api/v1/operator/me")).isEqualTo(200);
    }

    @Test
    void refusesWishesThatNobodyCanMean() throws IOException, InterruptedException {
        assertThat(make(session, "x", "root").status()).isEqualTo(400);
        assertThat(make(session, "x", "operators_change").code()).isEqualTo("permission_for_people");
        String none = "{\"name\":\"x\",\"permissions\":[],\"days\":30}";
        assertThat(house.post(session, KEYS, none).code()).isEqualTo("access_key_idle");
        String eternal = "{\"name\":\"x\",\"permissions\":[\"orders_read\"],\"days\":367}";
        assertThat(house.post(session, KEYS, eternal).status()).isEqualTo(400);
        assertThat(house.fetch("hongli_key_made-up", "/api/v1/operator/me").code())
                .isEqualTo("login_required");
        assertThat(house.fetch(session, KEYS).list("items")).isEmpty();
    }
}
