package hongli.ledger.heart;

import hongli.ledger.SteppedLedger;
import hongli.ledger.Submission;
import hongli.ledger.audit.Check;
import hongli.ledger.audit.Finding;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// One run from its seed to its end: what was drawn, then rest, in which everything must be answered and agree.
///
/// @param failure what was wrong, or null
/// @param played the actions that led there
/// @param commands submissions that were taken in
record Run(Plan plan, @Nullable String failure, List<Action> played, long commands) {
    private static final int PATIENCE = 20_000;
    private static final int CHUNK = 50;
    private static final String CHECKED = "the check must find nothing: ";

    /// The run of `seed`.
    static Run of(long seed, Cast cast) {
        var random = new SplittableRandom(seed);
        Plan plan = Plan.draw(random);
        return of(plan, cast, new Author(random, plan), seed % 8 == 0);
    }

    /// The run of these actions on the same stage.
    Run again(List<Action> actions, Cast cast) {
        return of(plan, cast, Script.of(actions), failure == null || failure.startsWith(CHECKED));
    }

    private static Run of(Plan plan, Cast cast, Script script, boolean thorough) {
        var stage = new Stage(plan, cast, script);
        try {
            stage.play();
            if (stage.judge().failure() == null) {
                rest(stage, thorough);
            }
        } catch (RuntimeException | Error e) {
            stage.judge()
                    .fail("nothing must be thrown: " + e + " at "
                            + List.of(e.getStackTrace()).stream().limit(8).toList());
        }
        return new Run(
                plan,
                stage.judge().failure(),
                List.copyOf(stage.played()),
                stage.crowd().taken());
    }

    /// Nothing fails any more: clients ask until they are answered, the server is stopped and begun once more.
    private static void rest(Stage stage, boolean thorough) {
        int programmes = stage.plan().terms().size();
        for (int i = 0; i < PATIENCE && !isAtRest(stage); i++) {
            stage.play(new Action.Start());
            for (int programme = 0; programme < programmes; programme++) {
                if (!stage.isOpen(programme)) {
                    stage.play(new Action.Open(programme));
                }
                List<Submission> open = stage.isIdle() ? stage.crowd().open(programme, CHUNK) : List.of();
                if (!open.isEmpty()) {
                    stage.play(new Action.Send(programme, open));
                }
            }
            stage.play(new Action.Write());
            stage.play(new Action.Flush());
            stage.play(new Action.Keep());
        }
        stage.judge().require(isAtRest(stage), () -> "everybody must be answered in the end");
        stage.play(new Action.Tell());
        stage.play(new Action.Stop());
        stage.play(new Action.Start());
        SteppedLedger ledger = stage.ledger();
        stage.judge().require(ledger != null, () -> "the server must begin in the end");
        if (ledger != null && stage.judge().failure() == null) {
            Inspection.atTheEnd(stage, ledger);
            if (thorough) {
                check(stage);
            }
        }
    }

    private static boolean isAtRest(Stage stage) {
        return stage.judge().failure() != null
                || stage.isUp() && stage.isIdle() && stage.crowd().isContent();
    }

    private static void check(Stage stage) {
        List<Finding> findings = Check.of(new DiskJournal(stage.disk(), stage)).findings();
        stage.judge().require(findings.isEmpty(), () -> CHECKED + findings);
    }
}
