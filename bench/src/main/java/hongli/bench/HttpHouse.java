package hongli.bench;

import java.io.IOException;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The whole server in a process of its own, as `./hongli serve` runs it, with its own database in `data`.
final class HttpHouse implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("http://127\\.0\\.0\\.1:(\\d+)/");
    private static final Pattern LAG = Pattern.compile("(?m)^hongli_projector_lag (\\S+)$");
    private static final Pattern ORDERS = Pattern.compile("\"orders\":(\\d+)");
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final int port;
    private final HttpClient client = HttpClient.newHttpClient();

    /// Processor time that was used so far, in seconds.
    record Effort(double server, double database, double client) {
        Effort since(Effort earlier) {
            return new Effort(server - earlier.server, database - earlier.database, client - earlier.client);
        }

        /// Processor time an order in microseconds, by who used it.
        String each(long orders) {
            double scale = 1e6 / orders;
            return String.format(
                    "server %.2f  database %.2f  client %.2f µs an order",
                    server * scale, database * scale, client * scale);
        }
    }

    private HttpHouse(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /// Starts the server and waits until it listens.
    ///
    /// @param options more options of its JVM, with blanks between
    static HttpHouse start(Path data, String options) throws IOException, InterruptedException {
        return start(data, options, List.of("hongli.app.Main", "serve", "--port", "0", "--data", data.toString()));
    }

    /// Starts a program of ours that serves, and waits until it says where.
    ///
    /// @param program its main class and what follows it
    static HttpHouse start(Path data, String options, List<String> program) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:+UseCompactObjectHeaders"));
        Stream.of(options.split(" ")).filter(word -> !word.isBlank()).forEach(words::add);
        words.addAll(List.of("-cp", System.getProperty("java.class.path")));
        words.addAll(program);
        Path log = Files.createFile(data.resolveSibling(data.getFileName() + ".log"));
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        Matcher address = ADDRESS.matcher("");
        while (!address.reset(Files.readString(log)).find()) {
            if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
                throw new IOException("server must start: said=" + Files.readString(log));
            }
        }
        return new HttpHouse(process, Integer.parseInt(address.group(1)));
    }

    int port() {
        return port;
    }

    String fetch(String path) throws IOException, InterruptedException {
        return tell(HttpRequest.newBuilder(uri(path)).build());
    }

    String post(String path, String type, String body) throws IOException, InterruptedException {
        return tell(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private String tell(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException("request must succeed: answer=" + answer.body());
        }
        return answer.body();
    }

    /// How many orders a programme has settled.
    long orders(String programme) throws IOException, InterruptedException {
        return (long) number(ORDERS, fetch("/api/v1/programmes/" + programme));
    }

    /// How many durable commands the read models do not tell yet.
    double lag() throws IOException, InterruptedException {
        return number(LAG, fetch("/metrics"));
    }

    private static double number(Pattern pattern, String text) {
        Matcher number = pattern.matcher(text);
        if (!number.find()) {
            throw new IllegalStateException("answer must have a number: pattern=" + pattern);
        }
        return Double.parseDouble(number.group(1));
    }

    /// Waits until the read models tell everything; how many seconds it took.
    double awaitReadModels() throws IOException, InterruptedException {
        long begin = System.nanoTime();
        while (lag() > 0) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new IllegalStateException("read models must catch up: lag=" + lag());
            }
            Thread.sleep(500);
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    Effort effort() {
        double database = process.descendants().mapToDouble(HttpHouse::seconds).sum();
        return new Effort(seconds(process.toHandle()), database, seconds(ProcessHandle.current()));
    }

    private static double seconds(ProcessHandle handle) {
        return handle.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e9;
    }

    @Override
    public void close() {
        client.close();
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
