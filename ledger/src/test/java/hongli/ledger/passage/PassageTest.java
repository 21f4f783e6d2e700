package hongli.ledger.passage;

import static hongli.ledger.trial.Trial.WINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.ledger.Answer;
import hongli.ledger.Key;
import hongli.ledger.Ledger;
import hongli.ledger.ProgrammeId;
import hongli.ledger.Submission;
import hongli.ledger.audit.Check;
import hongli.ledger.journal.AdoptingJournal;
import hongli.ledger.journal.Head;
import hongli.ledger.journal.Journal;
import hongli.ledger.journal.MemoryJournal;
import hongli.ledger.passage.ExportUnusable.Why;
import hongli.ledger.postgres.PostgresJournal;
import hongli.ledger.postgres.StillView;
import hongli.ledger.trial.Golden;
import hongli.ledger.trial.TestDatabase;
import hongli.ledger.trial.Trial;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Execution(ExecutionMode.CONCURRENT)
class PassageTest {
    private static final ProgrammeId OTHER = new ProgrammeId("other");

    @TempDir
    Path folder;

    static Stream<Golden> golden() {
        return Golden.all();
    }

    @ParameterizedTest
    @MethodSource("golden")
    void goldenScenariosComeBackAsTheyWere(Golden golden) throws IOException {
        var source = new MemoryJournal();
        submit(source, golden);
        Path there = Files.createDirectory(folder.resolve("there"));
        export(source, there);
        assertThat(there.resolve("state.json")).content().isEqualTo(golden.state());
        assertThat(Files.readAllLines(there.resolve("journal.jsonl")))
                .hasSize(golden.commands().size());

        var target = new MemoryJournal();
        assertThat(Import.of(there).into(target, WINE, _ -> {}).position())
                .isEqualTo(golden.commands().size());
        assertThat(Check.of(target).findings()).isEmpty();
        Path back = Files.createDirectory(folder.resolve("back"));
        export(target, back);
        for (String file : List.of("journal.jsonl", "state.json", "postings.csv", "README.txt")) {
            assertThat(back.resolve(file)).hasSameBinaryContentAs(there.resolve(file));
        }
    }

    private static void submit(Journal journal, Golden golden) {
        Ledger ledger = Ledger.start(journal, Trial.settings());
        ledger.open(WINE, golden.name(), golden.terms());
        List<Submission> submissions = new ArrayList<>();
        golden.commands()
                .forEach(command ->
                        submissions.add(new Submission(new Key("line-" + (submissions.size() + 1)), command)));
        ledger.submit(WINE, submissions);
        ledger.close();
    }

    @Test
    void anExportIsTakenWhileOthersWrite() throws Exception {
        DataSource source = TestDatabase.fresh();
        try (Ledger ledger = Ledger.start(PostgresJournal.open(source), Trial.settings())) {
            fill(ledger);
            Head head;
            try (StillView view = StillView.of(source)) {
                Trial.submit(ledger, Trial.order("late", "late", "王芳", "1.00"));
                var charter = view.pages().programmes().getFirst();
                long last = view.heads().getFirst().position();
                head = new Export(view.pages(), charter, "trial").write(last, this::begin, _ -> {});
            }
            assertThat(head.position()).isEqualTo(7);
            assertThat(Trial.position(ledger)).isEqualTo(8);
        }
        var target = new MemoryJournal();
        assertThat(Import.of(folder).into(target, WINE, _ -> {}).position()).isEqualTo(7);
    }

    @Test
    void theDatabaseTakesAProgrammeWithItsKeysBesideOthers() throws Exception {
        exportWine();
        DataSource target = TestDatabase.fresh();
        try (Ledger ledger = Ledger.start(PostgresJournal.open(target), Trial.settings())) {
            ledger.open(WINE, "another wine", Trial.TERMS);
        }
        try (AdoptingJournal journal = PostgresJournal.open(target)) {
            assertThat(Import.of(folder).into(journal, OTHER, _ -> {}).position())
                    .isEqualTo(7);
            assertThat(Check.of(journal).findings()).isEmpty();
            assertThat(journal.snapshots(2)).hasSize(1);
        }
        var later = Trial.settings().withClock(() -> Trial.NOW.plusSeconds(60));
        try (Ledger ledger = Ledger.start(PostgresJournal.open(target), later)) {
            assertThat(Trial.state(ledger, OTHER)).isEqualTo(Files.readString(folder.resolve("state.json")));
            Submission old = Trial.order("k2", "o2", "王芳", "2.50");
            assertThat(ledger.submit(OTHER, List.of(old)).getFirst())
                    .isInstanceOfSatisfying(Answer.Decided.class, decided -> {
                        assertThat(decided.repeated()).isTrue();
                        assertThat(decided.position()).isEqualTo(4);
                        assertThat(decided.at()).isEqualTo(Trial.NOW);
                    });
            Submission reused = Trial.order("k2", "o2", "王芳", "3.50");
            assertThat(ledger.submit(OTHER, List.of(reused)).getFirst()).isInstanceOf(Answer.KeyReused.class);
            assertThat(Trial.position(ledger)).isZero();
        }
    }

