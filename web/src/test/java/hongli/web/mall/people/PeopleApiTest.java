package hongli.web.mall.people;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.mall.staff.OneTime;
import hongli.web.mall.MallHouse;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PeopleApiTest {
    private static final String PASSWORD = "correct horse 电池";
    private static final String ADDRESS = "{\"receiver\":\"<img src=x onerror=alert(1)>\",\"phone\":\"13800138000\","
            + "\"region\":\"广东省/深圳市/南山区\",\"street\":\"'; drop table mall.address; --\"}";

    private MallHouse house;
    private String operator;
    private String member;
    private long memberId;

    @BeforeAll
    void open() throws IOException, InterruptedException {
        house = new MallHouse("the server's token");
        OneTime first = house.mall.people().workers().founding().firstOperator().orElseThrow();
        operator = begin("operator", first.login(), first.password());
        var joined = house.post("", "/api/v1/mall/members", signUp("13800138000", ""));
        assertThat(joined.status()).as(joined.body()).isEqualTo(201);
        member = String.valueOf(joined.at("token"));
        memberId = joined.number("member");
    }

    @AfterAll
    void close() {
        house.close();
    }

    private static String signUp(String login, String code) {
        return "{\"login\":\"" + login + "\",\"password\":\"" + PASSWORD + "\",\"name\":\"王小明\""
                + (code.isEmpty() ? "" : ",\"referralCode\":\"" + code + "\",\"source\":\"poster\"") + "}";
    }

    /// Logs in with a one-time password and chooses another one; the token.
    private String begin(String door, String login, String password) throws IOException, InterruptedException {
        var first = house.logIn(door, login, password);
        assertThat(first.at("mustChangePassword")).isEqualTo(true);
        String token = String.valueOf(first.at("token"));
        assertThat(house.fetch(token, "/api/v1/" + door + "/trail").status()).isEqualTo(403);
        var told = house.post(
                token, "/api/v1/mall/me/password", "{\"old\":\"" + password + "\",\"new\":\"" + PASSWORD + "\"}");
        assertThat(told.status()).as(told.body()).isEqualTo(200);
        return String.valueOf(told.at("token"));
    }

    @Test
    void takesOnlyFieldsThatAreTheCallersToSet() throws IOException, InterruptedException {
        for (String more : new String[] {"\"tier\":9", "\"status\":\"active\"", "\"id\":1", "\"merchant\":1"}) {
            var told = house.post(
                    "",
                    "/api/v1/mall/members",
                    "{\"login\":\"13800138001\",\"password\":\"" + PASSWORD + "\"," + more + "}");
            assertThat(told.status()).as(more).isEqualTo(400);
            assertThat(told.code()).isEqualTo("fields_unsound");
        }
        assertThat(house.tell(member, "PATCH", "/api/v1/mall/me", "{\"name\":\"小明\",\"tier\":9}")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void saysWhatIsWrongInTheCallersLanguage() throws IOException, InterruptedException {
        var zh = house.post("", "/api/v1/mall/members", signUp("13800138000", ""));
        assertThat(zh.status()).isEqualTo(409);
        assertThat(zh.code()).isEqualTo("contact_taken");
        assertThat(String.valueOf(zh.at("title"))).contains("注册过");
        var unknown = house.post("", "/api/v1/mall/members", signUp("13800138009", "NOBODYS1"));
        assertThat(unknown.code()).isEqualTo("referral_code_unknown");
        var en = house.tell(house.ask("/api/v1/operator/members").header("Accept-Language", "en"));
        assertThat(en.status()).isEqualTo(401);
        assertThat(en.at("title")).isEqualTo("Please log in");
    }

    @Test
    void keepsAddressesToTheirMember() throws IOException, InterruptedException {
        var added = house.post(member, "/api/v1/mall/me/addresses", ADDRESS);
        assertThat(added.status()).as(added.body()).isEqualTo(201);
        String path = "/api/v1/mall/me/addresses/" + added.number("id");
        String other = String.valueOf(house.post("", "/api/v1/mall/members", signUp("o@example.com", ""))
                .at("token"));

        assertThat(house.fetch(member, "/api/v1/mall/me/addresses").list("items"))
                .anySatisfy(address -> assertThat(address)
                        .containsEntry("street", "'; drop table mall.address; --")
                        .containsEntry("isDefault", true));
        assertThat(house.tell(other, "PUT", path, ADDRESS).status()).isEqualTo(404);
        assertThat(house.tell(other, "DELETE", path, "").status()).isEqualTo(404);
        assertThat(house.tell(member, "DELETE", "/api/v1/mall/me/addresses/1%20or%201=1", "")
                        .status())
                .isIn(401, 404);
        assertThat(house.post("", "/api/v1/mall/me/addresses", ADDRESS).status())
                .isEqualTo(401);
        assertThat(house.post(member, "/api/v1/mall/me/addresses", ADDRESS.replace("广东省/", "/"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void listsMembersForOperatorsOnly() throws IOException, InterruptedException {
        var told = house.fetch(operator, "/api/v1/operator/members?text=13800138000&status=active&sort=-joinedAt");
        assertThat(told.status()).as(told.body()).isEqualTo(200);
        assertThat(told.list("items"))
                .singleElement()
                .satisfies(found -> assertThat(found).containsEntry("phone", "138****8000"));
        assertThat(house.fetch(operator, "/api/v1/operator/members/" + memberId).at("phone"))
                .isEqualTo("13800138000");
        assertThat(house.fetch(member, "/api/v1/operator/members").status()).isEqualTo(403);
        assertThat(house.fetch(operator, "/api/v1/operator/members/99999999").status())
                .isEqualTo(404);
        for (String bad : new String[] {
            "limit=0",
            "limit=201",
            "sort=password",
            "sort=id;drop",
            "cursor=x",
            "cursor=" + "eB8x",
            "status=x",
            "joinedFrom=x",
            "text=%00",
            "referrer=-1",
            "unknown=1",
            "text=a&text=b"
        }) {
            assertThat(house.fetch(operator, "/api/v1/operator/members?" + bad).status())
                    .as(bad)
                    .isEqualTo(400);
        }
    }

    @Test
    void tellsTheTrailOfWhatOperatorsDo() throws IOException, InterruptedException {
        long id = house.post("", "/api/v1/mall/members", signUp("t@example.com", ""))
                .number("member");
        String path = "/api/v1/operator/members/" + id;
        assertThat(house.post(operator, path + "/lock", "{\"why\":\"<script>\"}")
                        .status())
                .isEqualTo(204);
        assertThat(house.logIn("mall", "t@example.com", PASSWORD).code()).isEqualTo("account_locked");

        var trail = house.fetch(operator, "/api/v1/operator/trail?action=member&subject=" + id);
        assertThat(trail.list("items")).singleElement().satisfies(line -> {
            assertThat(line).containsEntry("action", "member.locked");
            assertThat(line.get("before")).isEqualTo(Map.of("status", "active"));
            assertThat(line.get("after")).isEqualTo(Map.of("status", "locked", "why", "<script>"));
        });
        assertThat(house.fetch(operator, "/api/v1/merchant/trail").status()).isEqualTo(403);
        assertThat(house.fetch(member, "/api/v1/operator/trail").status()).isEqualTo(403);
    }

    @Test
    void hiresWithARoleAndNoMore() throws IOException, InterruptedException {
        var role =
                house.post(operator, "/api/v1/operator/roles", "{\"name\":\"客服\",\"permissions\":[\"members_read\"]}");
        assertThat(role.status()).as(role.body()).isEqualTo(201);
        var hired = house.post(
                operator,
                "/api/v1/operator/workers",
                "{\"login\":\"kefu\",\"name\":\"小李\",\"role\":" + role.number("id") + "}");
        assertThat(hired.status()).as(hired.body()).isEqualTo(201);
        String token = begin("operator", "kefu", String.valueOf(hired.at("oneTimePassword")));

        assertThat(house.fetch(token, "/api/v1/operator/members").status()).isEqualTo(200);
        assertThat(house.fetch(token, "/api/v1/operator/workers").status()).isEqualTo(403);
        assertThat(house.post(token, "/api/v1/operator/members/" + memberId + "/lock", "{\"why\":\"x\"}")
                        .status())
                .isEqualTo(403);
        assertThat(house.fetch(token, "/api/v1/merchant/workers").status()).isEqualTo(403);
        assertThat(house.post(operator, "/api/v1/operator/roles", "{\"name\":\"x\",\"permissions\":[\"root\"]}")
                        .status())
                .isEqualTo(400);
        assertThat(house.fetch(operator, "/api/v1/operator/workers?active=true&text=kefu")
                        .list("items"))
                .hasSize(1);
        assertThat(house.fetch(operator, "/api/v1/operator/workers").body()).doesNotContain("argon2");
    }

    @Test
    void tellsWhomAMemberBrought() throws IOException, InterruptedException {
        String code =
                String.valueOf(house.fetch(member, "/api/v1/mall/me/invitation").at("code"));
        assertThat(house.fetch("", "/api/v1/mall/invitations/" + code).at("name"))
                .isEqualTo("王**");
        var brought = house.post("", "/api/v1/mall/members", signUp("friend@example.com", code));
        assertThat(brought.status()).as(brought.body()).isEqualTo(201);

        assertThat(house.fetch(member, "/api/v1/mall/me/referrals").list("items"))
                .singleElement()
                .satisfies(kin -> assertThat(kin).containsEntry("name", "王**").doesNotContainKey("phone"));
        assertThat(house.fetch(member, "/api/v1/mall/me/referrals/earnings").list("items"))
                .isEmpty();
        var late = house.post(member, "/api/v1/mall/me/referral", "{\"code\":\"" + code + "\"}");
        assertThat(late.code()).isEqualTo("referral_self");
        var line = house.fetch(operator, "/api/v1/operator/members/" + brought.number("member") + "/lineage");
        assertThat(line.list("items")).hasSize(1);
        assertThat(line.list("tries"))
                .singleElement()
                .satisfies(each ->
                        assertThat(each).containsEntry("outcome", "bound").containsEntry("source", "poster"));
        assertThat(house.tell(operator, "PUT", "/api/v1/operator/settings/referral-levels", "{\"levels\":3}")
                        .status())
                .isEqualTo(400);
        assertThat(house.tell(member, "PUT", "/api/v1/operator/settings/referral-levels", "{\"levels\":2}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void exportsAndForgetsAMember() throws IOException, InterruptedException {
        String token = String.valueOf(house.post("", "/api/v1/mall/members", signUp("gone@example.com", ""))
                .at("token"));
        var export = house.fetch(token, "/api/v1/mall/me/export");
        assertThat(export.status()).isEqualTo(200);
        assertThat(export.body()).contains("gone@example.com").doesNotContain("argon2", "digest");
        assertThat(house.post(token, "/api/v1/mall/me/erasure", "{\"password\":\"wrong\"}")
                        .code())
                .isEqualTo("password_wrong");
        assertThat(house.post(token, "/api/v1/mall/me/erasure", "{\"password\":\"" + PASSWORD + "\"}")
                        .status())
                .isEqualTo(204);
        assertThat(house.fetch(token, "/api/v1/mall/me").status()).isEqualTo(401);
        assertThat(house.logIn("mall", "gone@example.com", PASSWORD).code()).isEqualTo("login_wrong");
    }

    @Test
    void refusesTriesWithoutEnd() throws IOException, InterruptedException {
        for (int i = 0; i < 5; i++) {
            assertThat(house.logIn("merchant", "nobody", "wrong").status()).isEqualTo(401);
        }
        var told = house.logIn("merchant", "nobody", "wrong");
        assertThat(told.status()).isEqualTo(429);
        assertThat(told.code()).isEqualTo("too_many_attempts");
        assertThat(told.number("seconds")).isBetween(1L, 900L);
    }
}
