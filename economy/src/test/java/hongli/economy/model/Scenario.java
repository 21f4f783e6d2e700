package hongli.economy.model;

import hongli.economy.command.Command;
import hongli.economy.command.CommandReader;
import hongli.economy.terms.Terms;
import hongli.economy.terms.TermsReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// A scenario in files: terms, one line a command, and the state they must end in (section 9).
///
/// @param name the name of its folder
/// @param lines one entry a line of the commands; empty where a line is no command at all
/// @param state the expected canonical state, byte for byte
public record Scenario(String name, Terms terms, List<Optional<Command>> lines, String state) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};

    @Override
    public String toString() {
        return name;
    }

    /// The golden scenarios beside the repository; none where the folder is missing.
    public static List<Scenario> golden() {
        Path folder = shared().resolve("golden");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> scenarios = Files.list(folder)) {
            return scenarios
                    .filter(Files::isDirectory)
                    .sorted()
                    .map(Scenario::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The folder of shared material beside the repository root; it may be missing.
    public static Path shared() {
        Path here = Path.of("").toAbsolutePath();
        Path root = here;
        while (root.getParent() != null && !isRoot(root)) {
            root = root.getParent();
        }
        return root.resolveSibling("shared");
    }

    private static boolean isRoot(Path folder) {
        try {
            Path pom = folder.resolve("pom.xml");
            return Files.exists(pom) && Files.readString(pom).contains("<modules>");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Scenario read(Path folder) {
        try {
            String terms = Files.readString(folder.resolve("programme.json"));
            List<Optional<Command>> lines = new ArrayList<>();
            for (String line : Files.readAllLines(folder.resolve("commands.jsonl"))) {
                lines.add(command(JSON.readValue(line, FIELDS)));
            }
            return new Scenario(
                    folder.getFileName().toString(),
                    terms(JSON.readValue(terms, FIELDS)),
                    List.copyOf(lines),
                    Files.readString(folder.resolve("state.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Terms terms(Map<String, Object> fields) {
        return switch (TermsReader.read(fields)) {
            case TermsReader.Reading.Sound(Terms terms) -> terms;
            case TermsReader.Reading.Unsound(var faults) ->
                throw new IllegalArgumentException("terms must be sound: faults=" + faults);
        };
    }

    private static Optional<Command> command(Map<String, Object> fields) {
        return switch (CommandReader.read(fields)) {
            case CommandReader.Reading.Understood(Command command) -> Optional.of(command);
            case CommandReader.Reading.Malformed _ -> Optional.empty();
        };
    }
}
