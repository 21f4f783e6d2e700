package hongli.ledger.postgres;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A program that was run to its end: how it ended and what it said.
record Tool(int status, String output) {
    static final int NOT_STARTED = 127;

    /// Runs `command` and waits for its end, however it ends.
    static Tool run(List<String> command) {
        try {
            var process = builder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Tool(process.waitFor(), output.strip());
        } catch (IOException e) {
            return new Tool(NOT_STARTED, String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("interrupted while running " + command.getLast(), e);
        }
    }

    /// A process without the caller's database settings, speaking English, which the reading of its log relies on.
    static ProcessBuilder builder(List<String> command) {
        var builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment().put("LC_ALL", "C");
        return builder;
    }

    /// Sends a signal, such as `INT`; whether there was somebody to send it to.
    static boolean signal(String name, long pid) {
        return run(List.of("/bin/sh", "-c", "kill -" + name + " " + pid)).succeeded();
    }

    /// Whether a program of this name is on the search path.
    static boolean exists(String program) {
        @Nullable String path = System.getenv("PATH");
        return path != null
                && Arrays.stream(path.split(File.pathSeparator))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    boolean succeeded() {
        return status == 0;
    }
}
