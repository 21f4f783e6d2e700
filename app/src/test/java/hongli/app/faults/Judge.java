package hongli.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.economy.Programme;
import hongli.economy.fact.Outcome;
import hongli.economy.model.EagerProgramme;
import hongli.economy.terms.Terms;
import hongli.ledger.wire.OutcomeJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads a journal as it grows, plays it to the eager model, and compares what clients were told with both.
final class Judge {
    private final EagerProgramme model;
    private final Programme engine;
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Row> byKey = new HashMap<>();
    private final List<Long> refused = new ArrayList<>();

    Judge(Terms terms) {
        this.model = new EagerProgramme(terms);
        this.engine = Programme.open(terms);
    }

    /// The programme that the journal makes.
    Programme engine() {
        return engine;
    }

    /// How many commands the journal holds.
    int size() {
        return rows.size();
    }

    boolean knows(Sent sent) {
        return byKey.containsKey(sent.key());
    }

    /// Reads what the journal holds since the last time; positions have no gaps and keys are never used twice.
    void catchUp(Api api) throws IOException, InterruptedException {
        long last = api.state(_ -> {});
        assertThat(last).as("nothing that was read is lost").isGreaterThanOrEqualTo(rows.size());
        api.journal(rows.size(), last).forEach(this::take);
        assertThat(rows).hasSize((int) last);
    }

    private void take(Row row) {
        rows.add(row);
        assertThat(row.position()).as("positions have no gaps").isEqualTo(rows.size());
        assertThat(byKey.put(row.key(), row))
                .as("key %s is there once", row.key())
                .isNull();
        Outcome _ = engine.apply(row.command());
        Map<String, String> refusal =
                model.apply(row.command()).map(OutcomeJson::refusalFields).orElse(Map.of());
        assertThat(row.refusal()).as("the model decides alike: %s", row).isEqualTo(refusal);
        if (!refusal.isEmpty()) {
            refused.add(row.position());
        }
    }

    /// The state that is served is the model's, to the byte.
    void requireState(Api api) throws IOException, InterruptedException {
        long position = api.state(state -> assertThat(state).isEqualTo(model.state(refused)));
        assertThat(position).isEqualTo(rows.size());
    }

    /// What clients were told is what the journal holds.
    void requireKept(Map<Sent, Said> acknowledged) {
        acknowledged.forEach(this::requireKept);
    }

    void requireKept(Sent sent, Said said) {
        Row row = byKey.get(sent.key());
        if (row == null || !row.says(said) || !row.command().equals(sent.command())) {
            throw new AssertionError(
                    "what was answered must stand: sent=" + sent + ", said=" + said + ", journal=" + row);
        }
    }

    /// The whole journal, read anew from its beginning, is what was read while it grew.
    void requireAll(Api api) throws IOException, InterruptedException {
        assertThat(api.journal(0, rows.size())).isEqualTo(rows);
    }
}
