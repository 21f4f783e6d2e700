package hongli.web.mall.programme;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.economy.command.Command;
import hongli.economy.command.OrderId;
import hongli.economy.exact.Money;
import hongli.ledger.Key;
import hongli.ledger.ProgrammeId;
import hongli.ledger.Submission;
import hongli.ledger.wire.TermsJson;
import hongli.mall.login.Sessions.Holder;
import hongli.mall.programme.Ids;
import hongli.web.mall.MallHouse;
import hongli.web.mall.MallHouse.Told;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The purse of points from the member's side. 100.00 at 0.30 and 0.70 bring 21 points beside one
/// founder point: the pool holds 31.00 for 22 points.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AssetsApiTest {
    private static final String ASSETS = "/api/v1/mall/me/assets";
    private static final String TERMS = """
            {"cap": "1000000", "par": "1.00", "founderPoints": "1", "poolRate": "0.30", "grantRate": "0.70",
             "quotaMultiple": "2", "tierThresholds": ["10", "50"], "tierDividendRate": "0.1"}
            """;

    private MallHouse house;

    @BeforeAll
    void open() {
        house = new MallHouse();
        house.ledger.open(new ProgrammeId("mall"), "商城", TermsJson.parse(TERMS));
    }

    @AfterAll
    void close() {
        house.close();
    }

    /// A member who has settled an order of 100.00, logged in.
    private String holder(String name) {
        return house.mall.tables().work(work -> {
            long id = work.insert(
                    "insert into mall.member (email, name, referral_code, joined_at) values (?, ?, ?, ?) returning id",
                    name + "@example.com",
                    name,
                    name,
                    work.now());
            var member = Ids.member(id);
            submit("join-" + name, new Command.JoinMember(member, null, false));
            submit(
                    "order-" + name,
                    new Command.SettleOrder(new OrderId(name), member, new Money(10_000), new Money(10_000)));
            return house.mall.people().sessions().begin(work, Holder.MEMBER, id).token();
        });
    }

    private void submit(String key, Command command) {
        house.ledger.submit(new ProgrammeId("mall"), new Submission(new Key(key), command));
    }

    @Test
    void showsWhatIsHeldAndWhatAnExitWouldPayAndRedeemsItOnce() throws IOException, InterruptedException {
        String token = holder("a");
        Told held = house.fetch(token, ASSETS);
        assertThat(held.at("points")).isEqualTo("21.000000");
        assertThat(String.valueOf(held.at("tier"))).isEqualTo("1");
        assertThat(held.at("nextTier")).isEqualTo("50.000000");
        assertThat(held.at("cash")).isEqualTo("0.00000000000000");
        assertThat(held.body()).contains("额度是上限").contains("a ceiling, not money");
        String exit = String.valueOf(held.at("exit"));

        Told dry = house.post(token, "/api/v1/mall/me/redemptions?dry=true", "{\"points\": \"21\"}");
        assertThat(dry.at("cash")).isEqualTo(exit);
        assertThat(house.fetch(token, ASSETS).at("points")).isEqualTo("21.000000");

        String wish = "{\"key\": \"k1\", \"points\": \"21\", \"atLeast\": \"" + exit + "\"}";
        Told done = house.post(token, "/api/v1/mall/me/redemptions", wish);
        assertThat(done.at("cash")).isEqualTo(exit);
        Told again = house.post(token, "/api/v1/mall/me/redemptions", wish);
        assertThat(again.at("repeated")).isEqualTo(true);
        assertThat(again.at("cash")).isEqualTo(exit);
        assertThat(house.post(token, "/api/v1/mall/me/redemptions", wish.replace("21", "20"))
                        .status())
                .isEqualTo(409);
        assertThat(house.fetch(token, ASSETS).at("points")).isEqualTo("0.000000");
        assertThat(String.valueOf(house.fetch(token, ASSETS).at("cash"))).startsWith(exit);

        assertThat(house.ledger.awaitReadModels(Duration.ofMinutes(3))).isTrue();
        Told statement = house.fetch(token, "/api/v1/mall/me/statement?limit=3");
        assertThat(statement.list("items")).hasSize(3);
        assertThat(statement.at("next")).isNotNull();
        assertThat(statement.body()).contains("\"reason\":\"redemption\"").doesNotContain("counter");
    }

    @Test
    void convertsIntoConstantPointsAndRefusesWhatIsNotHeld() throws IOException, InterruptedException {
        String token = holder("b");
        Told done = house.post(token, "/api/v1/mall/me/conversions", "{\"key\": \"c1\", \"points\": \"2.5\"}");
        assertThat(done.status()).as(done.body()).isEqualTo(200);
        assertThat(house.fetch(token, ASSETS).at("constant")).isEqualTo(done.at("constant"));
        Told much = house.post(token, "/api/v1/mall/me/redemptions", "{\"key\": \"c2\", \"points\": \"1000\"}");
        assertThat(much.status()).isEqualTo(422);
        assertThat(much.code()).isEqualTo("points_insufficient");
        for (String bad : new String[] {
            "{\"key\": \"x\", \"points\": \"-1\"}",
            "{\"key\": \"x\", \"points\": \"0\"}",
            "{\"key\": \"x\", \"points\": \"1.0000001\"}",
            "{\"key\": \"x\", \"points\": \"99999999999999999999\"}",
            "{\"key\": \"键\", \"points\": \"1\"}",
            "{\"points\": \"1\"}",
            "{\"key\": \"x\", \"points\": \"1\", \"member\": \"m1\"}"
        }) {
            assertThat(house.post(token, "/api/v1/mall/me/redemptions", bad).status())
                    .as(bad)
                    .isEqualTo(400);
        }
    }

    @Test
    void strangersSeeTheProgrammeAndNothingOfAnybody() throws IOException, InterruptedException {
        assertThat(house.fetch("", "/api/v1/mall/programme").at("name")).isEqualTo("商城");
        assertThat(house.ledger.awaitReadModels(Duration.ofMinutes(3))).isTrue();
        assertThat(house.fetch("", "/api/v1/mall/programme/prices?points=5").list("items"))
                .isNotEmpty();
        assertThat(house.fetch("", ASSETS).status()).isEqualTo(401);
        assertThat(house.fetch("", "/api/v1/mall/me/statement").status()).isEqualTo(401);
        assertThat(house.post("", "/api/v1/mall/me/redemptions", "{\"key\": \"x\", \"points\": \"1\"}")
                        .status())
                .isEqualTo(401);
    }
}
