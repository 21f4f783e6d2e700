package hongli.ledger.trial;

import hongli.economy.command.Command;
import hongli.economy.terms.Terms;
import hongli.ledger.wire.CommandJson;
import hongli.ledger.wire.TermsJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/// A golden scenario: terms, commands, and the state they must lead to.
public record Golden(String name, Terms terms, List<Command> commands, String state) {
    /// All scenarios; the test is skipped where they are not at hand.
    public static Stream<Golden> all() {
        Path folder = root().resolve("../shared/golden").normalize();
        Assumptions.assumeTrue(Files.isDirectory(folder), "golden scenarios must be at hand: folder=" + folder);
        try (Stream<Path> scenarios = Files.list(folder)) {
            return scenarios.sorted().toList().stream().map(Golden::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Golden read(Path folder) {
        try {
            return new Golden(
                    folder.getFileName().toString(),
                    TermsJson.parse(Files.readString(folder.resolve("programme.json"))),
                    Files.readAllLines(folder.resolve("commands.jsonl")).stream()
                            .map(CommandJson::parse)
                            .toList(),
                    Files.readString(folder.resolve("state.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The folder of the whole project, above the module that is tested.
    private static Path root() {
        Path here = Path.of("").toAbsolutePath();
        return Stream.<Path>iterate(here, Path::getParent)
                .filter(folder -> Files.exists(folder.resolve("economy/pom.xml")))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String toString() {
        return name;
    }
}
