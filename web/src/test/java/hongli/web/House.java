package hongli.web;

import hongli.ledger.Key;
import hongli.ledger.Ledger;
import hongli.ledger.LedgerSettings;
import hongli.ledger.ProgrammeId;
import hongli.ledger.Submission;
import hongli.ledger.journal.Journal;
import hongli.ledger.journal.MemoryJournal;
import hongli.ledger.wire.CommandJson;
import hongli.ledger.wire.Json;
import hongli.ledger.wire.TermsJson;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A real server on a free loopback port over a journal in memory, and a client of it.
final class House implements AutoCloseable {
    static final String TERMS = """
            {"cap":"100000000","founderPoints":"1","poolRate":"0.30","grantRate":"0.70","quotaMultiple":"2",\
            "fixedDividendRate":"0.10"}""";

    final Ledger ledger;
    final WebServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    House() {
        this(null);
    }

    House(@Nullable String token) {
        this(token, new MemoryJournal());
    }

    House(@Nullable String token, Journal journal) {
        ledger = Ledger.start(journal, LedgerSettings.standard().withRecovery(2, Duration.ofMillis(20)));
        var settings = new WebSettings(InetAddress.getLoopbackAddress(), 0, token);
        server = WebServer.start(settings, ledger, new TrialShop(ledger));
    }

    /// Opens the programme `wine` with one member `A`.
    House withWine() {
        ledger.open(new ProgrammeId("wine"), "酒庄", TermsJson.parse(TERMS));
        submit("{\"type\":\"member.joined\",\"member\":\"A\"}", "join-A");
        return this;
    }

    void submit(String command, String key) {
        ledger.submit(new ProgrammeId("wine"), new Submission(new Key(key), CommandJson.parse(command)));
    }

    /// Waits until statements and prices tell all there is.
    House withReadModels() {
        if (!ledger.awaitReadModels(Duration.ofMinutes(3))) {
            throw new AssertionError("read models must catch up");
        }
        return this;
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    HttpRequest.Builder ask(String path) {
        return HttpRequest.newBuilder(address(path)).timeout(Duration.ofMinutes(3));
    }

    Told tell(HttpRequest.Builder request) throws IOException, InterruptedException {
        return new Told(client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8)));
    }

    HttpResponse<InputStream> stream(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofInputStream());
    }

    Told fetch(String path) throws IOException, InterruptedException {
        return tell(ask(path));
    }

    Told post(String path, String body, String... headers) throws IOException, InterruptedException {
        var request = ask(path).POST(BodyPublishers.ofString(body)).header("Content-Type", "application/json");
        return tell(headers.length == 0 ? request : request.headers(headers));
    }

    Told command(String body, String key) throws IOException, InterruptedException {
        return post("/api/v1/programmes/wine/commands", body, "Idempotency-Key", key);
    }

    Told batch(String lines) throws IOException, InterruptedException {
        return tell(ask("/api/v1/programmes/wine/commands/batch")
                .POST(BodyPublishers.ofString(lines))
                .header("Content-Type", "application/x-ndjson"));
    }

    /// Sends bytes as they are and reads whatever comes back until the server closes or falls silent.
    String raw(byte[] bytes) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.setSoTimeout(3_000);
            socket.getOutputStream().write(bytes);
            socket.getOutputStream().flush();
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    String raw(String text) throws IOException {
        return raw(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    String state() throws IOException, InterruptedException {
        return fetch("/api/v1/programmes/wine/state").body();
    }

    @Override
    public void close() {
        server.close();
        client.close();
        ledger.close();
    }

    /// An answer, with its body read as JSON where it is asked for.
    record Told(HttpResponse<String> response) {
        int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        Map<String, @Nullable Object> json() {
            return parsed(body());
        }

        @Nullable
        Object at(String name) {
            return json().get(name);
        }

        /// The objects in the list called `name`.
        @SuppressWarnings("unchecked")
        List<Map<String, Object>> list(String name) {
            return (List<Map<String, Object>>) Objects.requireNonNull(at(name));
        }

        String code() {
            return String.valueOf(at("code"));
        }
    }

    static Map<String, @Nullable Object> parsed(String text) {
        return switch (Json.object(text)) {
            case Json.Reading.Parsed(var fields) -> fields;
            case Json.Reading.Faulty(var fault) -> throw new AssertionError(fault + " in " + text);
        };
    }
}
