package hongli.app.serve;

import hongli.ledger.wire.Json;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// Sixteen clients that send commands over HTTP, each waiting for its answer, until the server dies; they remember what
/// they were promised.
final class Crowd {
    static final int CLIENTS = 16;
    static final String PROGRAMME = "/api/v1/programmes/crowd";
    private static final long PAUSE_MILLIS = 3;

    private final Map<String, Promise> promises = new ConcurrentHashMap<>();
    private final Queue<Sent> unanswered = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrongs = new ConcurrentLinkedQueue<>();

    /// A command on its way, under its key.
    record Sent(String key, String command) {}

    /// What the server said: the place of the command and whether it was applied.
    record Promise(long position, boolean applied) {}

    /// All that was promised, by key.
    Map<String, Promise> promises() {
        return promises;
    }

    /// Answers that must not be.
    List<String> wrongs() {
        return List.copyOf(wrongs);
    }

    /// Sends again what was left without an answer, then new commands, from all clients, until the server is gone.
    /// Counts `begun` down when the first answers are there.
    List<Thread> storm(ServerProcess server, int round, CountDownLatch begun) {
        List<Thread> clients = new ArrayList<>();
        for (int number = 0; number < CLIENTS; number++) {
            var habits = new Habits(round, number);
            clients.add(Thread.ofVirtual().start(() -> send(server, habits, begun)));
        }
        return clients;
    }

    private void send(ServerProcess server, Habits habits, CountDownLatch begun) {
        @Nullable Sent sent = null;
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build()) {
            while (true) {
                Sent again = unanswered.poll();
                sent = again != null ? again : habits.next();
                submit(client, server, sent);
                begun.countDown();
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (IOException _) {
            unanswered.add(Objects.requireNonNull(sent));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void submit(HttpClient client, ServerProcess server, Sent sent) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.address(PROGRAMME + "/commands"))
                .timeout(Duration.ofSeconds(60))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", sent.key())
                .POST(HttpRequest.BodyPublishers.ofString(sent.command()));
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        switch (response.statusCode()) {
            case 200, 422 -> remember(sent, response.body());
            case 503 -> unanswered.add(sent);
            default -> wrongs.add(response.statusCode() + " " + response.body() + " to " + sent);
        }
    }

    private void remember(Sent sent, String body) {
        if (!(Json.object(body) instanceof Json.Reading.Parsed(var fields))
                || !(fields.get("position") instanceof Number position)) {
            wrongs.add("not understood: " + body);
            return;
        }
        var promise = new Promise(position.longValue(), Boolean.TRUE.equals(fields.get("applied")));
        Promise before = promises.putIfAbsent(sent.key(), promise);
        if (before != null && !before.equals(promise)) {
            wrongs.add("promised otherwise before: " + before + ", now " + promise + " to " + sent);
        }
    }
}
