package hongli.app.backup;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.app.Terminal;
import hongli.app.Terminal.Call;
import hongli.app.sample.Shelf;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupCommandTest {
    @TempDir
    Path folder;

    @Test
    void theShopIsBackedUpWhileItIsOpenAndRestoredAsItWas() throws IOException {
        Path file = folder.resolve("shop.zip");
        String state;
        try (Shelf shelf = Shelf.withSample(folder.resolve("data"))) {
            Call backup = call("backup", "--data", folder.resolve("data"), "--to", file);
            assertThat(backup.err()).isEmpty();
            assertThat(backup.exitCode()).isZero();
            assertThat(backup.out())
                    .contains("wine-shop: 436 commands, end of chain ")
                    .contains("backup written to " + file + ": 1 programmes");
            state = shelf.state(Shelf.WINE_SHOP);
        }
        Call restore = call("restore", file, "--data", folder.resolve("new"));
        assertThat(restore.err()).isEmpty();
        assertThat(restore.exitCode()).isZero();
        assertThat(restore.out())
                .contains("restored to " + folder.resolve("new") + ": 1 programmes, 436 commands")
                .endsWith("everything holds\n");
        try (Shelf shelf = Shelf.open(folder.resolve("new"))) {
            assertThat(shelf.state(Shelf.WINE_SHOP)).isEqualTo(state);
        }

        Call again = call("restore", file, "--data", folder.resolve("new"));
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains("there are programmes already").hasLineCount(1);
        Call closed = call("backup", "--data", folder.resolve("new"), "--to", folder);
        assertThat(closed.exitCode()).isZero();
        assertThat(names(folder)).anyMatch(name -> name.matches("hongli-backup-\\d{8}T\\d{6}Z\\.zip"));
    }

    @Test
    void whatIsNotWholeIsNotRestoredAndLeavesNothing() throws IOException {
        Path file = folder.resolve("shop.zip");
        try (Shelf _ = Shelf.withSample(folder.resolve("data"))) {
            assertThat(call("backup", "--data", folder.resolve("data"), "--to", file)
                            .exitCode())
                    .isZero();
        }
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length * 2 / 3));
        Path target = folder.resolve("new");
        Call broken = call("restore", file, "--data", target);
        assertThat(broken.exitCode()).isEqualTo(1);
        assertThat(broken.err())
                .startsWith("the backup is not whole or was changed, nothing was restored: " + file)
                .hasLineCount(1);
        assertThat(target).doesNotExist();
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        assertThat(call("restore", file, "--data", target).err()).contains("nothing was restored");
        assertThat(target).doesNotExist();
    }

    @Test
    void nothingIsWrittenOverAndNothingIsMade() throws IOException {
        Path there = Files.writeString(folder.resolve("there.zip"), "precious");
        Call over = call("backup", "--data", folder, "--to", there);
        assertThat(over.exitCode()).isEqualTo(1);
        assertThat(over.err()).isEqualTo(there + " is there already: choose another name\n");
        Call nowhere = call("backup", "--data", folder, "--to", folder.resolve("no/where.zip"));
        assertThat(nowhere.err()).isEqualTo("no such folder: " + folder.resolve("no") + "\n");
        Call empty = call("backup", "--data", folder, "--to", folder.resolve("new.zip"));
        assertThat(empty.exitCode()).isEqualTo(1);
        assertThat(empty.err()).contains("there must be a database in the data folder");
        Call absent = call("restore", folder.resolve("absent.zip"), "--data", folder.resolve("data"));
        assertThat(absent.exitCode()).isEqualTo(1);
        assertThat(absent.err()).isEqualTo("no such file: " + folder.resolve("absent.zip") + "\n");
        assertThat(call("restore", there, "--data", folder).err()).contains("is not whole");
        assertThat(names(folder)).containsExactly("there.zip");
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
