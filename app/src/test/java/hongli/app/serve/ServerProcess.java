package hongli.app.serve;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// `serve` as a process of its own, leading a process group of its own.
final class ServerProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    final int port;
    private final Path log;
    private final Process process;

    private ServerProcess(int port, Path log, Process process) {
        this.port = port;
        this.log = log;
        this.process = process;
    }

    /// Starts it and returns at once.
    static ServerProcess launch(int port, Path data, String... more) throws IOException {
        Path log = Files.createTempFile("hongli-serve", ".log");
        List<String> command = new ArrayList<>(List.of(
                "setsid",
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx512m",
                "-cp",
                System.getProperty("java.class.path"),
                "hongli.app.Main",
                "serve",
                "--lang",
                "en",
                "--port",
                Integer.toString(port),
                "--data",
                data.toString()));
        command.addAll(List.of(more));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().remove("HONGLI_TOKEN");
        return new ServerProcess(port, log, builder.start());
    }

    /// Starts it and waits until it answers.
    static ServerProcess start(int port, Path data, String... more) throws IOException, InterruptedException {
        ServerProcess server = launch(port, data, more);
        server.awaitHealth();
        return server;
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    String said() throws IOException {
        return Files.readString(log);
    }

    /// Sends `signal` to the process alone.
    void signal(String signal) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /// Kills the process and all others of its group, the database's among them, at once.
    void killGroup() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-KILL", "--", "-" + process.pid()).start().waitFor();
        awaitExit();
    }

    int awaitExit() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("the server must end: pid=" + process.pid());
        }
        return process.exitValue();
    }

    private void awaitHealth() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try (HttpClient client = HttpClient.newHttpClient()) {
            while (!isHealthy(client)) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw new IllegalStateException("the server must answer: said=" + said());
                }
                Thread.sleep(20);
            }
        }
    }

    private boolean isHealthy(HttpClient client) throws InterruptedException {
        try {
            var request = HttpRequest.newBuilder(address("/healthz")).timeout(Duration.ofSeconds(5));
            return client.send(request.build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException _) {
            return false;
        }
    }

    /// Processes of a database in `data` that are alive.
    static long databases(Path data) {
        return ProcessHandle.allProcesses()
                .filter(handle -> commandLine(handle).contains(data.toString()))
                .filter(handle -> handle.info().command().orElse("").endsWith("postgres"))
                .count();
    }

    private static String commandLine(ProcessHandle handle) {
        return handle.info().commandLine().orElse("");
    }

    @Override
    public void close() throws IOException {
        try {
            if (process.isAlive()) {
                killGroup();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        Files.deleteIfExists(log);
    }
}
