package hongli.web;

import static hongli.web.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import hongli.web.House.Told;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Requests that lead nowhere or are no HTTP: problem documents too, and never a page of the server underneath.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenHttpTest {
    private static final String COMMANDS = "/api/v1/programmes/wine/commands";
    private static final String HOST = "Host: localhost\r\n";
    private static final String JSON = "Content-Type: application/json\r\nIdempotency-Key: k\r\n";
    private static final List<String> BROKEN = List.of(
            "GET /%zz HTTP/1.1\r\n" + HOST + "\r\n",
            "GET /api/v1/programmes/%00 HTTP/1.1\r\n" + HOST + "\r\n",
            "GET /api/v1/programmes/wine/members/%C3%28 HTTP/1.1\r\n" + HOST + "\r\n",
            "GET /[ HTTP/1.1\r\n" + HOST + "\r\n",
            "GET /\\ HTTP/1.1\r\n" + HOST + "\r\n",
            "GET /../../etc/passwd HTTP/1.1\r\n" + HOST + "\r\n",
            "GET nonsense HTTP/1.1\r\n" + HOST + "\r\n",
            "GET / HTTP/9.9\r\n" + HOST + "\r\n",
            "GET / HTTP/1.1\r\n\r\n",
            "GET / HTTP/1.1\r\n" + HOST + HOST + "\r\n",
            "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
            "G@T / HTTP/1.1\r\n" + HOST + "\r\n",
            "TRACE / HTTP/1.1\r\n" + HOST + "\r\n",
            "CONNECT / HTTP/1.1\r\n" + HOST + "\r\n",
            "GET / HTTP/1.1\r\n" + HOST + "Bad Header\r\n\r\n",
            "GET / HTTP/1.1\r\n" + HOST + ": no name\r\n\r\n",
            "GET / HTTP/1.1\r\n" + HOST + "Big: " + "x".repeat(20_000) + "\r\n\r\n",
            "GET /" + "x".repeat(20_000) + " HTTP/1.1\r\n" + HOST + "\r\n",
            "GET / HTTP/1.1\r\n" + HOST + "A: b\r\n".repeat(200) + "\r\n",
            "POST " + COMMANDS + " HTTP/1.1\r\n" + HOST + "Content-Length: -1\r\n\r\n",
            "POST " + COMMANDS + " HTTP/1.1\r\n" + HOST + "Content-Length: x\r\n\r\n",
            "POST " + COMMANDS + " HTTP/1.1\r\n" + HOST + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n",
            "POST " + COMMANDS + " HTTP/1.1\r\n" + HOST + "Transfer-Encoding: nonsense\r\n\r\n",
            "POST " + COMMANDS + " HTTP/1.1\r\n" + HOST + JSON + "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
            "POST " + COMMANDS + " HTTP/1.1\r\n" + HOST + JSON + "Content-Length: 50\r\n\r\n{\"type\":",
            "GET http://other.example/ HTTP/1.1\r\n" + HOST + "\r\n",
            "\u0000\u0001\u0002\u0003\r\n\r\n",
            "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\r\n\r\n");

    private House house;

    @BeforeAll
    void open() {
        house = new House().withWine();
    }

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void refusesOtherMethodsAndAddresses() throws IOException, InterruptedException {
        Told told = house.tell(house.ask(COMMANDS).DELETE());

        assertProblem(told, 405, "method_not_allowed");
        assertThat(told.header("Allow")).contains("POST");
        assertProblem(
                house.tell(house.ask("/healthz").method("BREW", BodyPublishers.noBody())), 405, "method_not_allowed");
        for (String path : List.of(
                "/api/v1/nothing",
                "/api/v2/programmes",
                "/api/v1/programmes/",
                "/api//v1/programmes",
                "//api/v1/programmes",
                "/api/v1/programmes/wine/commands/other",
                "/page/../application.properties",
                "/page/..%2f..%2fetc%2fpasswd",
                "/page/nothing.js",
                "/static/index.html",
                "/index.html",
                "/actuator",
                "/error",
                "/WEB-INF/web.xml",
                "/favicon.ico")) {
            assertProblem(house.fetch(path), 404, "path_unknown");
        }
    }

    @Test
    void answersBrokenHttpWithAProblem() throws IOException {
        for (String request : BROKEN) {
            String answer = house.raw(request);
            String shown = request.substring(0, Math.min(80, request.length()));

            assertThat(answer).as(shown).startsWith("HTTP/1.1 4").contains("application/problem+json");
            assertThat(answer)
                    .as(shown)
                    .doesNotContainIgnoringCase("<html")
                    .doesNotContain("Tomcat", "Exception", "\tat ");
            String body = answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1);
            assertThat(House.parsed(body)).as(shown).containsKeys("code", "title", "status", "detail");
        }
    }

    @Test
    void leavesAnUnknownMemberUnknownHoweverItIsWritten() throws IOException, InterruptedException {
        for (String member : List.of("%2F", "a%2Fb", "a%5Cb", "%2E%2E", "a;b=c", "%E9%85%92", "a%3Fb", "%0A")) {
            Told told = house.fetch("/api/v1/programmes/wine/members/" + member);

            assertThat(told.status()).as(member).isEqualTo(404);
            assertProblem(told, 404, "member_unknown");
        }
    }
}
