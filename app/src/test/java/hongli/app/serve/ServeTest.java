package hongli.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeTest {
    private final HttpClient client = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void startsSaysWhereToLookAndStopsCleanly() throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        int port = ServerProcess.freePort();
        String state;
        try (var server = ServerProcess.start(port, data)) {
            assertThat(server.said())
                    .contains(
                            data.toString(), "Hongli is open: http://127.0.0.1:" + port + "/", "红利已开门", "curl -X POST");
            assertThat(ask(server, "/").statusCode()).isEqualTo(200);
            assertThat(sample(server).body()).contains("\"programme\":\"wine-shop\"");
            state = ask(server, "/api/v1/programmes/wine-shop/state").body();
            assertThat(sample(server).statusCode()).isEqualTo(200);
            assertThat(ask(server, "/api/v1/programmes/wine-shop/state").body()).isEqualTo(state);
            server.signal("TERM");
            assertThat(server.awaitExit()).isIn(0, 143);
            assertThat(server.said()).contains("stopped; everything is kept").doesNotContain("\tat ");
            assertThat(ServerProcess.databases(data)).isZero();
        }
        try (var server = ServerProcess.start(port, data)) {
            assertThat(ask(server, "/api/v1/programmes/wine-shop/state").body()).isEqualTo(state);
            server.killGroup();
        }
        try (var server = ServerProcess.start(port, data)) {
            assertThat(ask(server, "/api/v1/programmes/wine-shop/state").body()).isEqualTo(state);
        }
    }

    @Test
    void recoversWhenOnlyTheServerIsKilled() throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        int port = ServerProcess.freePort();
        try (var server = ServerProcess.start(port, data)) {
            sample(server);
            server.signal("KILL");
            server.awaitExit();
        }
        try (var server = ServerProcess.start(port, data)) {
            assertThat(ask(server, "/api/v1/programmes").body()).contains("wine-shop");
        }
    }

    @Test
    void saysWhichPortIsTaken() throws IOException, InterruptedException {
        try (var socket = new ServerSocket(0);
                var server = ServerProcess.launch(socket.getLocalPort(), folder)) {
            assertThat(server.awaitExit()).isEqualTo(1);
            assertThat(server.said())
                    .startsWith("port " + socket.getLocalPort() + " cannot be had")
                    .contains("--port " + (socket.getLocalPort() + 1))
                    .hasLineCount(1);
        }
    }

    @Test
    void keepsASecondServerOutOfTheFolder() throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        try (var first = ServerProcess.start(ServerProcess.freePort(), data);
                var second = ServerProcess.launch(ServerProcess.freePort(), data)) {
            assertThat(second.awaitExit()).isEqualTo(1);
            assertThat(second.said()).contains("in use by process");
            assertThat(ask(first, "/healthz").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void asksForTheTokenItWasStartedWith() throws IOException, InterruptedException {
        Path data = folder.resolve("data");
        try (var server = ServerProcess.start(ServerProcess.freePort(), data, "--token", "open-sesame-123")) {
            assertThat(server.said()).contains("Bearer").doesNotContain("open-sesame-123");
            assertThat(ask(server, "/api/v1/programmes").statusCode()).isEqualTo(401);
            var request = HttpRequest.newBuilder(server.address("/api/v1/programmes"))
                    .header("Authorization", "Bearer open-sesame-123");
            assertThat(client.send(request.build(), HttpResponse.BodyHandlers.ofString())
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    private HttpResponse<String> ask(ServerProcess server, String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(server.address(path)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> sample(ServerProcess server) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(server.address("/api/v1/sample"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"));
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
