package hongli.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.economy.command.Command;
import hongli.economy.command.CommandReader;
import hongli.economy.model.EagerProgramme;
import hongli.ledger.wire.Json;
import hongli.ledger.wire.TermsJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A crowd over HTTP, the server and its database killed at a random moment, started again: ten times, or a hundred
/// with
/// `-Dhongli.long=true`.
class KillRoundsTest {
    private static final int ROUNDS = Boolean.getBoolean("hongli.long") ? 100 : 10;
    private static final String TERMS = """
            {"cap":"1000000","founderPoints":"1","poolRate":"0.30","grantRate":"0.60","referralRates":["0.10","0.05"],\
            "quotaMultiple":"0.4","referralQuotaMultiple":"1","fixedDividendRate":"0.10","tierDividendRate":"0.05",\
            "tierThresholds":["20","60"]}""";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Crowd crowd = new Crowd();
    private final EagerProgramme judge = new EagerProgramme(TermsJson.parse(TERMS));
    private final Map<String, Crowd.Promise> journal = new HashMap<>();
    private final List<Long> rejected = new ArrayList<>();
    private long position;

    @TempDir
    Path folder;

    @Test
    void nothingAnsweredIsLostOrDoubledHoweverOftenTheHouseIsKilled() throws IOException, InterruptedException {
        int port = ServerProcess.freePort();
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int round = 1; round <= ROUNDS; round++) {
            try (var server = ServerProcess.start(port, folder.resolve("data"))) {
                open(server);
                judge(server, round);
                var begun = new CountDownLatch(Crowd.CLIENTS);
                List<Thread> clients = crowd.storm(server, round, begun);
                begun.await(30, TimeUnit.SECONDS);
                Thread.sleep(random.nextInt(900));
                server.killGroup();
                for (Thread thread : clients) {
                    thread.join();
                }
                assertThat(crowd.wrongs()).as("seed %d, round %d", seed, round).isEmpty();
            }
        }
        try (var server = ServerProcess.start(port, folder.resolve("data"))) {
            judge(server, ROUNDS + 1);
            server.signal("TERM");
            server.awaitExit();
            assertThat(ServerProcess.databases(folder)).isZero();
        }
        assertThat(crowd.promises()).hasSizeGreaterThan(ROUNDS * Crowd.CLIENTS);
        System.out.printf(
                "%d rounds: %,d commands promised, %,d in the journal, %,d of them refused%n",
                ROUNDS, crowd.promises().size(), position, rejected.size());
    }

    /// Reads what the journal has got since the last round, has the eager model decide it, and compares.
    private void judge(ServerProcess server, int round) throws IOException, InterruptedException {
        for (Map<String, ?> event : events(server)) {
            String key = String.valueOf(event.get("key"));
            position++;
            assertThat(event.get("position")).hasToString(Long.toString(position));
            var decided =
                    new Crowd.Promise(position, judge.apply(command(event)).isEmpty());
            assertThat(event.get("applied")).as("round %d, %s", round, key).isEqualTo(decided.applied());
            assertThat(journal.put(key, decided))
                    .as("key twice in the journal: %s", key)
                    .isNull();
            if (!decided.applied()) {
                rejected.add(position);
            }
        }
        assertThat(journal).as("round %d", round).containsAllEntriesOf(crowd.promises());
        assertThat(text(server, Crowd.PROGRAMME + "/state"))
                .as("round %d", round)
                .isEqualTo(judge.state(rejected));
    }

    private static Command command(Map<String, ?> event) {
        @SuppressWarnings("unchecked")
        var fields = (Map<String, ?>) Objects.requireNonNull(event.get("command"));
        return switch (CommandReader.read(fields)) {
            case CommandReader.Reading.Understood(Command command) -> command;
            case CommandReader.Reading.Malformed(var faults) -> throw new AssertionError(faults);
        };
    }

    private List<Map<String, ?>> events(ServerProcess server) throws IOException, InterruptedException {
        List<Map<String, ?>> events = new ArrayList<>();
        Object now =
                Objects.requireNonNull(fields(text(server, Crowd.PROGRAMME)).get("position"));
        long last = ((Number) now).longValue();
        var request = HttpRequest.newBuilder(server.address(Crowd.PROGRAMME + "/events?from=" + (position + 1)));
        HttpResponse<InputStream> response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (var lines = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            while (position + events.size() < last) {
                String line = String.valueOf(lines.readLine());
                if (line.startsWith("data: ")) {
                    events.add(fields(line.substring("data: ".length())));
                }
            }
        }
        return events;
    }

    private void open(ServerProcess server) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.address("/api/v1/programmes"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"id\":\"crowd\",\"name\":\"Crowd\",\"terms\":" + TERMS + "}"));
        assertThat(client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isIn(200, 201);
    }

    private String text(ServerProcess server, String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.address(path));
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private static Map<String, ?> fields(String text) {
        return switch (Json.object(text)) {
            case Json.Reading.Parsed(var fields) -> fields;
            case Json.Reading.Faulty(var fault) -> throw new AssertionError(fault);
        };
    }
}
