package hongli.ledger.backup;

import static hongli.ledger.backup.Copies.back;
import static hongli.ledger.backup.Copies.restore;
import static hongli.ledger.backup.Copies.wine;
import static hongli.ledger.trial.Trial.WINE;
import static org.assertj.core.api.Assertions.assertThat;

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
import hongli.ledger.postgres.Truth;
import hongli.ledger.trial.TestDatabase;
import hongli.ledger.trial.Trial;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

@Execution(ExecutionMode.CONCURRENT)
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
            List<Thread> writers = IntStream.range(0, 4)
                    .mapToObj(i -> Thread.ofPlatform().start(() -> write(ledger, "m" + i, answered, ending)))
                    .toList();
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

        requireSame(source, file, heads);
    }

    private static void requireSame(DataSource source, Path file, List<Head> heads) throws IOException {
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
    private static void write(Ledger ledger, String member, AtomicLong answered, AtomicBoolean ending) {
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
        Path file = wine(folder, 20);
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
            assertThat(ledger.awaitReadModels(Trial.PATIENCE)).isTrue();
        }
        try (Journal journal = PostgresJournal.open(target)) {
            assertThat(Check.of(journal).findings()).isEmpty();
        }
    }

    @Test
    void goesNowhereButIntoAnEmptyDatabase() throws Exception {
        Path file = wine(folder, 3);
        DataSource target = TestDatabase.fresh();
        try (Ledger ledger = Ledger.start(PostgresJournal.open(target), Trial.settings())) {
            ledger.open(TEA, "Tea", Trial.TERMS);
        }
        Copies.requireUnusable(Why.NOT_EMPTY, file, target);
        try (Journal journal = PostgresJournal.open(target)) {
            assertThat(journal.programmes()).hasSize(1);
        }
    }

    /// A new table must be named here or carried by backups.
    @Test
    void everyTableIsCarriedOrLeftOutOnPurpose() throws SQLException {
        Set<String> leftOut = Set.of("ledger_history", "epoch", "projector", "statement", "price", "dividend");
        DataSource source = TestDatabase.fresh();
        PostgresJournal.open(source).close();
        Set<String> tables = new TreeSet<>();
        try (var connection = source.getConnection();
                var row = connection.getMetaData().getTables(null, "hongli", null, new String[] {"TABLE"})) {
            while (row.next()) {
                tables.add(row.getString("TABLE_NAME"));
            }
        }
        Set<String> carried = Stream.of(Truth.values()).map(Truth::table).collect(Collectors.toSet());
        assertThat(tables).containsAll(carried);
        tables.removeAll(carried);
        assertThat(leftOut).containsAll(tables);
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
