package hongli.web.mall.house;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.mall.access.Actor;
import hongli.mall.login.Contact;
import hongli.mall.staff.OneTime;
import hongli.web.mall.MallHouse;
import hongli.web.mall.MallHouse.Told;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HouseApiTest {
    private static final String PROGRAMME = "/api/v1/operator/programme";
    private static final String OWN = """
            {"id": "own", "name": "自己的", "terms": {"cap": "1000000", "founderPoints": "1", "poolRate": "0.30",
             "grantRate": "0.70", "quotaMultiple": "0.5"}}
            """;

    private final MallHouse house = new MallHouse();
    private String operator = "";

    @BeforeEach
    void logIn() {
        OneTime first = house.mall.people().workers().founding().firstOperator().orElseThrow();
        operator = house.mall
                .people()
                .logins()
                .choose(new Actor.Operator(first.worker(), Set.of()), first.password(), "a password of mine")
                .token();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void tellsEverybodyThatNoRealMoneyMoves() throws IOException, InterruptedException {
        Told shop = house.fetch("", "/api/v1/mall/shop");
        assertThat(shop.status()).isEqualTo(200);
        assertThat(shop.at("sandbox")).isEqualTo(true);
        assertThat(shop.at("demo")).isEqualTo(false);
        assertThat(shop.at("programme")).isEqualTo("mall");
        assertThat(shop.body()).contains("没有真钱进出").contains("no real money moves");
        assertThat(house.fetch("", "/api/v1/mall/shop?x=1").status()).isEqualTo(400);
    }

    @Test
    void setsTheClockForwardForOperatorsAlone() throws IOException, InterruptedException {
        Instant before = Instant.parse(
                String.valueOf(house.fetch(operator, "/api/v1/operator/clock").at("now")));
        Told told = house.post(operator, "/api/v1/operator/clock/advance", "{\"seconds\": 172800}");
        assertThat(told.at("now")).isEqualTo(before.plus(Duration.ofDays(2)).toString());
        for (String bad : new String[] {
            "{}", "{\"seconds\": 0}", "{\"seconds\": -5}", "{\"seconds\": 99999999999}", "{\"days\": 1}", "[]"
        }) {
            assertThat(house.post(operator, "/api/v1/operator/clock/advance", bad)
                            .status())
                    .as(bad)
                    .isEqualTo(400);
        }
        assertThat(house.post("", "/api/v1/operator/clock/advance", "{\"seconds\": 1}")
                        .status())
                .isEqualTo(401);
        assertThat(house.fetch("", "/api/v1/operator/clock").status()).isEqualTo(401);
        assertThat(house.fetch(operator, "/api/v1/operator/trail?action=clock").list("items"))
                .hasSize(1);
    }

    @Test
    void emptiesNothingButADemo() throws IOException, InterruptedException {
        assertThat(house.post(operator, "/api/v1/operator/demo/reset", "").code())
                .isEqualTo("no_demo");
        assertThat(house.post("", "/api/v1/operator/demo/reset", "").status()).isEqualTo(401);
    }

    @Test
    void operatorsChooseTheProgrammeUntilSomebodyJoins() throws IOException, InterruptedException {
        assertThat(house.fetch(operator, PROGRAMME).at("open")).isEqualTo(false);
        house.mall.programme().programmes().openUsual();
        assertThat(house.fetch(operator, PROGRAMME).at("mayChange")).isEqualTo(true);
        Told usual = house.fetch(operator, PROGRAMME + "/usual-terms");
        assertThat(usual.at("terms")).isEqualTo(house.fetch(operator, PROGRAMME).at("terms"));

        Told opened = house.post(operator, PROGRAMME, OWN);
        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.at("id")).isEqualTo("own");
        assertThat(((Map<?, ?>) Objects.requireNonNull(opened.at("terms"))).get("poolRate"))
                .isEqualTo("0.3");
        assertThat(house.fetch("", "/api/v1/mall/shop").at("programme")).isEqualTo("own");

        house.mall
                .tables()
                .run(work -> house.mall.people().signUps().take(work, new Contact.Email("a@example.com"), "某人"));
        assertThat(house.post(operator, PROGRAMME, OWN.replace("\"own\"", "\"other\""))
                        .code())
                .isEqualTo("programme_in_use");
    }

    @Test
    void termsThatAreNotSoundAreRefusedWithAllThatIsWrong() throws IOException, InterruptedException {
        Told unsound =
                house.post(operator, PROGRAMME, "{\"id\": \"Own!\", \"name\": \"x\", \"terms\": 7, \"extra\": true}");
        assertThat(unsound.status()).isEqualTo(400);
        assertThat(unsound.body()).contains("\"id\"", "\"terms\"", "\"extra\"");
        Told terms = house.post(operator, PROGRAMME, "{\"id\": \"own\", \"name\": \"x\", \"terms\": {\"cap\": \"0\"}}");
        assertThat(terms.status()).isEqualTo(400);
        assertThat(terms.body()).contains("cap", "poolRate");
        assertThat(house.post("", PROGRAMME, OWN).status()).isEqualTo(401);
        assertThat(house.fetch("", PROGRAMME).status()).isEqualTo(401);
    }
}
