package hongli.ledger.wire;

import hongli.economy.fact.Fact;
import hongli.economy.fact.Outcome;
import hongli.economy.fact.Refusal;
import java.util.LinkedHashMap;
import java.util.Map;

/// Outcomes as JSON objects for answers of the API:
/// `{"outcome":"applied","fact":{…}}` or `{"outcome":"refused","refusal":{"code":"pool_dry",…}}`.
public final class OutcomeJson {
    private OutcomeJson() {}

    public static Map<String, Object> fields(Outcome outcome) {
        Map<String, Object> fields = new LinkedHashMap<>();
        switch (outcome) {
            case Outcome.Applied(Fact fact) -> {
                fields.put("outcome", "applied");
                fields.put("fact", FactJson.fields(fact));
            }
            case Outcome.Refused(Refusal refusal) -> {
                fields.put("outcome", "refused");
                fields.put("refusal", refusalFields(refusal));
            }
        }
        return fields;
    }

    /// `code`, then every number of the refusal by its name, as texts.
    public static Map<String, String> refusalFields(Refusal refusal) {
        return RefusalFields.of(refusal);
    }

    public static String text(Outcome outcome) {
        return Json.text(fields(outcome));
    }

    /// Reads back what [#fields] gave.
    public static Outcome parse(Map<String, ?> fields) {
        String word = String.valueOf(fields.get("outcome"));
        return switch (word) {
            case "applied" -> new Outcome.Applied(FactJson.parse(FactJson.object(fields.get("fact"))));
            case "refused" -> new Outcome.Refused(RefusalFields.parse(FactJson.object(fields.get("refusal"))));
            default -> throw new IllegalArgumentException("outcome must be applied or refused: outcome=" + word);
        };
    }
}
