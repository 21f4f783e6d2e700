package hongli.ledger.backup;

import static hongli.ledger.trial.Trial.WINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.ledger.Answer;
import hongli.ledger.Ledger;
import hongli.ledger.ProgrammeId;
import hongli.ledger.Submission;
import hongli.ledger.audit.Check;
import hongli.ledger.audit.Report;
import hongli.ledger.backup.BackupUnusable.Why;
import hongli.ledger.book.Replay;
import hongli.ledger.book.Standing;
import hongli.ledger.journal.Head;
import hongli.ledger.journal.Journal;
import hongli.ledger.postgres.PostgresJournal;
import hongli.ledger.postgres.StillView;
import hongli.ledger.trial.TestDatabase;
import hongli.ledger.trial.Trial;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BackupTest {
    private static final ProgrammeId TEA = new ProgrammeId("tea");

    @TempDir
    Path folder;

    @Test
    void holdsEverythingThatWasAnsweredBeforeItBegan() throws Exception {
        DataSource source = TestDatabase.fresh();
        var answered = new AtomicLong();
        var ending = new AtomicBoolean();
        long before;
        List<Head> heads;
        Path file = folder.resolve("backup.zip");
        try (Ledger ledger =
                Ledger.start(PostgresJournal.open(source), Trial.settings().withSnapshotEvery(200))) {
            ledger.open(WINE, "Wine", Trial.TERMS);
            ledger.open(TEA, "Tea", Trial.TERMS);
            List<Thread> writers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                int writer = i;
                writers.add(Thread.ofPlatform().start(() -> write(ledger, writer, answered, ending)));
            }
            while (answered.get() < 500) {
                Thread.sleep(1);
            }
            before = answered.get();
            heads = back(source, file);
            ending.set(true);
            for (Thread writer : writers) {
                writer.join();
            }
        }
        assertThat(heads).extracting(Head::programme).containsExactly(WINE, TEA);
        assertThat(heads.getFirst().position()).isGreaterThanOrEqualTo(before).isLessThan(answered.get());

        DataSource target = TestDatabase.fresh();
        assertThat(restore(file, target)).isEqualTo(heads);
        try (Journal journal = PostgresJournal.open(target);
                Journal original = PostgresJournal.open(source)) {
            Report report = Check.of(journal);
            assertThat(report.findings()).isEmpty();
            assertThat(report.programmes())
                    .extracting(Report.Checked::head)
                    .isEqualTo(
                            heads.stream().map(head -> head.hash().toString()).toList());
            assertThat(report.programmes().getFirst().snapshots()).isEqualTo(1);
            for (Head head : heads) {
                assertThat(state(journal, head)).isEqualTo(state(original, head));
            }
        }
    }

    /// A writer joins a member and settles its orders, and counts what was answered.
    private static void write(Ledger ledger, int writer, AtomicLong answered, AtomicBoolean ending) {
        String member = "m" + writer;
        for (int i = 0; !ending.get(); i++) {
            String key = member + "-" + i;
            Submission submission = i == 0 ? Trial.join(key, member) : Trial.order(key, key, member, "12.34");
            if (Trial.submit(ledger, submission) instanceof Answer.Decided) {
                answered.incrementAndGet();
            }
        }
    }

    @Test
    void aRestoredHouseGoesOnAndKnowsItsKeys() throws Exception {
        Path file = wine(20);
        DataSource target = TestDatabase.fresh();
        restore(file, target);
        try (Ledger ledger = Ledger.start(PostgresJournal.open(target), Trial.settings())) {
            assertThat(Trial.submit(ledger, Trial.order("k7", "k7", "王芳", "10.00")))
                    .isInstanceOfSatisfying(Answer.Decided.class, decided -> {
                        assertThat(decided.repeated()).isTrue();
                        assertThat(decided.position()).isEqualTo(8);
                        assertThat(decided.at()).isEqualTo(Trial.NOW);
                    });
            assertThat(Trial.submit(ledger, Trial.order("new", "new", "王芳", "10.00")))
                    .isInstanceOfSatisfying(
                            Answer.Decided.class,
                            decided -> assertThat(decided.position()).isEqualTo(22));
            assertThat(ledger.awaitReadModels(Duration.ofSeconds(20))).isTrue();
        }
        try (Journal journal = PostgresJournal.open(target)) {
            assertThat(Check.of(journal).findings()).isEmpty();
        }
    }

    @Test
    void goesNowhereButIntoAnEmptyDatabase() throws Exception {
        Path file = wine(3);
        DataSource target = TestDatabase.fresh();
        try (Ledger ledger = Ledger.start(PostgresJournal.open(target), Trial.settings())) {
            ledger.open(TEA, "Tea", Trial.TERMS);
        }
        requireUnusable(Why.NOT_EMPTY, file, target);
        try (Journal journal = PostgresJournal.open(target)) {
            assertThat(journal.programmes()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 22, 200, 1_000})
    void aTruncatedFileIsFoundOutBeforeAnything(int missing) throws Exception {
        Path file = wine(200);
        byte[] bytes = Files.readAllBytes(file);
        Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(bytes, bytes.length - missing));
        assertThatThrownBy(() -> verify(cut))
                .isInstanceOfSatisfying(
                        BackupUnusable.class, e -> assertThat(e.why()).isEqualTo(Why.DAMAGED));
    }

    @Test
    void noByteCanChangeUnnoticed() throws Exception {
        byte[] bytes = Files.readAllBytes(wine(50));
        var changed = folder.resolve("changed.zip");
        int unnoticed = 0;
        for (int i = 0; i < bytes.length; i += 7) {
            byte[] copy = bytes.clone();
            copy[i] ^= 0x10;
            Files.write(changed, copy);
            unnoticed += isUnnoticed(changed) ? 1 : 0;
        }
        // Dates and other marks of the zip file itself may change: the content may not.
        assertThat(unnoticed).isLessThan(bytes.length / 7 / 10);
    }

    /// Whether the file is taken, though not with what was written.
    private boolean isUnnoticed(Path file) throws IOException {
        try {
            verify(file);
            return true;
        } catch (BackupUnusable _) {
            return false;
        }
    }

    @Test
    void whatWasAlteredIsNotRestoredAndNothingOfIt() throws Exception {
        Map<String, byte[]> parts = parts(wine(20));
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
        Map<String, byte[]> parts = parts(wine(3));
        String manifest = new String(Objects.requireNonNull(parts.get("manifest.json")), StandardCharsets.UTF_8);
        Map<String, String> changes = Map.of("\"format\":1", "\"format\":2", "\"tables\":", "\"tables\":9");
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
        fill(source, 3);
        try (StillView view = StillView.of(source);
                OutputStream full = Files.newOutputStream(Path.of("/dev/full"))) {
            assertThatThrownBy(() -> Backup.write(view, "trial", full, _ -> {})).isInstanceOf(IOException.class);
        }
        assertThat(back(source, folder.resolve("after.zip"))).hasSize(1);
    }

    private Path wine(int orders) throws IOException {
        DataSource source = TestDatabase.fresh();
        fill(source, orders);
        Path file = folder.resolve("wine.zip");
        back(source, file);
        return file;
    }

    private static void fill(DataSource source, int orders) {
        try (Ledger ledger = Ledger.start(PostgresJournal.open(source), Trial.settings())) {
            ledger.open(WINE, "Wine", Trial.TERMS);
            Trial.submit(ledger, Trial.join("k0", "王芳"));
            for (int i = 1; i <= orders; i++) {
                Trial.submit(ledger, Trial.order("k" + i, "k" + i, "王芳", "10.00"));
            }
        }
    }

    private static List<Head> back(DataSource source, Path file) throws IOException {
        try (StillView view = StillView.of(source);
                OutputStream out = Files.newOutputStream(file)) {
            return Backup.write(view, "trial", out, _ -> {});
        }
    }

    private static void verify(Path file) throws IOException {
        try (Restore restore = Restore.of(file)) {
            restore.verify(_ -> {});
        }
    }

    private static List<Head> restore(Path file, DataSource target) throws IOException {
        try (Restore restore = Restore.of(file);
                Journal journal = PostgresJournal.open(target)) {
            return restore.into(journal, target, _ -> {});
        }
    }

    private static void requireUnusable(Why why, Path file, DataSource target) {
        assertThatThrownBy(() -> restore(file, target))
                .isInstanceOfSatisfying(
                        BackupUnusable.class, e -> assertThat(e.why()).isEqualTo(why));
    }

    private static Map<String, byte[]> parts(Path file) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), zip.readAllBytes());
            }
        }
        return new HashMap<>(parts);
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

    private static String state(Journal journal, Head head) {
        var charter = journal.programmes().stream()
                .filter(each -> each.id().equals(head.programme()))
                .findFirst()
                .orElseThrow();
        var replay = new Replay(journal, charter);
        Standing standing = replay.onwards(replay.opening(), head.position(), _ -> {});
        var out = new StringBuilder();
        try {
            standing.programme().writeState(out, standing.rejected());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
