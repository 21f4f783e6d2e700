package hongli.web.api;

import hongli.economy.Totals;
import hongli.economy.terms.Fault;
import hongli.economy.terms.Terms;
import hongli.economy.terms.TermsReader;
import hongli.economy.terms.TermsWriter;
import hongli.ledger.Ledger;
import hongli.ledger.ProgrammeId;
import hongli.ledger.View;
import hongli.ledger.wire.Json;
import hongli.web.problem.Problem;
import hongli.web.problem.Trouble;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Programmes: opened, listed, and shown as a whole.
@RestController
public final class ProgrammeApi {
    private static final int MAX_NAME = 200;

    private final Ledger ledger;

    /// What a caller wants opened.
    private record Wish(ProgrammeId id, String name, Terms terms) {}

    public ProgrammeApi(Ledger ledger) {
        this.ledger = ledger;
    }

    @PostMapping("/api/v1/programmes")
    ResponseEntity<byte[]> open(HttpServletRequest request) throws IOException {
        boolean dry = Query.of(request, "dry").flag("dry");
        Wish wish = wish(Json.object(Body.read(request, Json.MAX_LENGTH, List.of(Body.JSON))));
        if (dry) {
            return looked(wish);
        }
        return switch (ledger.open(wish.id, wish.name, wish.terms)) {
            case OPENED -> Reply.json(201, Addresses.read(ledger, wish.id.text(), ProgrammeApi::fields));
            case ALREADY_OPEN -> Reply.ok(Addresses.read(ledger, wish.id.text(), ProgrammeApi::fields));
            case TAKEN ->
                throw Problem.of(Trouble.PROGRAMME_TAKEN, Map.of("programme", wish.id.text()))
                        .rejection();
        };
    }

    /// What was asked for, read and found sound; nothing is opened.
    private ResponseEntity<byte[]> looked(Wish wish) {
        boolean taken = ledger.read(
                        wish.id,
                        view -> !view.name().equals(wish.name) || !view.terms().equals(wish.terms))
                .orElse(false);
        if (taken) {
            throw Problem.of(Trouble.PROGRAMME_TAKEN, Map.of("programme", wish.id.text()))
                    .rejection();
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", wish.id.text());
        fields.put("name", wish.name);
        fields.put("terms", TermsWriter.fields(wish.terms));
        return Reply.ok(fields);
    }

    @GetMapping("/api/v1/programmes")
    ResponseEntity<byte[]> list(HttpServletRequest request) {
        Query.of(request);
        List<Map<String, Object>> programmes = ledger.programmes().stream()
                .flatMap(id -> ledger.read(id, ProgrammeApi::summary).stream())
                .toList();
        return Reply.ok(Map.of("programmes", programmes));
    }

    @GetMapping("/api/v1/programmes/{programme}")
    ResponseEntity<byte[]> show(@PathVariable("programme") String programme, HttpServletRequest request) {
        Query.of(request);
        return Reply.ok(Addresses.read(ledger, programme, ProgrammeApi::fields));
    }

    @GetMapping("/api/v1/programmes/{programme}/state")
    ResponseEntity<byte[]> state(@PathVariable("programme") String programme, HttpServletRequest request) {
        Query.of(request);
        return Addresses.read(ledger, programme, view -> {
            var state = new StringBuilder();
            try {
                view.writeState(state);
            } catch (IOException e) {
                throw new UncheckedIOException("memory must take the state: programme=" + programme, e);
            }
            return ResponseEntity.ok()
                    .header("Content-Type", Body.JSON)
                    .header("Cache-Control", "no-store")
                    .header("Hongli-Position", Long.toString(view.position()))
                    .body(state.toString().getBytes(StandardCharsets.UTF_8));
        });
    }

    private static Map<String, Object> summary(View view) {
        Totals totals = view.totals();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", view.id().text());
        fields.put("name", view.name());
        fields.put("openedAt", view.openedAt().toString());
        fields.put("position", view.position());
        fields.put("closed", totals.closed());
        fields.put("members", totals.members());
        fields.put("orders", totals.orders());
        fields.put("price", totals.price().toString());
        fields.put("pool", totals.pool().toString());
        fields.put("circulating", totals.circulating().toString());
        return fields;
    }

    private static Map<String, Object> fields(View view) {
        Totals totals = view.totals();
        Map<String, Object> fields = summary(view);
        fields.put("issued", totals.issued().toString());
        fields.put("burned", totals.burned().toString());
        fields.put("treasury", totals.treasury().toString());
        fields.put("constants", totals.constants().toString());
        fields.put("withdrawn", totals.withdrawn().toString());
        fields.put("fixedFund", totals.fixedFund().toString());
        fields.put("tierFund", totals.tierFund().toString());
        fields.put("reversalShortfall", totals.reversalShortfall().toString());
        fields.put("residual", totals.residual().toString());
        var lastDay = totals.lastDay();
        if (lastDay != null) {
            fields.put("lastDay", lastDay.toString());
        }
        fields.put("terms", TermsWriter.fields(view.terms()));
        return fields;
    }

    private static Wish wish(Json.Reading document) {
        return switch (document) {
            case Json.Reading.Parsed(var fields) -> wish(fields);
            case Json.Reading.Faulty(Fault fault) -> throw malformed(List.of(fault));
        };
    }

    private static Wish wish(Map<String, @Nullable Object> given) {
        List<Fault> faults = new ArrayList<>();
        for (String name : given.keySet()) {
            if (!List.of("id", "name", "terms").contains(name)) {
                faults.add(
                        new Fault(name, "unknown_field", "id, name and terms only", String.valueOf(given.get(name))));
            }
        }
        String id = text(given, "id", faults);
        if (!id.isEmpty() && !ProgrammeId.isSound(id)) {
            faults.add(new Fault("id", "wrong_form", "1 to 64 of a-z, 0-9 and -, a letter or digit first", id));
        }
        String name = text(given, "name", faults);
        if (name.length() > MAX_NAME || name.chars().anyMatch(Character::isISOControl) || !name.equals(name.strip())) {
            faults.add(new Fault(
                    "name", "wrong_form", "at most 200 characters, no control characters, no outer blanks", name));
        }
        if (!(given.get("terms") instanceof Map<?, ?>)) {
            faults.add(new Fault("terms", "wrong_form", "an object", String.valueOf(given.get("terms"))));
        }
        if (!faults.isEmpty()) {
            throw malformed(faults);
        }
        return new Wish(new ProgrammeId(id), name, terms(given.get("terms")));
    }

    @SuppressWarnings("unchecked")
    private static Terms terms(@Nullable Object given) {
        return switch (TermsReader.read((Map<String, ?>) Objects.requireNonNull(given))) {
            case TermsReader.Reading.Sound(Terms terms) -> terms;
            case TermsReader.Reading.Unsound(var faults) ->
                throw Problem.of(Trouble.TERMS_UNSOUND, faults).rejection();
        };
    }

    private static String text(Map<String, @Nullable Object> given, String name, List<Fault> faults) {
        if (given.get(name) instanceof String text && !text.isEmpty()) {
            return text;
        }
        faults.add(
                given.containsKey(name)
                        ? new Fault(name, "wrong_form", "a text in quotation marks", String.valueOf(given.get(name)))
                        : new Fault(name, "missing_field", "a value", "nothing"));
        return "";
    }

    private static RuntimeException malformed(List<Fault> faults) {
        return Problem.of(Trouble.PROGRAMME_MALFORMED, faults).rejection();
    }
}
