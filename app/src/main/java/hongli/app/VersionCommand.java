package hongli.app;

import hongli.app.console.Console;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Says which Hongli this is and on which Java it runs.
@Command(name = "version")
final class VersionCommand implements Callable<Integer> {
    private final Console console;

    VersionCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out().println("hongli " + version() + " (Java " + Runtime.version() + ")");
        return 0;
    }

    static String version() {
        return Objects.requireNonNullElse(Main.class.getPackage().getImplementationVersion(), "0.1.0-SNAPSHOT");
    }
}
