package hongli.web;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.web.House.Told;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class EventsTest {
    private static final String EVENTS = "/api/v1/programmes/wine/events";

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
    void tellsEventsFromAPositionAndThenTheNewOnes() throws IOException, InterruptedException {
        var stream = house.stream(house.ask(EVENTS + "?from=1"));
        assertThat(stream.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/event-stream");
        try (var in = reader(stream)) {
            assertThat(next(in))
                    .startsWith("id: 1", "event: member.joined")
                    .anyMatch(line -> line.startsWith("data: {\"position\":1,") && line.contains("\"member\":\"A\""));
            house.submit("{\"type\":\"order.settled\",\"order\":\"o1\",\"member\":\"A\",\"amount\":\"9.00\"}", "o1");
            assertThat(next(in))
                    .startsWith("id: 2", "event: order.settled")
                    .anyMatch(line -> line.contains("\"applied\":true") && line.contains("\"transfers\""));
            house.submit("{\"type\":\"order.reversed\",\"order\":\"o9\"}", "r9");
            assertThat(next(in)).startsWith("id: 3").anyMatch(line -> line.contains("\"code\":\"order_unknown\""));
        }
    }

    @Test
    void goesOnAfterTheLastEventSeen() throws IOException, InterruptedException {
        house.submit("{\"type\":\"member.joined\",\"member\":\"B\"}", "B");
        house.submit("{\"type\":\"member.joined\",\"member\":\"C\"}", "C");
        try (var in = reader(house.stream(house.ask(EVENTS + "?from=1").header("Last-Event-ID", "2")))) {
            assertThat(next(in)).startsWith("id: 3");
        }
    }

    @Test
    void tellsOnlyNewEventsWithoutAPosition() throws IOException, InterruptedException {
        try (var in = reader(house.stream(house.ask(EVENTS)))) {
            house.submit("{\"type\":\"member.joined\",\"member\":\"B\"}", "B");
            assertThat(next(in)).startsWith("id: 2");
        }
    }

    @Test
    void refusesAStreamOfNothing() throws IOException, InterruptedException {
        assertThat(house.fetch("/api/v1/programmes/beer/events").status()).isEqualTo(404);
        assertThat(house.tell(house.ask(EVENTS).header("Last-Event-ID", "x")).code())
                .isEqualTo("query_unsound");
    }

    @Test
    void endsOpenStreamsWhenItStops() throws IOException, InterruptedException {
        try (var in = reader(house.stream(house.ask(EVENTS + "?from=1")))) {
            next(in);
            house.server.close();
            assertThat(in.lines())
                    .as("what was cut off would fail")
                    .allMatch(line -> line.isEmpty() || line.equals(":"));
        }
    }

    private static BufferedReader reader(HttpResponse<InputStream> stream) {
        return new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8));
    }

    /// The lines of the next event.
    private static List<String> next(BufferedReader in) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.isEmpty() && lines.stream().anyMatch(kept -> kept.startsWith("id: "))) {
                return lines;
            }
            if (line.isEmpty() || line.startsWith(":")) {
                lines.clear();
            } else {
                lines.add(line);
            }
        }
        return lines;
    }

    @Test
    void showsWhatHappenedAtOnePosition() throws IOException, InterruptedException {
        house.submit("{\"type\":\"order.settled\",\"order\":\"e1\",\"member\":\"A\",\"amount\":\"9.00\"}", "e1");
        Object last = house.fetch("/api/v1/programmes/wine").at("position");
        Told one = house.fetch("/api/v1/programmes/wine/events/" + last);
        assertThat(one.status()).isEqualTo(200);
        assertThat(one.at("key")).isEqualTo("e1");
        assertThat(one.body()).contains("\"applied\":true", "\"transfers\":[");
        for (String none : List.of("0", "99", "-1", "x", "01", "99999999999999999999")) {
            Told told = house.fetch("/api/v1/programmes/wine/events/" + none);
            assertThat(told.status()).as(none).isEqualTo(404);
            assertThat(told.code()).isEqualTo("position_unknown");
        }
        assertThat(house.fetch("/api/v1/programmes/beer/events/1").code()).isEqualTo("programme_unknown");
    }
}
