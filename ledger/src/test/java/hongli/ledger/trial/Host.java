package hongli.ledger.trial;

import hongli.ledger.postgres.Database;
import hongli.ledger.postgres.EmbeddedPostgres;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A process of its own that keeps a database running, in an environment of its own.
public final class Host implements AutoCloseable {
    private final Process process;
    private final String url;
    private final Path folder;

    private Host(Process process, String url, Path folder) {
        this.process = process;
        this.url = url;
        this.folder = folder;
    }

    /// Keeps the database in the folder that the first argument names, says its address, and ends with its input.
    static void main(String[] arguments) throws IOException {
        try (var postgres = EmbeddedPostgres.start(Path.of(arguments[0]))) {
            System.out.println(postgres.url());
            while (System.in.read() >= 0) {
                Thread.onSpinWait();
            }
        }
    }

    public static Host of(Path folder, Map<String, String> environment) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var builder = new ProcessBuilder(List.of(
                java,
                "-Xmx64m",
                "-cp",
                System.getProperty("java.class.path"),
                Host.class.getName(),
                folder.toString()));
        builder.environment().putAll(environment);
        Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return new Host(process, String.valueOf(output.readLine()), folder);
    }

    public Database database() throws IOException {
        String password = Files.readString(folder.resolve("database.secret")).strip();
        return Database.at(url, Map.of("HONGLI_DATABASE_USER", "hongli", "HONGLI_DATABASE_PASSWORD", password));
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        process.onExit().join();
    }
}
