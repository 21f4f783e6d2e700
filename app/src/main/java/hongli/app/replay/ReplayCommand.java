package hongli.app.replay;

import hongli.app.console.Complaint;
import hongli.app.console.Console;
import hongli.economy.terms.Terms;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Plays a scenario and writes the canonical state, and nothing else, to standard output or a file.
@Command(name = "replay", sortOptions = false, sortSynopsis = false)
public final class ReplayCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--programme", required = true, paramLabel = "FILE", descriptionKey = "replay.programme")
    private Path programme = Path.of("");

    @Option(names = "--commands", required = true, paramLabel = "FILE", descriptionKey = "replay.commands")
    private Path commands = Path.of("");

    @Option(names = "--state", paramLabel = "FILE", descriptionKey = "replay.state")
    private @Nullable Path state;

    @Option(
            names = "--journal",
            paramLabel = "memory|embedded",
            defaultValue = "memory",
            descriptionKey = "replay.journal")
    private String journal = "memory";

    @Option(names = "--data", paramLabel = "DIR", descriptionKey = "replay.data")
    private @Nullable Path data;

    public ReplayCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Terms terms = TermsFile.read(programme);
        try (Stage stage = stage(terms)) {
            var replay = new Replay(console, stage);
            play(replay);
            write(stage, replay);
        }
        return 0;
    }

    private Stage stage(Terms terms) {
        return switch (journal) {
            case "memory" -> new MemoryStage(terms);
            case "embedded" -> embedded(terms);
            default ->
                throw Complaint.misuse(
                        "--journal 只能是 memory 或 embedded，不能是 " + journal,
                        "--journal must be memory or embedded: " + journal);
        };
    }

    private Stage embedded(Terms terms) {
        try {
            return LedgerStage.open(terms, data);
        } catch (IOException e) {
            throw Complaint.failure("建不了临时目录：" + e.getMessage(), "cannot make a temporary folder: " + e, e);
        }
    }

    private void play(Replay replay) {
        try (var in = new BufferedInputStream(Files.newInputStream(commands), 1 << 16)) {
            replay.play(new ByteLines(in));
        } catch (IOException e) {
            throw TermsFile.unreadable(commands, e);
        }
    }

    private void write(Stage stage, Replay replay) {
        Path file = state;
        try {
            var text = new StringBuilder();
            stage.writeState(text, replay.rejected());
            if (file != null) {
                Files.writeString(file, text);
            } else {
                PrintStream out = console.out();
                out.print(text);
                out.flush();
            }
        } catch (IOException e) {
            throw Complaint.failure("写不了 " + file + "：" + e.getMessage(), "cannot write " + file + ": " + e, e);
        }
    }
}
