package hongli.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.economy.command.Command;
import hongli.ledger.journal.Journal;
import hongli.ledger.journal.MemoryJournal;
import hongli.ledger.postgres.PostgresJournal;
import hongli.ledger.trial.Golden;
import hongli.ledger.trial.TestDatabase;
import hongli.ledger.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The golden scenarios through the ledger, in one go and with restarts in the middle.
@Execution(ExecutionMode.CONCURRENT)
final class LedgerGoldenTest {
    private static final DataSource DATABASE = TestDatabase.fresh();
    private static final LedgerSettings OFTEN = LedgerSettings.standard().withSnapshotEvery(70);

    static Stream<Golden> scenarios() {
        return Golden.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void reachTheirStateInMemory(Golden golden) {
        try (var ledger = Ledger.start(new MemoryJournal(), OFTEN)) {
            ledger.open(id(golden), golden.name(), golden.terms());
            submit(ledger, id(golden), golden.commands(), 0);
            assertThat(Trial.state(ledger, id(golden))).isEqualTo(golden.state());
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void reachTheirStateInTheDatabaseWithARestart(Golden golden) {
        int half = golden.commands().size() / 2;
        try (var ledger = Ledger.start(PostgresJournal.open(DATABASE), OFTEN)) {
            ledger.open(id(golden), golden.name(), golden.terms());
            submit(ledger, id(golden), golden.commands().subList(0, half), 0);
        }
        try (var ledger = Ledger.start(PostgresJournal.open(DATABASE), OFTEN)) {
            submit(
                    ledger,
                    id(golden),
                    golden.commands().subList(half, golden.commands().size()),
                    half);
            assertThat(Trial.state(ledger, id(golden))).isEqualTo(golden.state());
        }
        try (var ledger = Ledger.start(PostgresJournal.open(DATABASE), OFTEN)) {
            assertThat(Trial.state(ledger, id(golden))).isEqualTo(golden.state());
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void reachTheirStateWhenAServerDiesInTheMiddle(Golden golden) {
        Journal journal = new MemoryJournal();
        int half = golden.commands().size() / 2;
        var dying = Ledger.start(journal, OFTEN);
        dying.open(id(golden), golden.name(), golden.terms());
        submit(dying, id(golden), golden.commands().subList(0, half), 0);
        try (var ledger = Ledger.start(journal, OFTEN.withSnapshotEvery(100_000))) {
            submit(
                    ledger,
                    id(golden),
                    golden.commands().subList(half, golden.commands().size()),
                    half);
            assertThat(Trial.state(ledger, id(golden))).isEqualTo(golden.state());
        }
        dying.close();
    }

    private static ProgrammeId id(Golden golden) {
        return new ProgrammeId(golden.name());
    }

    private static void submit(Ledger ledger, ProgrammeId id, List<Command> commands, int from) {
        List<Submission> submissions = new ArrayList<>();
        for (Command command : commands) {
            submissions.add(new Submission(new Key("line " + (from + submissions.size() + 1)), command));
        }
        List<Answer> answers = ledger.submit(id, submissions);
        for (int i = 0; i < answers.size(); i++) {
            long position = (long) from + i + 1;
            assertThat(answers.get(i))
                    .isInstanceOfSatisfying(
                            Answer.Decided.class,
                            decided -> assertThat(decided.position()).isEqualTo(position));
        }
    }
}