    /// What is changed in the journal, and the position that must be named.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"amount\":\"3.50\"|\"amount\":\"3.60\"|5",
                "\"key\":\"k3\"|\"key\":\"k2\"|5",
                "\"position\":4|\"position\":5|4",
                "\"code\":\"member_unknown\"|\"code\":\"order_exists\"|7",
                "\"at\":\"2026-03-01T04:05:06.123456Z\"|\"at\":\"yesterday\"|1",
                "{\"position\":7|[{\"position\":7|7",
            })
    void anAlteredJournalIsRefusedAtItsPosition(String from, String to, long position) throws Exception {
        exportWine();
        alter("journal.jsonl", from, to);
        requireRefused(Why.DIFFERS, position);
    }

    @Test
    void nothingOfARefusedImportStaysInTheDatabase() throws Exception {
        exportWine();
        alter("state.json", "\"burned\": \"0", "\"burned\": \"1");
        DataSource target = TestDatabase.fresh();
        try (AdoptingJournal journal = PostgresJournal.open(target)) {
            assertThatThrownBy(() -> Import.of(folder).into(journal, WINE, _ -> {}))
                    .isInstanceOfSatisfying(
                            ExportUnusable.class, e -> assertThat(e.position()).isEqualTo(7));
            assertThat(journal.programmes()).isEmpty();
            assertThat(journal.read(1, 0, 100)).isEmpty();
            alter("state.json", "\"burned\": \"1", "\"burned\": \"0");
            assertThat(Import.of(folder).into(journal, WINE, _ -> {}).position())
                    .isEqualTo(7);
        }
    }

    @Test
    void aJournalThatEndsTooSoonIsRefused() throws Exception {
        exportWine();
        List<String> lines = Files.readAllLines(folder.resolve("journal.jsonl"));
        Files.write(folder.resolve("journal.jsonl"), lines.subList(0, 5));
        requireRefused(Why.DIFFERS, 6);
    }

    @Test
    void timesAreNotChangedUnnoticed() throws Exception {
        exportWine();
        alter("journal.jsonl", "04:05:06.123456Z", "04:05:06.123457Z");
        requireRefused(Why.DAMAGED, 0);
    }

    @Test
    void otherProgrammesTermsAndVersionsAreRefused() throws Exception {
        exportWine();
        String cover = Files.readString(folder.resolve("programme.json"));
        alter("programme.json", "\"poolRate\":\"0.3", "\"poolRate\":\"0.4");
        requireRefused(Why.DAMAGED, 0);
        Files.writeString(folder.resolve("programme.json"), cover.replace("\"format\":1", "\"format\":2"));
        requireRefused(Why.OTHER_VERSION, 0);
        Files.writeString(folder.resolve("programme.json"), "{\"cap\":\"1\"}");
        requireRefused(Why.NO_EXPORT, 0);
        Files.delete(folder.resolve("programme.json"));
        requireRefused(Why.NO_EXPORT, 0);
    }

    @Test
    void anIdThatIsTakenIsRefused() throws Exception {
        exportWine();
        var target = new MemoryJournal();
        target.open(WINE, "another", "{}", 0);
        assertThatThrownBy(() -> Import.of(folder).into(target, WINE, _ -> {}))
                .isInstanceOfSatisfying(
                        ExportUnusable.class, e -> assertThat(e.why()).isEqualTo(Why.TAKEN));
    }

    @Test
    void postingsAreATable() throws Exception {
        exportWine();
        assertThat(Files.readAllLines(folder.resolve("postings.csv")))
                .contains("position,line,at,reason,from,from_member,to,to_member,unit,amount,command,subject")
                .anyMatch(line -> line.matches("3,\\d,2026-03-01T04:05:06\\.123456Z,\\w+,shop,,pool,,money,"
                        + "0\\.45000000000000,order\\.settled,\"o,1\""));
    }

    private void requireRefused(Why why, long position) {
        var target = new MemoryJournal();
        assertThatThrownBy(() -> Import.of(folder).into(target, WINE, _ -> {}))
                .isInstanceOfSatisfying(ExportUnusable.class, e -> {
                    assertThat(e.why()).as(e.detail()).isEqualTo(why);
                    assertThat(e.position()).as(e.detail()).isEqualTo(position);
                });
        assertThat(target.programmes()).isEmpty();
    }

    private void alter(String file, String from, String to) throws IOException {
        String text = Files.readString(folder.resolve(file));
        int at = text.indexOf(from);
        assertThat(at).as(from).isNotNegative();
        Files.writeString(folder.resolve(file), text.substring(0, at) + to + text.substring(at + from.length()));
    }

    private void exportWine() throws IOException {
        var journal = new MemoryJournal();
        fill(Ledger.start(journal, Trial.settings()));
        export(journal, folder);
    }

    /// Seven commands: two members, four orders, one of them with a comma, and an order of nobody's.
    private static void fill(Ledger ledger) {
        ledger.open(WINE, "Wine", Trial.TERMS);
        Trial.submit(ledger, Trial.join("j1", "王芳"));
        Trial.submit(ledger, Trial.join("j2", "李伟"));
        Trial.submit(ledger, Trial.order("k1", "o,1", "王芳", "1.50"));
        Trial.submit(ledger, Trial.order("k2", "o2", "王芳", "2.50"));
        Trial.submit(ledger, Trial.order("k3", "o3", "李伟", "3.50"));
        Trial.submit(ledger, Trial.order("k4", "o4", "李伟", "4.50"));
        Trial.submit(ledger, Trial.order("k5", "o5", "nobody", "5.50"));
    }

    private static void export(Journal journal, Path into) throws IOException {
        new Export(journal, journal.programmes().getFirst(), "trial")
                .write(Long.MAX_VALUE, file -> Files.newOutputStream(into.resolve(file)), _ -> {});
    }

    private OutputStream begin(String file) throws IOException {
        return Files.newOutputStream(folder.resolve(file));
    }
}
