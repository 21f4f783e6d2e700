package hongli.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GateTest {
    private static final String JOIN = "{\"type\":\"member.joined\",\"member\":\"B\"}";

    private House house;
    private House locked;

    @BeforeAll
    void open() {
        house = new House().withWine();
        locked = new House("a secret token").withWine();
    }

    @AfterAll
    void close() {
        house.close();
        locked.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LOCALHOST:80", "127.0.0.1", "127.0.0.1:8080", "[::1]", "[::1]:8080"})
    void servesTheNamesOfThisMachine(String host) throws IOException {
        assertThat(house.raw(request("GET /healthz", "Host: " + host))).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "localhost.evil.example",
                "127.0.0.1.evil.example",
                "localhost:80@evil.example",
                "192.168.1.10",
                "0.0.0.0",
                "[::2]",
                "",
            })
    void refusesNamesThatOthersMayPointHere(String host) throws IOException {
        for (String path : new String[] {"/healthz", "/", "/api/v1/programmes", "/metrics", "/nothing"}) {
            assertThat(house.raw(request("GET " + path, "Host: " + host)))
                    .matches("(?s)HTTP/1.1 (403|400) .*")
                    .containsAnyOf("host_not_allowed", "request_malformed");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: http://evil.example",
                "Origin: null",
                "Origin: https://localhost.evil.example",
                "Origin: http://localhost:1",
                "Sec-Fetch-Site: cross-site"
            })
    void refusesChangesFromOtherSites(String header) throws IOException {
        String answer = house.raw(post(header, "Host: localhost"));

        assertThat(answer).startsWith("HTTP/1.1 403").contains("origin_not_allowed");
    }

    @Test
    void takesChangesFromItsOwnPage() throws IOException {
        String answer = house.raw(post("Origin: http://localhost:8080", "Host: localhost:8080"));

        assertThat(answer).startsWith("HTTP/1.1 200").doesNotContain("Access-Control-Allow");
    }

    @Test
    void answersPreflightsWithoutAllowingAnybody() throws IOException {
        String header = "Host: localhost\r\nOrigin: http://evil.example\r\nAccess-Control-Request-Method: POST";
        String answer = house.raw(request("OPTIONS /api/v1/programmes", header));

        assertThat(answer).doesNotContain("Access-Control-Allow").doesNotContain("HTTP/1.1 5");
    }

    @Test
    void asksForTheTokenEverywhereButAtThePages() throws IOException, InterruptedException {
        for (String path : new String[] {
            "/api/v1/programmes", "/api/v1/programmes/wine/state", "/api/v1/openapi.json", "/metrics",
                    "/api/v1/nothing",
            "/nothing", "/page/../api/v1/programmes", "/page/%2e%2e/metrics", "/page/openapi.json", "//metrics",
            "/metrics;x=/page/server.js", "/;/metrics", "/healthz/../metrics"
        }) {
            String answer = locked.raw(request("GET " + path, "Host: any.example"));

            assertThat(answer).as(path).startsWith("HTTP/1.1 4").doesNotContain("wine");
        }
        var told = locked.fetch("/api/v1/programmes");
        assertThat(told.status()).isEqualTo(401);
        assertThat(told.code()).isEqualTo("token_required");
        assertThat(told.header("WWW-Authenticate")).isEqualTo("Bearer");
        for (String path : new String[] {"/", "/api", "/api/", "/page/hongli.css", "/page/server.js", "/healthz"}) {
            assertThat(locked.fetch(path).status()).as(path).isEqualTo(200);
        }
    }

    @Test
    void letsTheTokenIn() throws IOException, InterruptedException {
        for (String path : new String[] {"/api/v1/programmes", "/metrics", "/api/v1/openapi.json"}) {
            assertThat(locked.tell(locked.ask(path).header("Authorization", "Bearer a secret token"))
                            .status())
                    .isEqualTo(200);
        }
        for (String wrong :
                new String[] {"Bearer a secret toke", "Bearer", "Bearer ", "Basic a secret token", "a secret token"}) {
            assertThat(locked.tell(locked.ask("/metrics").header("Authorization", wrong))
                            .status())
                    .isEqualTo(401);
        }
    }

    @Test
    void doesNotListenForOthersWithoutAToken() throws IOException {
        InetAddress anywhere = InetAddress.getByName("0.0.0.0");

        assertThatThrownBy(() -> new WebSettings(anywhere, 0, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("token");
        assertThat(new WebSettings(anywhere, 0, "secret")).asString().doesNotContain("secret");
    }

    @Test
    void guardsEveryAnswer() throws IOException, InterruptedException {
        for (String path : new String[] {"/", "/api/", "/api/v1/programmes", "/nothing", "/metrics"}) {
            var told = house.fetch(path);

            assertThat(told.header("Content-Security-Policy")).contains("default-src 'self'", "frame-ancestors 'none'");
            assertThat(told.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(told.header("Server")).isEmpty();
            assertThat(told.header("X-Powered-By")).isEmpty();
        }
    }

    private static String request(String line, String header) {
        return line + " HTTP/1.1\r\n" + header + "\r\nConnection: close\r\n\r\n";
    }

    private static String post(String... headers) {
        return "POST /api/v1/programmes/wine/commands HTTP/1.1\r\nContent-Type: application/json\r\n"
                + "Idempotency-Key: page\r\nContent-Length: " + JOIN.length() + "\r\nConnection: close\r\n"
                + String.join("\r\n", headers) + "\r\n\r\n" + JOIN;
    }
}
