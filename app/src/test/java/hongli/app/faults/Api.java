package hongli.app.faults;

import hongli.economy.command.CommandWriter;
import hongli.economy.terms.Terms;
import hongli.economy.terms.TermsWriter;
import hongli.ledger.wire.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The counter of one running server, asked about one programme.
final class Api implements AutoCloseable {
    private static final String PROGRAMME = "trial";
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final String address;
    private final HttpClient client;

    Api(int port) {
        this.address = "http://127.0.0.1:" + port;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
    }

    boolean isHealthy() throws InterruptedException {
        try {
            return send(request("/healthz").GET()).statusCode() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    void open(Terms terms) throws IOException, InterruptedException {
        Map<String, Object> wish = Map.of("id", PROGRAMME, "name", "Trial", "terms", TermsWriter.fields(terms));
        int status = send(posting("/api/v1/programmes", "application/json", Json.text(wish)))
                .statusCode();
        if (status != 201 && status != 200) {
            throw new AssertionError("the programme must be opened: status=" + status);
        }
    }

    /// Sends one command; empty where it was not decided, or nobody knows.
    Optional<Said> submit(Sent sent) throws IOException, InterruptedException {
        String body = Json.text(CommandWriter.fields(sent.command()));
        HttpResponse<String> answer =
                send(posting(path("/commands"), "application/json", body).header("Idempotency-Key", sent.key()));
        return Said.of(answer.statusCode(), fields(answer.body()));
    }

    /// Sends many at once; the answers come in the same order.
    List<Optional<Said>> submit(List<Sent> sent) throws IOException, InterruptedException {
        String body = sent.stream().map(one -> Json.text(one.line()) + "\n").collect(Collectors.joining());
        HttpResponse<String> answer = send(posting(path("/commands/batch"), "application/x-ndjson", body));
        if (answer.statusCode() == 503) {
            return sent.stream().map(_ -> Optional.<Said>empty()).toList();
        }
        List<Optional<Said>> said = new ArrayList<>();
        for (String line : answer.body().lines().toList()) {
            var fields = fields(line);
            said.add(Said.of(fields.get("status") instanceof Number number ? number.intValue() : 0, fields));
        }
        if (answer.statusCode() != 200 || said.size() != sent.size()) {
            throw new AssertionError("every line must be answered: sent=" + sent.size() + ", answer=" + answer.body());
        }
        return said;
    }

    /// The position of the state that `reader` is shown.
    long state(Consumer<String> reader) throws IOException, InterruptedException {
        HttpResponse<String> answer = send(request(path("/state")).GET());
        reader.accept(answer.body());
        return answer.headers().firstValueAsLong("Hongli-Position").orElseThrow();
    }

    /// The journal's rows after position `after` up to `last`.
    List<Row> journal(long after, long last) throws IOException, InterruptedException {
        List<Row> rows = new ArrayList<>();
        if (last <= after) {
            return rows;
        }
        var events = request(path("/events?from=" + (after + 1))).GET().build();
        try (Stream<String> lines = client.send(events, BodyHandlers.ofLines()).body()) {
            Iterator<String> line = lines.iterator();
            while (rows.isEmpty() || rows.getLast().position() < last) {
                String text = line.next();
                if (text.startsWith("data: ")) {
                    rows.add(Row.of(fields(text.substring("data: ".length()))));
                }
            }
        }
        return rows;
    }

    /// What it answers to a question.
    String fetch(String path) throws IOException, InterruptedException {
        return send(request(path).GET()).body();
    }

    /// What it answers to the holder of a session who sends something: the status, and the body.
    String send(String token, String path, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = posting(path, "application/json", body);
        HttpResponse<String> answer =
                send(token.isEmpty() ? request : request.header("Authorization", "Bearer " + token));
        return answer.statusCode() + " " + answer.body();
    }

    private static String path(String rest) {
        return "/api/v1/programmes/" + PROGRAMME + rest;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(PATIENCE);
    }

    private HttpRequest.Builder posting(String path, String type, String body) {
        return request(path).header("Content-Type", type).POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static Map<String, @Nullable Object> fields(String body) {
        return switch (Json.object(body)) {
            case Json.Reading.Parsed(var fields) -> fields;
            case Json.Reading.Faulty(var fault) ->
                throw new AssertionError("an object is expected: fault=" + fault + ", body=" + body);
        };
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
