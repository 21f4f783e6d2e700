package hongli.app.passage;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.app.Terminal;
import hongli.app.Terminal.Call;
import hongli.app.sample.Shelf;
import hongli.ledger.ProgrammeId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PassageCommandTest {
    @TempDir
    Path folder;

    @Test
    void theShopMovesOutWhileItIsOpenAndInElsewhere() throws IOException {
        Path data = folder.resolve("data");
        Path loose = folder.resolve("wine");
        Path zipped = folder.resolve("wine.zip");
        String state;
        try (Shelf shelf = Shelf.withSample(data)) {
            for (Path to : List.of(loose, zipped)) {
                Call export = call("export", "--data", data, "--programme", "wine-shop", "--to", to);
                assertThat(export.err()).isEmpty();
                assertThat(export.out()).contains("wine-shop: 436 commands").endsWith("exported to " + to + "\n");
            }
            state = shelf.state(Shelf.WINE_SHOP);
            Call running = call("import", "--from", zipped, "--data", data);
            assertThat(running.exitCode()).isEqualTo(1);
            assertThat(running.err()).contains("stop that one first").hasLineCount(1);
        }
        assertThat(names(loose))
                .containsExactly("README.txt", "journal.jsonl", "postings.csv", "programme.json", "state.json");
        assertThat(loose.resolve("state.json")).content().isEqualTo(state);

        Path target = folder.resolve("new");
        Call first = call("import", "--from", loose, "--data", target);
        assertThat(first.err()).isEmpty();
        assertThat(first.out())
                .contains("wine-shop: 436 commands decided again")
                .endsWith(target + "\n");
        Call taken = call("import", "--from", loose, "--data", target);
        assertThat(taken.exitCode()).isEqualTo(1);
        assertThat(taken.err()).contains("choose another by --as").hasLineCount(1);
        assertThat(call("import", "--from", zipped, "--as", "wine-2", "--data", target)
                        .exitCode())
                .isZero();
        try (Shelf shelf = Shelf.open(target)) {
            assertThat(shelf.state(Shelf.WINE_SHOP)).isEqualTo(state);
            assertThat(shelf.state(new ProgrammeId("wine-2"))).isEqualTo(state);
        }
        assertThat(call("check", "--data", target).out()).endsWith("everything holds\n");
    }

    @Test
    void aHistoryThatWasAlteredIsRefusedWithItsPositionAndLeavesNothing() throws IOException {
        Path loose = folder.resolve("wine");
        try (Shelf _ = Shelf.withSample(folder.resolve("data"))) {
            assertThat(call("export", "--data", folder.resolve("data"), "--programme", "wine-shop", "--to", loose)
                            .exitCode())
                    .isZero();
            Call unknown = call(
                    "export", "--data", folder.resolve("data"), "--programme", "tea", "--to", folder.resolve("tea"));
            assertThat(unknown.exitCode()).isEqualTo(1);
            assertThat(unknown.err()).isEqualTo("no such programme: tea; there are: wine-shop\n");
        }
        Path journal = loose.resolve("journal.jsonl");
        List<String> lines = Files.readAllLines(journal);
        lines.set(99, lines.get(99).replaceFirst("\"amount\":\"[1-9]", "\"amount\":\"10"));
        Files.write(journal, lines);
        Call altered = call("import", "--from", loose, "--data", folder.resolve("new"));
        assertThat(altered.exitCode()).isEqualTo(1);
        assertThat(altered.err())
                .startsWith("position 100 is not what is decided now, nothing was imported: " + loose)
                .hasLineCount(1);
        Call over = call("export", "--data", folder.resolve("data"), "--programme", "wine-shop", "--to", loose);
        assertThat(over.err()).isEqualTo(loose + " is there already: choose another name\n");
        Call text = call("import", "--from", journal, "--data", folder.resolve("new"));
        assertThat(text.exitCode()).isEqualTo(1);
        assertThat(text.err()).contains("cannot read " + journal).hasLineCount(1);
        assertThat(names(folder)).containsExactly("data", "wine");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Call call(Object... arguments) {
        return Terminal.call(Stream.of(arguments).map(String::valueOf).toArray(String[]::new));
    }
}
