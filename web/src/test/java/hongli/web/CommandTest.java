package hongli.web;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.web.House.Told;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CommandTest {
    private static final String ORDER =
            "{\"type\":\"order.settled\",\"order\":\"o1\",\"member\":\"A\",\"amount\":\"100.00\"}";
    private static final String TOO_MUCH = "{\"type\":\"points.redeemed\",\"member\":\"A\",\"points\":\"500\"}";

    private House house;

    @BeforeEach
    void open() {
        house = new House().withWine();
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void tellsWhatAnOrderMoved() throws IOException, InterruptedException {
        Told told = house.command(ORDER, "k1");

        assertThat(told.status()).isEqualTo(200);
        assertThat(told.header("Content-Type")).isEqualTo("application/json");
        assertThat(told.at("position")).hasToString("2");
        assertThat(told.at("applied")).isEqualTo(true);
        assertThat(told.at("repeated")).isEqualTo(false);
        assertThat(String.valueOf(told.at("at"))).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
        assertThat(told.list("transfers"))
                .contains(Map.of(
                        "reason", "grant",
                        "from", Map.of("account", "unissued"),
                        "to", Map.of("account", "points", "member", "A"),
                        "unit", "points",
                        "amount", "21.000000"));
    }

    @Test
    void givesTheSameAnswerToTheSameKeyAndContent() throws IOException, InterruptedException {
        Told first = house.command(ORDER, "k1");
        Told again = house.command(ORDER.replace("100.00", "100"), "k1");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body().replace("\"repeated\":false", "\"repeated\":true"));
        assertThat(house.fetch("/api/v1/programmes/wine").at("orders")).hasToString("1");
    }

    @Test
    void refusesTheSameKeyWithOtherContent() throws IOException, InterruptedException {
        house.command(ORDER, "k1");
        Told told = house.command(ORDER.replace("100.00", "200.00"), "k1");

        assertThat(told.status()).isEqualTo(409);
        assertThat(told.code()).isEqualTo("key_reused");
        assertThat(told.at("key")).isEqualTo("k1");
        assertThat(told.at("position")).hasToString("2");
    }

    @Test
    void takesKeysInChinese() throws IOException {
        byte[] request =
                ("POST /api/v1/programmes/wine/commands HTTP/1.1\r\nHost: localhost\r\nIdempotency-Key: 订单一\r\n"
                                + "Content-Type: application/json\r\nConnection: close\r\nContent-Length: "
                                + ORDER.length()
                                + "\r\n\r\n" + ORDER)
                        .getBytes(StandardCharsets.UTF_8);

        assertThat(house.raw(request)).startsWith("HTTP/1.1 200").contains("\"repeated\":false");
        assertThat(house.raw(request)).startsWith("HTTP/1.1 200").contains("\"repeated\":true");
    }

    @Test
    void tellsARefusalWithItsNumbers() throws IOException, InterruptedException {
        house.command(ORDER, "k1");
        Told told = house.command(TOO_MUCH, "k2");

        assertThat(told.status()).isEqualTo(422);
        assertThat(told.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(told.header("Content-Language")).isEqualTo("zh-CN");
        assertThat(told.code()).isEqualTo("points_insufficient");
        assertThat(told.at("title")).isEqualTo("积分不足");
        assertThat(told.at("held")).isEqualTo("21.000000");
        assertThat(told.at("asked")).isEqualTo("500.000000");
        assertThat(told.at("expected")).isEqualTo("会员 A 有至少 500.000000 积分");
        assertThat(told.at("found")).isEqualTo("21.000000");
        assertThat(told.at("position")).hasToString("3");
        assertThat(told.at("repeated")).isEqualTo(false);
        assertThat(house.command(TOO_MUCH, "k2").at("repeated")).isEqualTo(true);
    }

    @Test
    void speaksEnglishWhenAsked() throws IOException, InterruptedException {
        for (var expected : Map.of(
                        "en",
                        "Not enough points",
                        "en-GB,en;q=0.9,zh;q=0.5",
                        "Not enough points",
                        "zh-CN,zh;q=0.9,en;q=0.8",
                        "积分不足",
                        "fr",
                        "积分不足",
                        ";;;=",
                        "积分不足",
                        "x".repeat(900),
                        "积分不足")
                .entrySet()) {
            Told told = house.post(
                    "/api/v1/programmes/wine/commands",
                    TOO_MUCH,
                    "Idempotency-Key",
                    "k2",
                    "Accept-Language",
                    expected.getKey());

            assertThat(told.at("title")).as(expected.getKey()).isEqualTo(expected.getValue());
            assertThat(told.header("Vary")).contains("Accept-Language");
        }
    }

    @Test
    void refusesValuesNoRuleAcceptsByTheirCode() throws IOException, InterruptedException {
        Told told = house.command(ORDER.replace("100.00", "0"), "k1");

        assertThat(told.status()).isEqualTo(422);
        assertThat(told.code()).isEqualTo("not_positive");
        assertThat(told.at("field")).isEqualTo("amount");
        assertThat(told.at("found")).isEqualTo("0");
    }

    @Test
    void answersADryRunWithoutApplyingIt() throws IOException, InterruptedException {
        String before = house.state();
        Told yes = house.post("/api/v1/programmes/wine/commands?dry=true", ORDER);
        Told no = house.post("/api/v1/programmes/wine/commands?dry=true", TOO_MUCH);

        assertThat(yes.status()).isEqualTo(200);
        assertThat(yes.at("dry")).isEqualTo(true);
        assertThat(yes.at("applied")).isEqualTo(true);
        assertThat(yes.list("transfers")).isNotEmpty();
        assertThat(no.status()).isEqualTo(422);
        assertThat(no.code()).isEqualTo("points_insufficient");
        assertThat(no.json()).doesNotContainKey("position");
        assertThat(house.state()).isEqualTo(before);
    }

    @Test
    void tellsNoTransfersToThoseWhoPreferLittle() throws IOException, InterruptedException {
        Told first = house.post(
                "/api/v1/programmes/wine/commands", ORDER, "Idempotency-Key", "k1", "Prefer", "return=minimal");
        Told again = house.post(
                "/api/v1/programmes/wine/commands", ORDER, "Idempotency-Key", "k1", "Prefer", "wait=1, Return=Minimal");
        Told full = house.post(
                "/api/v1/programmes/wine/commands", ORDER, "Idempotency-Key", "k1", "Prefer", "return=representation");
        Told refused = house.post(
                "/api/v1/programmes/wine/commands", TOO_MUCH, "Idempotency-Key", "k2", "Prefer", "return=minimal");

        assertThat(first.header("Preference-Applied")).isEqualTo("return=minimal");
        assertThat(first.json()).containsOnlyKeys("position", "at", "applied", "repeated");
        assertThat(again.body()).isEqualTo(first.body().replace("\"repeated\":false", "\"repeated\":true"));
        assertThat(full.header("Preference-Applied")).isEmpty();
        assertThat(full.list("transfers")).isNotEmpty();
        assertThat(refused.at("held")).isEqualTo("21.000000");
    }

    @Test
    void tellsLinesInBriefToThoseWhoPreferLittle() throws IOException, InterruptedException {
        Told told = house.tell(house.ask("/api/v1/programmes/wine/commands/batch")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"key\":\"b1\"," + ORDER.substring(1) + "\n{\"key\":\"红\"," + TOO_MUCH.substring(1)))
                .header("Content-Type", "application/x-ndjson")
                .header("Prefer", "return=minimal"));
        List<String> lines = told.body().lines().toList();

        assertThat(lines).hasSize(2);
        assertThat(House.parsed(lines.getFirst()))
                .containsOnlyKeys("line", "key", "status", "position", "at", "applied", "repeated");
        assertThat(House.parsed(lines.getLast()))
                .containsEntry("key", "红")
                .containsEntry("code", "points_insufficient")
                .containsEntry("held", "21.000000");
    }

    @Test
    void knowsNoProgrammeForLinesEither() throws IOException, InterruptedException {
        for (String lines : List.of("{\"key\":\"b1\"," + ORDER.substring(1), "not json", "")) {
            Told told = house.tell(house.ask("/api/v1/programmes/beer/commands/batch")
                    .POST(HttpRequest.BodyPublishers.ofString(lines))
                    .header("Content-Type", "application/x-ndjson"));

            assertThat(told.status()).as(lines).isEqualTo(404);
            assertThat(told.code()).isEqualTo("programme_unknown");
        }
    }

    @Test
    void readsBodiesWhoseLengthIsNotToldBefore() throws IOException, InterruptedException {
        byte[] lines =
                ("{\"key\":\"b1\"," + ORDER.substring(1) + "\n").repeat(1_000).getBytes(StandardCharsets.UTF_8);
        Told told = house.tell(house.ask("/api/v1/programmes/wine/commands/batch")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(lines)))
                .header("Content-Type", "application/x-ndjson"));

        assertThat(told.body().lines()).hasSize(1_000).allMatch(line -> line.contains("\"position\":2,"));
    }

    @Test
    void keepsAConnectionForAsLongAsItIsUsed() throws IOException {
        String request = "GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n";

        assertThat(house.raw(request.repeat(300)).split("HTTP/1\\.1 200", -1)).hasSize(301);
    }

    @Test
    void knowsNoProgrammeThatWasNotOpened() throws IOException, InterruptedException {
        Told told = house.post("/api/v1/programmes/beer/commands", ORDER, "Idempotency-Key", "k");

        assertThat(told.status()).isEqualTo(404);
        assertThat(told.code()).isEqualTo("programme_unknown");
        assertThat(house.post("/api/v1/programmes/beer/commands?dry=true", ORDER)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void takesLinesInOrderAndAnswersEach() throws IOException, InterruptedException {
        Told told = house.batch(String.join(
                "\n",
                "{\"key\":\"b1\"," + ORDER.substring(1),
                "not json",
                "",
                "{\"type\":\"member.joined\",\"member\":\"C\"}",
                "{\"key\":7,\"type\":\"member.joined\",\"member\":\"C\"}",
                "{\"key\":\" \",\"type\":\"member.joined\",\"member\":\"C\"}",
                "{\"key\":\"b2\",\"type\":\"member.joined\",\"member\":\"C\",\"colour\":\"red\"}",
                "{\"key\":\"b3\"," + TOO_MUCH.substring(1),
                "{\"key\":\"b1\"," + ORDER.substring(1),
                "{\"key\":\"b1\",\"type\":\"member.joined\",\"member\":\"C\"}",
                "{\"key\":\"b4\",\"type\":\"member.joined\",\"member\":\"C\"}\r",
                ""));

        assertThat(told.status()).isEqualTo(200);
        assertThat(told.header("Content-Type")).isEqualTo("application/x-ndjson");
        List<Map<String, Object>> lines = told.body()
                .lines()
                .map(line -> Map.<String, Object>copyOf(House.parsed(line)))
                .toList();
        assertThat(lines.stream()
                        .map(line -> line.get("line") + " " + line.get("status") + " "
                                + line.getOrDefault("code", line.get("position"))))
                .containsExactly(
                        "1 200 2",
                        "2 400 command_malformed",
                        "4 400 command_malformed",
                        "5 400 command_malformed",
                        "6 400 command_malformed",
                        "7 400 command_malformed",
                        "8 422 points_insufficient",
                        "9 200 2",
                        "10 409 key_reused",
                        "11 200 4");
        assertThat(lines.getFirst()).containsEntry("key", "b1").containsEntry("repeated", false);
        assertThat(lines.get(7)).containsEntry("repeated", true);
    }

    @Test
    void takesTenThousandLinesAtOnce() throws IOException, InterruptedException {
        var lines = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            lines.append("{\"key\":\"o")
                    .append(i)
                    .append("\",\"type\":\"order.settled\",\"order\":\"o")
                    .append(i)
                    .append("\",\"member\":\"A\",\"amount\":\"1.00\"}\n");
        }

        Told told = house.batch(lines.toString());

        assertThat(told.body().lines()).hasSize(10_000).allMatch(line -> line.contains("\"status\":200"));
        assertThat(house.fetch("/api/v1/programmes/wine").at("orders")).hasToString("10000");
    }
}
