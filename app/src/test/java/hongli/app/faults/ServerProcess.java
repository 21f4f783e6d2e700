package hongli.app.faults;

import hongli.app.Main;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A Hongli as operators run it: a process that leads a group of its own, with its database inside.
final class ServerProcess implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 300;
    private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        // A test that is broken off leaves no server behind.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(Process::destroyForcibly)));
    }

    private final Process process;
    private final Path output;
    private final Api api;

    private ServerProcess(Process process, Path output, Api api) {
        this.process = process;
        this.output = output;
        this.api = api;
    }

    /// Whether process groups can be made and killed here.
    static boolean isPossible() {
        return Files.isDirectory(Path.of("/proc/self"))
                && Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "setsid")));
    }

    /// A port that nobody uses now.
    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /// Starts a server on the data in `folder` and does not wait for it.
    static ServerProcess launch(Path folder) throws IOException {
        return launch(Image.plain(), folder);
    }

    static ServerProcess launch(Image image, Path folder) throws IOException {
        return launch(image, freePort(), List.of("--data", folder.toString()), Map.of());
    }

    static ServerProcess launch(Path folder, int port, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("--data", folder.toString()));
        arguments.addAll(List.of(more));
        return launch(Image.plain(), port, arguments, Map.of());
    }

    /// Starts a server that keeps its data where `arguments` say.
    static ServerProcess launch(Image image, int port, List<String> arguments, Map<String, String> environment)
            throws IOException {
        List<String> command = new ArrayList<>(List.of("setsid", java(), "-Xmx256m", "-XX:+UseSerialGC"));
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED"));
        command.addAll(image.options());
        command.addAll(List.of("-cp", image.classPath(), Main.class.getName(), "serve", "--port"));
        command.add(String.valueOf(port));
        command.addAll(arguments);
        Path output = Files.createTempFile("hongli-serve", ".log");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().remove("HONGLI_TOKEN");
        builder.environment().putAll(environment);
        Process process = builder.start();
        RUNNING.add(process);
        return new ServerProcess(process, output, new Api(port));
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /// Starts a server and waits until it takes commands.
    static ServerProcess open(Path folder) throws IOException, InterruptedException {
        return launch(folder).awaitOpen();
    }

    static ServerProcess open(Image image, Path folder) throws IOException, InterruptedException {
        return launch(image, folder).awaitOpen();
    }

    ServerProcess awaitOpen() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!api.isHealthy()) {
            if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                throw new AssertionError("the server must start: status=" + process.exitValue() + ", said=" + said());
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("the server must be open in time: said=" + said());
            }
        }
        return this;
    }

    Api api() {
        return api;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Waits until it has said the first, and the second so often.
    void awaitSaid(String first, String second, int times) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!said().contains(first) || said().split(Pattern.quote(second), -1).length <= times) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                throw new AssertionError("the server must say it: what=" + second + ", said=" + said());
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    /// Everything it has printed.
    String said() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The process and all that it has started.
    List<ProcessHandle> family() {
        return Stream.concat(Stream.of(process.toHandle()), process.descendants())
                .toList();
    }

    /// Ends everything at once, without a word. The processes that were there are answered.
    List<ProcessHandle> kill() throws IOException, InterruptedException {
        return kill(Victim.BOTH);
    }

    /// Ends some of it at once, without a word, and waits until the server has gone. All that were there are answered.
    List<ProcessHandle> kill(Victim victim) throws IOException, InterruptedException {
        List<ProcessHandle> family = family();
        signal("KILL", family.stream().filter(victim::includes).toList());
        exitCode();
        return family;
    }

    /// Sends a signal to all of `processes` in one call; some may be gone.
    static void signal(String name, List<ProcessHandle> processes) throws IOException, InterruptedException {
        String pids = processes.stream().map(one -> String.valueOf(one.pid())).collect(Collectors.joining(" "));
        new ProcessBuilder("sh", "-c", "kill -" + name + " " + pids).start().waitFor();
    }

    /// Asks it to stop and waits; its exit code.
    int stop() throws InterruptedException {
        process.destroy();
        return exitCode();
    }

    /// Waits until it ends by itself.
    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the server must end in time: said=" + said());
        }
        return process.exitValue();
    }

    /// Waits until none of `processes` is left.
    static void awaitGone(List<ProcessHandle> processes) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (processes.stream().anyMatch(ServerProcess::isThere)) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("nothing must outlive the server: left="
                        + processes.stream().filter(ServerProcess::isThere).toList());
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    /// A process that has ended but was not yet buried by its parent counts as gone.
    private static boolean isThere(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        try {
            String facts = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
            return facts.charAt(facts.lastIndexOf(')') + 2) != 'Z';
        } catch (IOException _) {
            return false;
        }
    }

    /// Leaves nothing behind.
    @Override
    public void close() throws IOException {
        api.close();
        try {
            if (process.isAlive()) {
                var _ = kill();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted while killing the server", e);
        }
        RUNNING.remove(process);
        Files.deleteIfExists(output);
    }
}
