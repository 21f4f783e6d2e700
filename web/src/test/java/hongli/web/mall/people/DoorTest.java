package hongli.web.mall.people;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.web.mall.MallHouse;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoorTest {
    private MallHouse house;

    @BeforeAll
    void open() {
        house = new MallHouse("the server's token");
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void takesAStrangerForAGuest() throws IOException, InterruptedException {
        var told = house.fetch("", "/api/v1/mall/me");

        assertThat(told.status()).isEqualTo(200);
        assertThat(told.at("kind")).isEqualTo("guest");
    }

    @Test
    void refusesASessionThatNeverWas() throws IOException, InterruptedException {
        var told = house.fetch("the server's token", "/api/v1/mall/me");

        assertThat(told.status()).isEqualTo(401);
        assertThat(told.code()).isEqualTo("login_required");
        assertThat(house.tell(house.ask("/api/v1/mall/me").header("Cookie", "hongli_member=x"))
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/mall/../programmes",
                "/api/v1/mall/./../programmes",
                "/api/v1/mall/%2e%2e/programmes",
                "/api/v1/mall/..;/programmes",
                "/api/v1/mall//../programmes",
                "/api/v1/mall",
                "/api/v1/malls/me",
                "/api/v1/programmes"
            })
    void leavesEverythingElseBehindTheToken(String path) throws IOException, InterruptedException {
        assertThat(house.fetch("", path).status()).isBetween(400, 401);
    }

    @Test
    void takesNoChangeFromOtherSites() throws IOException, InterruptedException {
        var told = house.tell(house.ask("/api/v1/mall/me")
                .header("Origin", "http://evil.example")
                .DELETE());

        assertThat(told.status()).isEqualTo(403);
        assertThat(told.code()).isEqualTo("origin_not_allowed");
    }
}
