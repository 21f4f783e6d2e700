package hongli.ledger.postgres;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/// A running server process.
final class Server {
    private static final Duration RECOVERY = Duration.ofMinutes(30);
    private static final Duration FAST_STOP = Duration.ofSeconds(60);
    private static final Duration IMMEDIATE_STOP = Duration.ofSeconds(10);
    private static final int STATUS_LINE = 7;

    private final Process process;
    private final Path log;
    private final long logStart;

    private Server(Process process, Path log, long logStart) {
        this.process = process;
        this.log = log;
        this.logStart = logStart;
    }

    /// Starts `command` with its output appended to `log`.
    static Server launch(List<String> command, Path log) throws IOException {
        long logStart = Files.exists(log) ? Files.size(log) : 0;
        var builder = Tool.builder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        return new Server(fork(builder), log, logStart);
    }

    /// The farewell signal is sent when the thread that forked ends, not the process: hence a thread that stays.
    private static Process fork(ProcessBuilder builder) throws IOException {
        var started = new CompletableFuture<Process>();
        Thread.ofPlatform().daemon().name("database").start(() -> {
            try {
                var process = builder.start();
                started.complete(process);
                process.waitFor();
            } catch (IOException | InterruptedException e) {
                started.completeExceptionally(e);
            }
        });
        try {
            return started.join();
        } catch (CompletionException e) {
            throw new IOException("the database's program must start: command=" + builder.command(), e.getCause());
        }
    }

    /// Waits until connections are taken, recovery of a crash included; false where the process ended instead.
    boolean awaitReady(Path data) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + RECOVERY.toNanos();
        while (!isReady(data.resolve("postmaster.pid"))) {
            if (process.waitFor(10, TimeUnit.MILLISECONDS)) {
                return false;
            }
            if (System.nanoTime() - deadline > 0) {
                throw new DatabaseUnavailable("the database must be ready within " + RECOVERY + ": log=" + log);
            }
        }
        return true;
    }

    private boolean isReady(Path note) throws IOException {
        if (!Files.isReadable(note)) {
            return false;
        }
        var lines = Files.readAllLines(note);
        return lines.size() > STATUS_LINE
                && lines.getFirst().strip().equals(String.valueOf(process.pid()))
                && lines.get(STATUS_LINE).strip().equals("ready");
    }

    /// What this server has written to the log.
    String said() throws IOException {
        try (var channel = FileChannel.open(log).position(logStart)) {
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    Process process() {
        return process;
    }

    /// Ends all connections and stops; by force where it does not stop in time. Commits survive either way.
    void stop() {
        boolean interrupted = Thread.interrupted();
        try {
            if (!ends("INT", FAST_STOP) && !ends("QUIT", IMMEDIATE_STOP)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            interrupted = true;
            process.destroyForcibly();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean ends(String signal, Duration patience) throws InterruptedException {
        if (process.isAlive()) {
            Tool.signal(signal, process.pid());
        }
        return process.waitFor(patience);
    }
}
