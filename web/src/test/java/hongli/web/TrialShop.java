package hongli.web;

import hongli.economy.terms.Terms;
import hongli.ledger.Answer;
import hongli.ledger.JournalUnavailable;
import hongli.ledger.Key;
import hongli.ledger.Ledger;
import hongli.ledger.ProgrammeId;
import hongli.ledger.Submission;
import hongli.ledger.wire.CommandJson;
import hongli.ledger.wire.Json;
import hongli.ledger.wire.TermsJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Six weeks of an invented wine shop, to try the counter with: members, orders, refunds, redemptions, closed days.
///
/// The key of a command is its line number, so that loading it once more repeats nothing.
final class TrialShop implements SampleShop {
    private static final int AT_ONCE = 50;

    private final Ledger ledger;

    TrialShop(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public Loaded load() {
        Map<String, @Nullable Object> programme = fields(text("programme.json"));
        var id = new ProgrammeId(String.valueOf(programme.get("id")));
        Terms terms = TermsJson.parse(Json.text(programme.get("terms")));
        ledger.open(id, String.valueOf(programme.get("name")), terms);
        List<String> lines = text("commands.jsonl").lines().toList();
        List<Submission> submissions = IntStream.range(0, lines.size())
                .mapToObj(i -> new Submission(new Key("sample-" + (i + 1)), CommandJson.parse(lines.get(i))))
                .toList();
        for (int from = 0; from < submissions.size(); from += AT_ONCE) {
            submit(id, submissions.subList(from, Math.min(from + AT_ONCE, submissions.size())));
        }
        return new Loaded(id, submissions.size());
    }

    private void submit(ProgrammeId id, List<Submission> submissions) {
        for (Answer answer : ledger.submit(id, submissions)) {
            switch (answer) {
                case Answer.Decided _, Answer.KeyReused _ -> {}
                case Answer.Busy _, Answer.Unavailable _, Answer.ProgrammeUnknown _ ->
                    throw new JournalUnavailable("sample must be taken: answer=" + answer);
            }
        }
    }

    private static Map<String, @Nullable Object> fields(String text) {
        return switch (Json.object(text)) {
            case Json.Reading.Parsed(var fields) -> fields;
            case Json.Reading.Faulty(var fault) ->
                throw new IllegalStateException("sample must be sound: fault=" + fault);
        };
    }

    private static String text(String name) {
        try (var in = TrialShop.class.getResourceAsStream("sample/" + name)) {
            return new String(
                    Objects.requireNonNull(in, () -> "sample must be there: name=" + name)
                            .readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("sample must be readable: name=" + name, e);
        }
    }
}
