package hongli.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
class HouseTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private final int port = ServerProcess.freePort();

    @TempDir
    Path folder;

    HouseTest() throws IOException {}

    @BeforeAll
    static void requireProcessGroups() {
        assumeTrue(ServerProcess.isPossible(), "skipped: process groups need Linux and setsid");
    }

    @Test
    void saysWhereToLookAndKeepsTheSampleThroughStopsAndKills() throws IOException, InterruptedException {
        String state;
        try (var server = ServerProcess.launch(folder, port).awaitOpen()) {
            assertThat(server.said()).contains(folder.toString(), "http://127.0.0.1:" + port + "/", "curl -X POST");
            assertThat(server.said()).contains("红利已开门", "Hongli is open");
            assertThat(ask("/").statusCode()).isEqualTo(200);
            assertThat(sample().body()).contains("\"programme\":\"wine-shop\"");
            state = state();
            assertThat(sample().statusCode()).isEqualTo(200);
            assertThat(state()).isEqualTo(state).contains("王芳");
            assertThat(server.stop()).isIn(0, 143);
        }
        try (var server = ServerProcess.launch(folder, port).awaitOpen()) {
            assertThat(state()).isEqualTo(state);
            ProcessHandle alone = server.family().getFirst();
            assertThat(alone.destroyForcibly()).isTrue();
            server.exitCode();
        }
        try (var server = ServerProcess.launch(folder, port).awaitOpen()) {
            assertThat(state()).isEqualTo(state);
            assertThat(server.isAlive()).isTrue();
        }
    }

    @Test
    void endsWithASentenceWhenItsDatabaseIsKilled() throws IOException, InterruptedException {
        try (var server = ServerProcess.launch(folder, port).awaitOpen()) {
            List<ProcessHandle> family = server.family();
            family.stream()
                    .filter(process -> process.info().command().orElse("").endsWith("postgres"))
                    .forEach(ProcessHandle::destroyForcibly);
            assertThat(server.exitCode()).isEqualTo(1);
            assertThat(server.said()).contains("数据库意外退出");
        }
        try (var server = ServerProcess.launch(folder, port).awaitOpen()) {
            assertThat(server.isAlive()).isTrue();
        }
    }

    @Test
    void asksForTheTokenItWasStartedWithAndNeverTellsIt() throws IOException, InterruptedException {
        try (var server =
                ServerProcess.launch(folder, port, "--token", "open-sesame-123").awaitOpen()) {
            assertThat(server.said()).contains("Bearer").doesNotContain("open-sesame-123");
            assertThat(ask("/api/v1/programmes").statusCode()).isEqualTo(401);
            var request = HttpRequest.newBuilder(address("/api/v1/programmes"))
                    .header("Authorization", "Bearer open-sesame-123");
            assertThat(client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private String state() throws IOException, InterruptedException {
        return ask("/api/v1/programmes/wine-shop/state").body();
    }

    private HttpResponse<String> ask(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> sample() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address("/api/v1/sample"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"));
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
