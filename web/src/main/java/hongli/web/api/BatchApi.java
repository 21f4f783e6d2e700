package hongli.web.api;

import hongli.economy.command.Command;
import hongli.economy.command.CommandReader;
import hongli.economy.terms.Fault;
import hongli.ledger.Answer;
import hongli.ledger.Key;
import hongli.ledger.Ledger;
import hongli.ledger.ProgrammeId;
import hongli.ledger.Submission;
import hongli.ledger.wire.Json;
import hongli.web.problem.Language;
import hongli.web.problem.Problem;
import hongli.web.problem.ProblemJson;
import hongli.web.problem.Rejection;
import hongli.web.problem.Trouble;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Many commands in one request: JSON lines in, JSON lines out in the same order. Blank lines are passed over.
@RestController
public final class BatchApi {
    static final int MAX_LINES = 10_000;
    static final int MAX_BYTES = 4 << 20;

    private final Ledger ledger;

    /// What one line says, before the ledger is asked.
    private sealed interface Line {
        record Sound(int number, Submission submission) implements Line {}

        record Faulty(int number, String key, Problem problem) implements Line {}
    }

    public BatchApi(Ledger ledger) {
        this.ledger = ledger;
    }

    @PostMapping("/api/v1/programmes/{programme}/commands/batch")
    ResponseEntity<byte[]> submit(@PathVariable("programme") String programme, HttpServletRequest request)
            throws IOException {
        Query.of(request);
        ProgrammeId id = Addresses.programme(programme);
        Addresses.read(ledger, programme, _ -> true);
        List<Line> lines = lines(Body.read(request, MAX_BYTES, Body.JSON_LINES));
        List<Submission> submissions = lines.stream()
                .filter(Line.Sound.class::isInstance)
                .map(line -> ((Line.Sound) line).submission())
                .toList();
        List<Answer> answers = submissions.isEmpty() ? List.of() : ledger.submit(id, submissions);
        Language language = Language.of(request.getHeader("Accept-Language"));
        byte[] told = told(lines, answers, language).getBytes(StandardCharsets.UTF_8);
        return Reply.bytes(200, told, Body.JSON_LINES.getFirst());
    }

    private static List<Line> lines(byte[] body) {
        List<byte[]> texts = Body.lines(body, MAX_LINES);
        List<Line> lines = new ArrayList<>(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            if (!Body.isBlank(texts.get(i))) {
                lines.add(line(i + 1, texts.get(i)));
            }
        }
        return lines;
    }

    private static Line line(int number, byte[] text) {
        return switch (Json.object(text)) {
            case Json.Reading.Parsed(var fields) -> line(number, new LinkedHashMap<>(fields));
            case Json.Reading.Faulty(Fault fault) -> faulty(number, "", List.of(fault));
        };
    }

    private static Line line(int number, Map<String, @Nullable Object> fields) {
        Object given = fields.remove("key");
        if (!(given instanceof String key)) {
            Fault fault = given == null
                    ? new Fault("key", "missing_field", "a key of its own on every line", "nothing")
                    : new Fault("key", "wrong_form", "a text in quotation marks", given.toString());
            return faulty(number, "", List.of(fault));
        }
        try {
            Key sound = CommandApi.key(key, Trouble.COMMAND_MALFORMED);
            return switch (CommandReader.read(fields)) {
                case CommandReader.Reading.Understood(Command command) ->
                    new Line.Sound(number, new Submission(sound, command));
                case CommandReader.Reading.Malformed(var faults) -> faulty(number, key, faults);
            };
        } catch (Rejection unsound) {
            return new Line.Faulty(number, "", unsound.problem());
        }
    }

    private static Line faulty(int number, String key, List<Fault> faults) {
        return new Line.Faulty(number, key, Problem.of(Trouble.COMMAND_MALFORMED, faults));
    }

    private static String told(List<Line> lines, List<Answer> answers, Language language) {
        var out = new StringBuilder(256 * lines.size());
        var next = answers.iterator();
        for (Line line : lines) {
            out.append(Json.text(
                            switch (line) {
                                case Line.Sound(int number, var submission) ->
                                    told(number, submission.key().text(), Answers.told(next.next()), language);
                                case Line.Faulty(int number, String key, Problem problem) ->
                                    told(number, key, new Answers.Told.No(problem), language);
                            }))
                    .append('\n');
        }
        return out.toString();
    }

    private static Map<String, Object> told(int number, String key, Answers.Told told, Language language) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("line", number);
        if (!key.isEmpty()) {
            fields.put("key", key);
        }
        switch (told) {
            case Answers.Told.Yes(var yes) -> {
                fields.put("status", 200);
                fields.putAll(yes);
            }
            case Answers.Told.No(Problem problem) -> fields.putAll(ProblemJson.fields(problem, language));
        }
        return fields;
    }
}
