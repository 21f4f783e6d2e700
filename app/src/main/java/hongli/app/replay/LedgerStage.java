package hongli.app.replay;

import hongli.app.console.Complaint;
import hongli.app.serve.Store;
import hongli.economy.fact.Outcome;
import hongli.economy.terms.Terms;
import hongli.ledger.Answer;
import hongli.ledger.Key;
import hongli.ledger.Ledger.Opening;
import hongli.ledger.LedgerSettings;
import hongli.ledger.ProgrammeId;
import hongli.ledger.Submission;
import hongli.ledger.View;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A durable journal in an embedded database. Lines that the folder's journal has already keep their answers, so a
/// scenario that was broken off goes on where it stopped.
final class LedgerStage implements Stage {
    private static final ProgrammeId ID = new ProgrammeId("replay");
    private static final Pattern REJECTED = Pattern.compile("\n \"rejected\": \\[[^\\]]*\\]");

    private final Store store;
    private final @Nullable Path passing;

    private LedgerStage(Store store, @Nullable Path passing) {
        this.store = store;
        this.passing = passing;
    }

    /// Opens the stage in `folder`; without one in a folder that is removed afterwards.
    static LedgerStage open(Terms terms, @Nullable Path folder) throws IOException {
        boolean passing = folder == null;
        Path place = folder == null ? Files.createTempDirectory("hongli-replay") : folder;
        Store store = Store.embedded(place, LedgerSettings.standard().withProjecting(false));
        var stage = new LedgerStage(store, passing ? place : null);
        if (store.ledger().open(ID, "replay", terms) == Opening.TAKEN) {
            stage.close();
            throw otherScenario();
        }
        return stage;
    }

    @Override
    public List<Outcome> apply(List<NumberedCommand> commands) {
        List<Submission> submissions = commands.stream()
                .map(command -> new Submission(new Key("line-" + command.line()), command.command()))
                .toList();
        List<Outcome> outcomes = new ArrayList<>();
        for (Answer answer : store.ledger().submit(ID, submissions)) {
            outcomes.add(outcome(answer));
        }
        return outcomes;
    }

    private static Outcome outcome(Answer answer) {
        return switch (answer) {
            case Answer.Decided(var _, var _, Outcome outcome, var _) -> outcome;
            case Answer.KeyReused _ -> throw otherScenario();
            case Answer.Busy _, Answer.ProgrammeUnknown _, Answer.Unavailable _ ->
                throw Complaint.failure("日志没有接受命令：" + answer, "the journal did not take a command: " + answer);
        };
    }

    private static Complaint otherScenario() {
        return Complaint.failure(
                "这个数据目录里已有另一份回放，请换一个 --data", "the data folder holds another scenario: choose another --data");
    }

    /// The journal knows positions, not lines: a malformed line has no position, so the list is written anew.
    @Override
    public void writeState(Appendable out, List<Long> rejected) throws IOException {
        String state = store.ledger().read(ID, LedgerStage::state).orElseThrow();
        out.append(REJECTED.matcher(state).replaceFirst(Matcher.quoteReplacement(list(rejected))));
    }

    private static String state(View view) {
        var text = new StringBuilder();
        try {
            view.writeState(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String list(List<Long> rejected) {
        String lines = rejected.stream().map(line -> "\n  " + line).collect(Collectors.joining(","));
        return "\n \"rejected\": [" + lines + (lines.isEmpty() ? "]" : "\n ]");
    }

    @Override
    public void close() {
        store.close();
        if (passing != null) {
            remove(passing);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw Complaint.failure("删不掉临时目录 " + folder, "cannot remove " + folder, e);
        }
    }
}
