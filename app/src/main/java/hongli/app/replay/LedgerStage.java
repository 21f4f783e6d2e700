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
        Path passing = folder == null ? Files.createTempDirectory("hongli-replay") : null;
        Store store = Store.embedded(
                folder == null ? passing : folder, LedgerSettings.standard().withProjecting(false));
        var stage = new LedgerStage(store, passing);
        if (store.ledger().open(ID, "replay", terms) == Opening.TAKEN) {
            stage.close();
            throw otherScenario(folder);
        }
        return stage;
    }
}
