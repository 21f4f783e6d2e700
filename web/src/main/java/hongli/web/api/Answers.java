package hongli.web.api;

import hongli.economy.fact.Fact;
import hongli.economy.fact.Outcome;
import hongli.economy.fact.Refusal;
import hongli.ledger.Answer;
import hongli.ledger.wire.OutcomeJson;
import hongli.web.problem.Problem;
import hongli.web.problem.Trouble;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the ledger answers, as the outside is told of it: an applied command, or a problem.
public final class Answers {
    /// One or the other.
    public sealed interface Told {
        /// The command was applied.
        record Yes(Answer.Decided decided, Fact fact) implements Told {}

        /// The command would be applied.
        record Perhaps(Fact fact) implements Told {}

        /// It was not, or would not be.
        record No(Problem problem) implements Told {}
    }

    private Answers() {}

    /// Of a command that was submitted.
    public static Told told(Answer answer) {
        return switch (answer) {
            case Answer.Decided decided -> told(decided);
            case Answer.KeyReused(var key, long position) ->
                no(Trouble.KEY_REUSED, Map.of("key", key.text(), "position", position));
            case Answer.Busy() -> no(Trouble.BUSY, Map.of());
            case Answer.ProgrammeUnknown(var programme) -> new Told.No(Addresses.programmeUnknown(programme.text()));
            case Answer.Unavailable() -> no(Trouble.JOURNAL_UNAVAILABLE, Map.of());
        };
    }

    private static Told told(Answer.Decided decided) {
        return switch (decided.outcome()) {
            case Outcome.Applied(Fact fact) -> new Told.Yes(decided, fact);
            case Outcome.Refused(Refusal refusal) -> {
                Map<String, Object> fields = new LinkedHashMap<>();
                fields.put("position", decided.position());
                fields.put("at", decided.at().toString());
                fields.put("applied", false);
                fields.put("repeated", decided.repeated());
                yield refused(refusal, fields);
            }
        };
    }

    /// What would come of a command that was only asked about.
    public static Told previewed(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Applied(Fact fact) -> new Told.Perhaps(fact);
            case Outcome.Refused(Refusal refusal) -> {
                Map<String, Object> fields = new LinkedHashMap<>();
                fields.put("applied", false);
                fields.put("dry", true);
                yield refused(refusal, fields);
            }
        };
    }

    private static Told refused(Refusal refusal, Map<String, Object> fields) {
        OutcomeJson.refusalFields(refusal).forEach((name, value) -> {
            if (!name.equals("code")) {
                fields.put(name, value);
            }
        });
        return new Told.No(new Problem(422, refusal.code(), fields, List.of()));
    }

    private static Told no(Trouble trouble, Map<String, Object> members) {
        return new Told.No(Problem.of(trouble, members));
    }
}
