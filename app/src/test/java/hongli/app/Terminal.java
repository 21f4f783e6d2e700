package hongli.app;

import hongli.app.console.Console;
import hongli.app.console.Language;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/// The program as it is called from a terminal, within this process.
public final class Terminal {
    private Terminal() {}

    /// What a call printed and how it ended.
    public record Call(int exitCode, String out, String err) {}

    /// Calls the program with an English locale.
    public static Call call(String... arguments) {
        return call(Map.of("LANG", "en_US.UTF-8"), arguments);
    }

    /// Calls the program with these variables.
    public static Call call(Map<String, String> environment, String... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        List<String> list = List.of(arguments);
        var console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                Language.of(list, environment),
                environment,
                false);
        int exitCode = Main.run(list, console);
        return new Call(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
