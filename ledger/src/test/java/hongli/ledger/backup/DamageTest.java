package hongli.ledger.backup;

import static hongli.ledger.backup.Copies.requireUnusable;
import static hongli.ledger.backup.Copies.verify;
import static hongli.ledger.backup.Copies.wine;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.ledger.backup.BackupUnusable.Why;
import hongli.ledger.journal.Journal;
import hongli.ledger.postgres.PostgresJournal;
import hongli.ledger.postgres.StillView;
import hongli.ledger.trial.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class DamageTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 22, 200, 1_000})
    void aTruncatedFileIsFoundOutBeforeAnything(int missing) throws Exception {
        Path file = wine(folder, 200);
        byte[] bytes = Files.readAllBytes(file);
        Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(bytes, bytes.length - missing));
        assertThatThrownBy(() -> verify(cut))
                .isInstanceOfSatisfying(
                        BackupUnusable.class, e -> assertThat(e.why()).isEqualTo(Why.DAMAGED));
    }

    /// Dates and other marks of the zip file itself may change: what is in it may not.
    @Test
    void noByteOfTheContentCanChangeUnnoticed() throws Exception {
        Path sound = wine(folder, 50);
        Map<String, String> content = content(sound);
        byte[] bytes = Files.readAllBytes(sound);
        var changed = folder.resolve("changed.zip");
        int refused = 0;
        for (int i = 0; i < bytes.length; i += 7) {
            byte[] copy = bytes.clone();
            copy[i] ^= 0x10;
            Files.write(changed, copy);
            try {
                verify(changed);
                assertThat(content(changed))
                        .as("byte %d of %d", i, bytes.length)
                        .isEqualTo(content);
            } catch (BackupUnusable _) {
                refused++;
            }
        }
        assertThat(refused).isGreaterThan(bytes.length / 7 / 2);
    }

    /// What a reader of the file's own list finds in it.
    private static Map<String, String> content(Path file) throws IOException {
        Map<String, String> content = new HashMap<>();
        try (var zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                byte[] part = zip.getInputStream(entry).readAllBytes();
                content.put(entry.getName(), HexFormat.of().formatHex(part));
            }
        }
        return content;
    }

    @Test
    void whatWasAlteredIsNotRestoredAndNothingOfIt() throws Exception {
        Map<String, byte[]> parts = parts(wine(folder, 20));
        byte[] journal = Objects.requireNonNull(parts.get("journal.copy"));
        journal[journal.length / 2] ^= 1;
        DataSource target = TestDatabase.fresh();
        requireUnusable(Why.DAMAGED, pack(parts), target);
        try (Journal empty = PostgresJournal.open(target)) {
            assertThat(empty.programmes()).isEmpty();
        }
    }

    @Test
    void otherVersionsAreNamed() throws Exception {
        Map<String, byte[]> parts = parts(wine(folder, 3));
        String manifest = new String(Objects.requireNonNull(parts.get("manifest.json")), StandardCharsets.UTF_8);
        Map<String, String> changes = Map.of("\"format\":2", "\"format\":3", "\"tables\":", "\"tables\":9");
        for (var change : changes.entrySet()) {
            String changed = manifest.replace(change.getKey(), change.getValue());
            assertThat(changed).isNotEqualTo(manifest);
            parts.put("manifest.json", changed.getBytes(StandardCharsets.UTF_8));
            requireUnusable(Why.OTHER_VERSION, pack(parts), TestDatabase.fresh());
        }
    }

    @Test
    void otherFilesAreNoBackups() throws Exception {
        assertThatThrownBy(() -> verify(pack(Map.of("holiday.txt", new byte[3]))))
                .isInstanceOfSatisfying(
                        BackupUnusable.class, e -> assertThat(e.why()).isEqualTo(Why.NO_BACKUP));
        assertThatThrownBy(() -> verify(Files.write(folder.resolve("text"), new byte[100])))
                .isInstanceOfSatisfying(
                        BackupUnusable.class, e -> assertThat(e.why()).isEqualTo(Why.DAMAGED));
    }

    @Test
    void aFullDiskIsTheCallersToHear() throws Exception {
        DataSource source = TestDatabase.fresh();
        Copies.fill(source, 3);
        try (StillView view = StillView.of(source);
                OutputStream full = Files.newOutputStream(Path.of("/dev/full"))) {
            assertThatThrownBy(() -> Backup.write(view, "trial", full, _ -> {})).isInstanceOf(IOException.class);
        }
        assertThat(Copies.back(source, folder.resolve("after.zip"))).hasSize(1);
    }

    private static Map<String, byte[]> parts(Path file) throws IOException {
        Map<String, byte[]> parts = new HashMap<>();
        try (var zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return parts;
    }

    private Path pack(Map<String, byte[]> parts) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        }
        return Files.write(folder.resolve("packed.zip"), bytes.toByteArray());
    }
}
