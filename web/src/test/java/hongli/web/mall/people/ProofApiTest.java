package hongli.web.mall.people;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.mall.staff.OneTime;
import hongli.web.mall.MallHouse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProofApiTest {
    private static final String PASSWORD = "correct horse 电池";
    private static final Pattern PASSCODE = Pattern.compile("[0-9]{6}");

    private MallHouse house;
    private String operator;

    @BeforeAll
    void open() throws IOException, InterruptedException {
        house = new MallHouse();
        OneTime first = house.mall.people().workers().founding().firstOperator().orElseThrow();
        var told = house.post(
                "",
                "/api/v1/operator/sessions",
                "{\"login\":\"" + first.login() + "\",\"password\":\"" + first.password() + "\"}");
        operator = String.valueOf(house.post(
                        String.valueOf(told.at("token")),
                        "/api/v1/mall/me/password",
                        "{\"old\":\"" + first.password() + "\",\"new\":\"" + PASSWORD + "\"}")
                .at("token"));
    }

    @AfterAll
    void close() {
        house.close();
    }

    private String signUp(String login) throws IOException, InterruptedException {
        var told = house.post(
                "",
                "/api/v1/mall/members",
                "{\"login\":\"" + login + "\",\"password\":\"" + PASSWORD + "\",\"name\":\"王 & <b>\"}");
        assertThat(told.status()).as(told.body()).isEqualTo(201);
        return String.valueOf(told.at("token"));
    }

    private String passcode(String recipient) throws IOException, InterruptedException {
        house.mall.timers().runDue();
        var told = house.fetch(operator, "/api/v1/operator/sandbox/messages?recipient=" + recipient);
        assertThat(told.status()).as(told.body()).isEqualTo(200);
        var found =
                PASSCODE.matcher(String.valueOf(told.list("items").getFirst().get("content")));
        assertThat(found.find()).isTrue();
        return found.group();
    }

    @Test
    void letsAMemberInAgainWhoForgotThePassword() throws IOException, InterruptedException {
        String old = signUp("13812345678");
        var known = house.post("", "/api/v1/mall/password-resets", "{\"login\":\"13812345678\"}");
        var unknown = house.post("", "/api/v1/mall/password-resets", "{\"login\":\"13812345679\"}");
        assertThat(known.status()).as(known.body()).isEqualTo(202);
        assertThat(known.body()).isEqualTo(unknown.body());

        String asked = "{\"login\":\"13812345678\",\"passcode\":\"" + passcode("13812345678")
                + "\",\"password\":\"a new one 2026\"}";
        var done = house.post("", "/api/v1/mall/password-resets/completion", asked);

        assertThat(done.status()).as(done.body()).isEqualTo(201);
        assertThat(done.header("Set-Cookie")).contains("HttpOnly");
        assertThat(house.fetch(String.valueOf(done.at("token")), "/api/v1/mall/me")
                        .at("phoneProvedAt"))
                .isNotNull();
        assertThat(house.fetch(old, "/api/v1/mall/me").status()).isEqualTo(401);
        assertThat(house.post("", "/api/v1/mall/password-resets/completion", asked)
                        .code())
                .isEqualTo("passcode_wrong");
        assertThat(house.post("", "/api/v1/mall/password-resets", "{\"login\":\"13812345678\"}")
                        .status())
                .isEqualTo(429);
    }

    @Test
    void confirmsAContact() throws IOException, InterruptedException {
        String member = signUp("a@example.com");
        var sent = house.post(member, "/api/v1/mall/me/contact/passcodes", "{\"contact\":\"a@example.com\"}");
        assertThat(sent.status()).as(sent.body()).isEqualTo(202);
        String body = "{\"contact\":\"a@example.com\",\"passcode\":\"" + passcode("a@example.com") + "\"}";
        var told = house.post(member, "/api/v1/mall/me/contact/proofs", body);

        assertThat(told.status()).as(told.body()).isEqualTo(200);
        assertThat(told.at("emailProvedAt")).isNotNull();
        assertThat(house.post(member, "/api/v1/mall/me/contact/passcodes", "{\"contact\":\"b@example.com\"}")
                        .code())
                .isEqualTo("contact_not_yours");
        assertThat(house.fetch(member, "/api/v1/operator/sandbox/messages").status())
                .isEqualTo(403);
    }

    @Test
    void drawsInvitations() throws IOException, InterruptedException {
        String member = signUp("13812345670");
        var poster = house.tell(house.ask("/api/v1/mall/me/invitation/poster.svg?language=en")
                .header("Authorization", "Bearer " + member));
        assertThat(poster.status()).as(poster.body()).isEqualTo(200);
        assertThat(poster.header("Content-Type")).startsWith("image/svg+xml");
        assertThat(poster.header("Content-Security-Policy")).contains("sandbox");
        assertThat(poster.body()).contains("王 &amp; &lt;b&gt; invites you").doesNotContain("<b>");
        var plain = house.fetch(member, "/api/v1/mall/me/invitation/qr.svg");
        assertThat(plain.body()).startsWith("<svg ");
        assertThat(house.fetch("", "/api/v1/mall/me/invitation/qr.svg").status())
                .isEqualTo(401);
        assertThat(house.fetch(member, "/api/v1/mall/me/invitation/poster.svg?language=fr")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void opensAMerchantWithItsOwner() throws IOException, InterruptedException {
        assertThat(house.tell(operator, "PUT", "/api/v1/operator/mode", "{\"multiMerchant\":true}")
                        .status())
                .isEqualTo(200);
        String member = signUp("13812345671");
        long merchant = house.post(
                        member,
                        "/api/v1/mall/merchant-applications",
                        "{\"name\":\"新酒行\",\"contact\":\"13812345671\",\"licence\":\"9131\"}")
                .number("id");
        String office = "/api/v1/operator/merchants/" + merchant;
        house.post(operator, office + "/accept", "{\"entryFee\":\"1000.00\",\"commissionMillionths\":50000}");
        String mine = "/api/v1/mall/merchant-applications/" + merchant;
        var due = house.post(member, mine + "/entry-fee", "");
        assertThat(due.at("amount")).isEqualTo("1000.00");
        pay(member, due.number("checkout"));

        String owner = "{\"login\":\"boss\",\"name\":\"老板\",\"password\":\"" + PASSWORD + "\"}";
        assertThat(house.post(member, mine + "/clerk", owner).status()).isEqualTo(201);
        assertThat(house.post(operator, office + "/clerk", "{\"login\":\"other\",\"name\":\"x\"}")
                        .code())
                .isEqualTo("shop_staffed");
        var session =
                house.post("", "/api/v1/merchant/sessions", "{\"login\":\"boss\",\"password\":\"" + PASSWORD + "\"}");
        assertThat(house.fetch(String.valueOf(session.at("token")), "/api/v1/merchant/profile")
                        .number("id"))
                .isEqualTo(merchant);
        assertThat(house.post(operator, office + "/entry-fee/refund", "{\"reason\":\"x\"}")
                        .code())
                .isEqualTo("entry_fee_stays");
    }

    private void pay(String member, long checkout) throws IOException, InterruptedException {
        String payments = "/api/v1/mall/checkouts/" + checkout + "/payments";
        assertThat(house.fetch(member, "/api/v1/mall/checkouts/" + checkout).at("payable"))
                .isEqualTo("1000.00");
        assertThat(house.post(member, payments, "{\"cash\":\"1.00\",\"channel\":\"sandbox\"}")
                        .code())
                .isEqualTo("purse_for_orders_only");
        var started = house.post(member, payments, "{\"channel\":\"sandbox\"}");
        Object reference = started.list("payments").getFirst().get("reference");
        long notice = house.post(member, "/api/v1/mall/sandbox/payments/" + reference, "{}")
                .number("notice");
        house.post(member, "/api/v1/mall/sandbox/notices/" + notice + "/deliver", "");
        house.mall.timers().runDue();
    }
}
