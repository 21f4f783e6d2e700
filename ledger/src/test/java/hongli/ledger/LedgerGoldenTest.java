package hongli.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.economy.command.Command;
import hongli.ledger.journal.Journal;
import hongli.ledger.journal.MemoryJournal;
import hongli.ledger.postgres.PostgresJournal;
import hongli.ledger.trial.Golden;
import hongli.ledger.trial.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The golden scenarios through the ledger, in one go and with restarts in the middle.
final class LedgerGoldenTest {
    private static final ProgrammeId ID = new ProgrammeId("golden");
    private static final LedgerSettings OFTEN = LedgerSettings.standard().withSnapshotEvery(70);

    static Stream<Golden> scenarios() {
        return Golden.all();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void reachTheirStateInMemory(Golden golden) {
        try (var ledger = Ledger.start(new MemoryJournal(), OFTEN)) {
            ledger.open(ID, "golden", golden.terms());
            submit(ledger, golden.commands(), 0);
            assertThat(state(ledger)).isEqualTo(golden.state());
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void reachTheirStateInTheDatabaseWithARestart(Golden golden) {
        DataSource database = TestDatabase.fresh();
        int half = golden.commands().size() / 2;
        try (var ledger = Ledger.start(PostgresJournal.open(database), OFTEN)) {
            ledger.open(ID, "golden", golden.terms());
            submit(ledger, golden.commands().subList(0, half), 0);
        }
        try (var ledger = Ledger.start(PostgresJournal.open(database), OFTEN)) {
            submit(ledger, golden.commands().subList(half, golden.commands().size()), half);
            assertThat(state(ledger)).isEqualTo(golden.state());
        }
        try (var ledger = Ledger.start(PostgresJournal.open(database), OFTEN)) {
            assertThat(state(ledger)).isEqualTo(golden.state());
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void reachTheirStateWhenAServerDiesInTheMiddle(Golden golden) {
        Journal journal = new MemoryJournal();
        int half = golden.commands().size() / 2;
        var dying = Ledger.start(journal, OFTEN);
        dying.open(ID, "golden", golden.terms());
        submit(dying, golden.commands().subList(0, half), 0);
        try (var ledger = Ledger.start(journal, OFTEN.withSnapshotEvery(100_000))) {
            submit(ledger, golden.commands().subList(half, golden.commands().size()), half);
            assertThat(state(ledger)).isEqualTo(golden.state());
        }
        dying.close();
    }

    private static void submit(Ledger ledger, List<Command> commands, int from) {
        List<Submission> submissions = new ArrayList<>();
        for (Command command : commands) {
            submissions.add(new Submission(new Key("line " + (from + submissions.size() + 1)), command));
        }
        List<Answer> answers = ledger.submit(ID, submissions);
        for (int i = 0; i < answers.size(); i++) {
            long position = (long) from + i + 1;
            assertThat(answers.get(i))
                    .isInstanceOfSatisfying(
                            Answer.Decided.class,
                            decided -> assertThat(decided.position()).isEqualTo(position));
        }
    }

    private static String state(Ledger ledger) {
        return ledger.read(ID, view -> {
                    var out = new StringBuilder();
                    try {
                        view.writeState(out);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    return out.toString();
                })
                .orElseThrow();
    }
}
