package hongli.app.console;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Whom the program talks to: where results go, where everything else goes, and in which language.
///
/// @param out results, and nothing else
/// @param err progress, remarks and complaints
/// @param environment the variables of the process
/// @param terminal whether a person watches `err`, so that a line may be drawn over
public record Console(
        PrintStream out, PrintStream err, Language language, Map<String, String> environment, boolean terminal) {
    public Console {
        environment = Map.copyOf(environment);
    }

    /// The console of this process, in UTF-8 whatever the locale.
    public static Console ofProcess(List<String> arguments) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Map<String, String> environment = System.getenv();
        boolean terminal = Optional.ofNullable(System.console())
                .filter(java.io.Console::isTerminal)
                .isPresent();
        return new Console(out, err, Language.of(arguments, environment), environment, terminal);
    }

    /// Prints a result.
    public void print(String zh, String en) {
        out.println(new Text(zh, en).in(language));
    }

    /// Prints a remark beside the result.
    public void remark(String zh, String en) {
        err.println(new Text(zh, en).in(language));
    }

    /// Whether faults are shown with all that is known of them (`HONGLI_DEBUG=1`).
    public boolean debugs() {
        return "1".equals(environment.get("HONGLI_DEBUG"));
    }
}
