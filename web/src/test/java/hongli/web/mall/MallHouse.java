package hongli.web.mall;

import com.zaxxer.hikari.HikariDataSource;
import hongli.ledger.Ledger;
import hongli.ledger.LedgerSettings;
import hongli.ledger.journal.MemoryJournal;
import hongli.ledger.wire.Json;
import hongli.mall.Mall;
import hongli.mall.Malls;
import hongli.mall.table.MallClock;
import hongli.web.WebServer;
import hongli.web.WebSettings;
import java.io.IOException;
import java.net.InetAddress;
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
import java.util.SortedSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// A real server with a mall on a database of its own, and a client of it.
public final class MallHouse implements AutoCloseable {
    public final MallClock clock = Malls.clock();
    public final Ledger ledger = Ledger.start(new MemoryJournal(), LedgerSettings.standard());
    public final Mall mall;

    private final HikariDataSource source = Malls.lasting();
    private final WebServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    public MallHouse() {
        this(null);
    }

    /// @param token what callers of everything but the mall must show
    public MallHouse(@Nullable String token) {
        this(token, mall -> mall);
    }

    /// @param change what is to be otherwise in the mall that is served
    public MallHouse(@Nullable String token, UnaryOperator<Mall> change) {
        mall = change.apply(Mall.open(source, clock, ledger));
        var settings = new WebSettings(InetAddress.getLoopbackAddress(), 0, token);
        server = WebServer.start(
                settings,
                ledger,
                () -> {
                    throw new IllegalStateException("there is no sample here");
                },
                mall);
    }

    /// Every method and address of the server.
    public SortedSet<String> routes() {
        return server.routes();
    }

    /// A request to `path`, to which headers and a body may be added.
    public HttpRequest.Builder ask(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .timeout(Duration.ofMinutes(3));
    }

    public Told tell(HttpRequest.Builder request) throws IOException, InterruptedException {
        return new Told(client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8)));
    }

    /// Sends `method` to `path` as the holder of the session `token`.
    public Told tell(String token, String method, String path, String body) throws IOException, InterruptedException {
        var request = ask(path)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        return tell(token.isEmpty() ? request : request.header("Authorization", "Bearer " + token));
    }

    public Told fetch(String token, String path) throws IOException, InterruptedException {
        return tell(token, "GET", path, "");
    }

    public Told post(String token, String path, String body) throws IOException, InterruptedException {
        return tell(token, "POST", path, body);
    }

    /// Logs in at a door: `mall`, `merchant` or `operator`.
    public Told logIn(String door, String login, String password) throws IOException, InterruptedException {
        return post(
                "", "/api/v1/" + door + "/sessions", "{\"login\":\"" + login + "\",\"password\":\"" + password + "\"}");
    }

    @Override
    public void close() {
        server.close();
        client.close();
        ledger.close();
        source.close();
    }

    /// An answer, with its body read as JSON where it is asked for.
    public record Told(HttpResponse<String> response) {
        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public Map<String, @Nullable Object> json() {
            return switch (Json.object(body())) {
                case Json.Reading.Parsed(var fields) -> fields;
                case Json.Reading.Faulty(var fault) -> throw new AssertionError(fault + " in " + body());
            };
        }

        public @Nullable Object at(String name) {
            return json().get(name);
        }

        /// The whole number called `name`.
        public long number(String name) {
            return Long.parseLong(String.valueOf(at(name)));
        }

        /// The objects in the list called `name`.
        @SuppressWarnings("unchecked")
        public List<Map<String, @Nullable Object>> list(String name) {
            return (List<Map<String, @Nullable Object>>) Objects.requireNonNull(at(name));
        }

        public String code() {
            return String.valueOf(at("code"));
        }
    }
}
