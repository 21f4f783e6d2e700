package hongli.ledger.audit;

import static hongli.ledger.trial.Trial.TERMS;
import static hongli.ledger.trial.Trial.WINE;
import static org.assertj.core.api.Assertions.assertThat;

import hongli.economy.Price;
import hongli.economy.command.Command;
import hongli.economy.exact.Money;
import hongli.economy.exact.Points;
import hongli.ledger.Key;
import hongli.ledger.Ledger;
import hongli.ledger.ProgrammeId;
import hongli.ledger.Submission;
import hongli.ledger.journal.Journal;
import hongli.ledger.journal.MemoryJournal;
import hongli.ledger.postgres.PostgresJournal;
import hongli.ledger.reading.PricePoint;
import hongli.ledger.reading.PriceRun;
import hongli.ledger.trial.Golden;
import hongli.ledger.trial.TestDatabase;
import hongli.ledger.trial.Trial;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Execution(ExecutionMode.CONCURRENT)
final class CheckTest {
    static List<Golden> scenarios() {
        return Golden.all().toList();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void findsNothingInTheGoldenScenarios(Golden golden) {
        var journal = new MemoryJournal();
        var id = new ProgrammeId(golden.name());
        try (var ledger = Ledger.start(journal, Trial.settings().withSnapshotEvery(50))) {
            ledger.open(id, golden.name(), golden.terms());
            List<Submission> submissions = new ArrayList<>();
            for (Command command : golden.commands()) {
                submissions.add(new Submission(new Key("line " + submissions.size()), command));
            }
            ledger.submit(id, submissions);
            assertThat(ledger.awaitReadModels(Trial.PATIENCE)).isTrue();
        }
        Report report = Check.of(journal);
        assertThat(report.findings()).isEmpty();
        assertThat(report.programmes()).singleElement().satisfies(checked -> {
            assertThat(checked.entries()).isEqualTo(golden.commands().size());
            assertThat(checked.snapshots()).isPositive();
            assertThat(checked.postings()).isPositive();
        });
    }

    @Test
    void findsNothingInADatabaseAndSaysHowFarItIs() {
        DataSource database = traded();
        List<Long> progress = new ArrayList<>();
        try (Journal journal = PostgresJournal.open(database)) {
            Report report = Check.of(journal, progress::add);
            assertThat(report.findings()).isEmpty();
            assertThat(report.isClean()).isTrue();
            assertThat(report.programmes()).singleElement().satisfies(checked -> {
                assertThat(checked.entries()).isEqualTo(12);
                assertThat(checked.snapshots()).isEqualTo(1);
            });
        }
        assertThat(progress).contains(12L);
    }

    @Test
    void knowsTheDaysOfEveryAge() {
        DataSource database = TestDatabase.fresh();
        try (var ledger = Ledger.start(PostgresJournal.open(database), Trial.settings())) {
            ledger.open(WINE, "Old", TERMS);
            ledger.submit(WINE, List.of(Trial.join("a", "A"), Trial.order("o", "o", "A", "100.00")));
            for (String day : List.of("0000-01-05", "1582-10-10", "9999-12-31")) {
                Trial.submit(ledger, Trial.submission(day, "{\"type\":\"day.closed\",\"date\":\"" + day + "\"}"));
            }
            assertThat(ledger.awaitReadModels(Trial.PATIENCE)).isTrue();
        }
        try (Journal journal = PostgresJournal.open(database)) {
            assertThat(Check.of(journal).findings()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        update hongli.journal set content = overlay(content placing '9' from 20) where first = 5   | 5 | chain
        update hongli.journal set content = byteacat(content, '\\x00') where first = 7             | 7 | chain
        update hongli.journal set count = 2 where first = 3                                        | 3 | chain
        update hongli.journal set content = substr(content, 2) where first = 3                     | 3 | chain
        delete from hongli.journal where first = 4                                                 | 5 | gap
        delete from hongli.journal where first = 12                                                | 12| snapshot
        update hongli.programme set name = 'x'                                                     | 0 | opening
        update hongli.programme set terms = replace(terms, '0.3', '0.4')                           | 0 | opening
        update hongli.snapshot set digest = '\\x00'                                                | 12| digest
        """)
    void namesThePositionOfAChangedPast(String change, long position, String word) throws SQLException {
        requireNamed(change, position, word);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        update hongli.statement set content = overlay(content placing '9' from 2) where position = 6 | 6 | statements
        update hongli.statement set content = byteacat(content, '\\x00') where position = 6        | 6 | statements
        update hongli.statement set content = substr(content, 2) where position = 6                | 6 | statements
        update hongli.statement set member = 'A' where position = 6                                | 6 | statements
        update hongli.statement set position = 99 where position = 6                               | 6 | statements
        delete from hongli.statement where position = 8                                            | 8 | statements
        insert into hongli.statement select position, programme, 'A', content from hongli.statement \
        where position = 6                                                                         | 6 | statements
        insert into hongli.statement select position, programme, 'C', content from hongli.statement \
        where position = 6                                                                         | 12| as many
        insert into hongli.statement select 99, programme, member, content from hongli.statement \
        where position = 6                                                                         | 12| as many
        update hongli.price set content = overlay(content placing '\\x01' from length(content)) \
        where first = 0                                                                            | 0 | prices
        update hongli.price set content = byteacat(content, '\\x00') where first = 0               | 0 | prices
        update hongli.price set last = 1 where first = 0                                           | 0 | prices
        update hongli.price set points = 2 where first = 0                                         | 0 | prices
        update hongli.price set from_micros = from_micros - 1 where first = 0                      | 0 | prices
        delete from hongli.price where first = 0                                                   | 0 | prices
        insert into hongli.price select 50, 50, from_micros, until_micros, programme, points, content \
        from hongli.price where first = 0                                                          | 1 | prices
        update hongli.projector set position = 10                                                  | 10| as many
        update hongli.projector set position = 13                                                  | 12| end with
        delete from hongli.projector                                                               | -1| as many
        insert into hongli.dividend select programme, 99, tier, at_micros, day, pico_fen \
        from hongli.dividend                                                                       | 12| dividends
        update hongli.dividend set pico_fen = pico_fen + 1 where tier = 0                          | 12| dividends
        """)
    void namesThePositionOfAChangedReadModel(String change, long position, String word) throws SQLException {
        requireNamed(change, position, word);
    }

    private static void requireNamed(String change, long position, String word) throws SQLException {
        DataSource database = traded();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate(change)).isPositive();
        }
        try (Journal journal = PostgresJournal.open(database)) {
            Report report = Check.of(journal);
            assertThat(report.findings()).isNotEmpty();
            assertThat(report.findings().getFirst().programme()).isEqualTo(WINE);
            assertThat(report.findings().getFirst().position()).isEqualTo(position);
            assertThat(report.findings().getFirst().what()).contains(word);
        }
    }

    @Test
    void findsAPriceTooMany() throws SQLException {
        DataSource database = traded();
        try (Connection connection = database.getConnection();
                var insert = connection.prepareStatement("insert into hongli.price values (?, ?, ?, ?, 1, ?, ?)")) {
            var point = new PricePoint(99, Trial.NOW, Money.ZERO, Points.ZERO, new Price(1, 1), Points.ZERO);
            PriceRun run = PriceRun.of(List.of(point)).getFirst();
            insert.setLong(1, run.first());
            insert.setLong(2, run.last());
            insert.setLong(3, run.fromMicros());
            insert.setLong(4, run.untilMicros());
            insert.setInt(5, run.count());
            insert.setBytes(6, run.content().array());
            insert.executeUpdate();
        }
        try (Journal journal = PostgresJournal.open(database)) {
            assertThat(Check.of(journal).findings()).singleElement().satisfies(finding -> {
                assertThat(finding.position()).isEqualTo(12);
                assertThat(finding.what()).contains("as many");
            });
        }
    }

    /// Two members, nine orders, a closed day: twelve folios of one entry each.
    private static DataSource traded() {
        DataSource database = TestDatabase.fresh();
        try (var ledger = Ledger.start(PostgresJournal.open(database), Trial.settings())) {
            ledger.open(WINE, "红酒", TERMS);
            List<Submission> submissions = new ArrayList<>(List.of(Trial.join("a", "A"), Trial.join("b", "B")));
            for (int i = 0; i < 9; i++) {
                submissions.add(Trial.order("o" + i, "o" + i, i % 2 == 0 ? "A" : "B", "100.00"));
            }
            submissions.add(Trial.submission("d", "{\"type\":\"day.closed\",\"date\":\"2026-03-01\"}"));
            submissions.forEach(submission -> Trial.submit(ledger, submission));
            assertThat(ledger.awaitReadModels(Trial.PATIENCE)).isTrue();
        }
        return database;
    }
}
