package hongli.web.api;

import hongli.economy.fact.Outcome;
import hongli.economy.fact.Refusal;
import hongli.ledger.Answer;
import hongli.ledger.wire.FactJson;
import hongli.ledger.wire.OutcomeJson;
import hongli.web.problem.Problem;
import hongli.web.problem.Trouble;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the ledger answers, as the outside reads it: the fields of an applied command, or a problem.
final class Answers {
    /// One or the other.
    sealed interface Told {
        /// The command was applied, or would be.
        record Yes(Map<String, Object> fields) implements Told {}

        /// It was not.
        record No(Problem problem) implements Told {}
    }

    private Answers() {}

    static Told told(Answer answer) {
        return switch (answer) {
            case Answer.Decided(long position, var at, Outcome outcome, boolean repeated) -> {
                Map<String, Object> fields = new LinkedHashMap<>();
                fields.put("position", position);
                fields.put("at", at.toString());
                yield told(outcome, fields, Map.of("repeated", repeated));
            }
            case Answer.KeyReused(var key, long position) ->
                no(Trouble.KEY_REUSED, Map.of("key", key.text(), "position", position));
            case Answer.Busy() -> no(Trouble.BUSY, Map.of());
            case Answer.ProgrammeUnknown(var programme) -> new Told.No(Addresses.programmeUnknown(programme.text()));
            case Answer.Unavailable() -> no(Trouble.JOURNAL_UNAVAILABLE, Map.of());
        };
    }

    /// What would come of a command that was only asked about.
    static Told previewed(Outcome outcome) {
        return told(outcome, new LinkedHashMap<>(), Map.of("dry", true));
    }

    private static Told told(Outcome outcome, Map<String, Object> fields, Map<String, Object> mark) {
        return switch (outcome) {
            case Outcome.Applied(var fact) -> {
                fields.put("applied", true);
                fields.putAll(mark);
                fields.putAll(FactJson.fields(fact));
                yield new Told.Yes(fields);
            }
            case Outcome.Refused(Refusal refusal) -> {
                fields.put("applied", false);
                fields.putAll(mark);
                OutcomeJson.refusalFields(refusal).forEach((name, value) -> {
                    if (!name.equals("code")) {
                        fields.put(name, value);
                    }
                });
                yield new Told.No(new Problem(422, refusal.code(), fields, List.of()));
            }
        };
    }

    private static Told no(Trouble trouble, Map<String, Object> members) {
        return new Told.No(Problem.of(trouble, members));
    }
}
