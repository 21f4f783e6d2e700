package hongli.ledger.postgres;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// A process of its own that keeps a database running until it is killed.
final class Keeper implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;

    private Keeper(Process process) {
        this.process = process;
        this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /// Keeps the database in the folder that the first argument names, and says the number of its process.
    static void main(String[] arguments) throws InterruptedException {
        try {
            var postgres = EmbeddedPostgres.start(Path.of(arguments[0]));
            System.out.println(postgres.pid());
            Thread.sleep(Long.MAX_VALUE);
        } catch (DatabaseUnavailable e) {
            System.out.println(e.getMessage());
        }
    }

    static Keeper of(Path folder) throws IOException {
        return of(folder, System.getProperty("java.class.path"), List.of());
    }

    /// The same under another user, who may not read where this project lies: so it gets a copy.
    static Keeper asNobody(Path folder, Path copy) throws IOException {
        var entries = new ArrayList<String>();
        for (var entry : System.getProperty("java.class.path").split(":")) {
            var target = copy.resolve(String.valueOf(entries.size()));
            copy(Path.of(entry), target);
            entries.add(target.toString());
        }
        var prefix = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups");
        return of(folder, String.join(":", entries), prefix);
    }

    private static Keeper of(Path folder, String classPath, List<String> prefix) throws IOException {
        var command = new ArrayList<>(prefix);
        command.addAll(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m", "-cp"));
        command.addAll(List.of(classPath, Keeper.class.getName(), folder.toString()));
        return new Keeper(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start());
    }

    private static void copy(Path from, Path to) throws IOException {
        if (Files.notExists(from)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(from)) {
            for (var path : paths.toList()) {
                var target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target);
                }
            }
        }
    }

    /// What it says first: the number of its server's process, or why there is none.
    String says() {
        try {
            return String.valueOf(output.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long pid() {
        return process.pid();
    }

    /// Kills it without warning, as the system does when memory is short.
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
