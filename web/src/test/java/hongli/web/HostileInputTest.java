package hongli.web;

import static hongli.web.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import hongli.web.House.Told;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is thrown at the counter: a clear 4xx as a problem document, and nothing changed.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileInputTest {
    private static final String COMMANDS = "/api/v1/programmes/wine/commands";

    private House house;
    private String before = "";

    @BeforeAll
    void open() {
        house = new House().withWine();
    }

    @AfterAll
    void close() {
        house.close();
    }

    @BeforeEach
    void remember() throws IOException, InterruptedException {
        before = house.state();
    }

    @AfterEach
    void nothingHasChanged() throws IOException, InterruptedException {
        assertThat(house.state()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "42",
                "\"text\"",
                "{",
                "{}",
                "{}{}",
                "{\"type\":\"order.settled\"}",
                "{\"type\":\"order.settled\",\"order\":\"o\",\"member\":\"A\",\"amount\":100.00}",
                "{\"type\":\"order.settled\",\"order\":\"o\",\"member\":\"A\",\"amount\":1e400}",
                "{\"type\":\"order.settled\",\"order\":\"o\",\"member\":\"A\",\"amount\":\"1e5\"}",
                "{\"type\":\"order.settled\",\"order\":\"o\",\"member\":\"A\",\"amount\":null}",
                "{\"type\":\"order.settled\",\"order\":\"o\",\"member\":\"A\",\"amount\":{\"a\":\"1\"}}",
                "{\"type\":\"order.settled\",\"order\":\"o\",\"member\":\"A\",\"amount\":NaN}",
                "{\"type\":\"order.settled\",\"order\":\"o\",\"member\":\"A\",\"amount\":\"1\",\"amount\":\"2\"}",
                "{\"type\":\"order.settled\",\"order\":\"o\",\"member\":\"A\",\"amount\":\"1\",\"colour\":\"red\"}",
                "{\"type\":\"order.settled\",\"order\":\"\",\"member\":\"A\",\"amount\":\"1\"}",
                "{\"type\":\"order.settled\",\"order\":\" o\",\"member\":\"A\",\"amount\":\"1\"}",
                "{\"type\":\"order.settled\",\"order\":\"\\u0000\",\"member\":\"A\",\"amount\":\"1\"}",
                "{\"type\":\"order.settled\",\"order\":\"\\ud800\",\"member\":\"A\",\"amount\":\"1\"}",
                "{\"type\":\"order.settled\",\"order\":7,\"member\":\"A\",\"amount\":\"1\"}",
                "{\"type\":\"member.joined\",\"member\":\"B\",\"merchant\":\"true\"}",
                "{\"type\":\"member.joined\",\"member\":\"B\",\"referrer\":null}",
                "{\"type\":[\"member.joined\"],\"member\":\"B\"}",
                "{\"type\":\"order.stolen\",\"order\":\"o\"}",
                "{\"type\":null}",
                "{'type':'member.joined','member':'B'}",
                "{\"type\":\"member.joined\",\"member\":\"B\"} // yes",
                "\ufeff{\"type\":\"member.joined\",\"member\":\"B\"}",
            })
    void refusesACommandThatIsNotWellFormed(String body) throws IOException, InterruptedException {
        Told told = house.command(body, "k");

        assertProblem(told, 400, "command_malformed");
        assertThat(told.list("faults")).isNotEmpty();
    }

    @Test
    void refusesOverlongIds() throws IOException, InterruptedException {
        assertProblem(
                house.command("{\"type\":\"member.joined\",\"member\":\"" + "x".repeat(129) + "\"}", "k"),
                400,
                "command_malformed");
        assertProblem(
                house.command("{\"type\":\"member.joined\",\"member\":\"" + "酒".repeat(43) + "\"}", "k"),
                400,
                "command_malformed");
        assertProblem(house.fetch("/api/v1/programmes/" + "x".repeat(65)), 404, "programme_unknown");
        assertProblem(house.fetch("/api/v1/programmes/wine/members/" + "x".repeat(500)), 404, "member_unknown");
        assertProblem(
                house.command("{\"type\":\"member.joined\",\"member\":\"B\"}", "x".repeat(129)), 400, "key_unsound");
    }

    @Test
    void refusesDeepNesting() throws IOException, InterruptedException {
        for (int depth : List.of(9, 1_000, 50_000)) {
            assertProblem(
                    house.command("{\"a\":".repeat(depth / 2) + "1" + "}".repeat(depth / 2), "k"),
                    400,
                    "command_malformed");
            assertProblem(house.command("[".repeat(depth), "k"), 400, "command_malformed");
        }
    }

    @Test
    void refusesBytesThatAreNotUtf8() throws IOException, InterruptedException {
        for (byte[] wrong : List.of(
                new byte[] {(byte) 0xC3, (byte) 0x28},
                new byte[] {(byte) 0xFF},
                new byte[] {(byte) 0xC0, (byte) 0x80},
                new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80})) {
            byte[] body = "{\"type\":\"member.joined\",\"member\":\"BBBB\"}".getBytes(StandardCharsets.UTF_8);
            System.arraycopy(wrong, 0, body, body.length - 6, wrong.length);
            Told told = house.tell(house.ask(COMMANDS)
                    .POST(BodyPublishers.ofByteArray(body))
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", "k"));

            assertProblem(told, 400, "command_malformed");
            assertThat(told.body()).contains("not_utf8");
        }
        byte[] utf16 = "{\"type\":\"member.joined\",\"member\":\"B\"}".getBytes(StandardCharsets.UTF_16);
        assertThat(house.tell(house.ask(COMMANDS)
                                .POST(BodyPublishers.ofByteArray(utf16))
                                .header("Content-Type", "application/json")
                                .header("Idempotency-Key", "k"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void refusesBodiesOverTheLimit() throws IOException, InterruptedException {
        String tenMegabytes = "{\"type\":\"" + "x".repeat(10 << 20) + "\"}";

        assertProblem(house.command(tenMegabytes, "k"), 413, "body_too_large");
        assertProblem(house.batch(tenMegabytes), 413, "body_too_large");
        assertProblem(house.post("/api/v1/programmes", tenMegabytes), 413, "body_too_large");
        assertProblem(house.post("/api/v1/sample", tenMegabytes), 413, "body_too_large");
        assertProblem(
                house.tell(house.ask(COMMANDS)
                        .POST(BodyPublishers.ofInputStream(
                                () -> new ByteArrayInputStream(tenMegabytes.getBytes(StandardCharsets.UTF_8))))
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", "k")),
                413,
                "body_too_large");
        assertProblem(house.batch("\n".repeat(10_002)), 413, "too_many_lines");
    }

    @Test
    void refusesOtherMediaTypes() throws IOException, InterruptedException {
        for (String type : List.of(
                "text/plain",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/json; charset=gbk",
                "application/x-ndjson",
                "*/*",
                "nonsense",
                "application/json; charset=no-such")) {
            assertProblem(
                    house.tell(house.ask(COMMANDS)
                            .POST(BodyPublishers.ofString("{\"type\":\"member.joined\",\"member\":\"B\"}"))
                            .header("Content-Type", type)
                            .header("Idempotency-Key", "k")),
                    415,
                    "media_type_unsupported");
        }
        assertProblem(
                house.tell(house.ask(COMMANDS)
                        .POST(BodyPublishers.ofString("{\"type\":\"member.joined\",\"member\":\"B\"}"))
                        .header("Idempotency-Key", "k")),
                415,
                "media_type_unsupported");
        assertProblem(
                house.post(
                        COMMANDS,
                        "{\"type\":\"member.joined\",\"member\":\"B\"}",
                        "Idempotency-Key",
                        "k",
                        "Content-Encoding",
                        "gzip"),
                415,
                "media_type_unsupported");
    }

    @Test
    void refusesCommandsWithoutAKey() throws IOException, InterruptedException {
        String join = "{\"type\":\"member.joined\",\"member\":\"B\"}";

        assertProblem(house.post(COMMANDS, join), 400, "key_missing");
        assertProblem(house.command(join, " "), 400, "key_missing");
        assertProblem(house.post(COMMANDS, join, "Idempotency-Key", "a", "Idempotency-Key", "b"), 400, "key_unsound");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "members?limit=0",
                "members?limit=501",
                "members?limit=-1",
                "members?limit=abc",
                "members?limit=1&limit=2",
                "members?cursor=99999999999999999999",
                "members?colour=red",
                "members?%FF=1",
                "members?cursor=%FF",
                "members/A/statement?cursor=nonsense",
                "prices?cursor=-5",
                "prices?points=1",
                "prices?points=10&limit=5",
                "events?from=x",
                "state?pretty=true",
            })
    void refusesQueriesItDoesNotKnow(String query) throws IOException, InterruptedException {
        assertProblem(house.fetch("/api/v1/programmes/wine/" + query), 400, "query_unsound");
    }

    @Test
    void refusesAMisspeltDryRun() throws IOException, InterruptedException {
        for (String query : List.of("?dyr=true", "?dry=yes", "?dry=", "?dry", "?dry=TRUE", "?dry=true&dry=true")) {
            assertProblem(
                    house.post(
                            COMMANDS + query, "{\"type\":\"member.joined\",\"member\":\"B\"}", "Idempotency-Key", "k"),
                    400,
                    "query_unsound");
        }
    }
}
