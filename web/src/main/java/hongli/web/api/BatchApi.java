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
import hongli.web.problem.Rejection;
import hongli.web.problem.Trouble;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
    void submit(@PathVariable("programme") String programme, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Query.of(request);
        ProgrammeId id = Addresses.programme(programme);
        List<Line> lines = lines(Body.read(request, MAX_BYTES, Body.JSON_LINES));
        List<Answer> answers = answers(id, lines);
        Detail detail = Detail.of(request);
        var sheet = new Sheet(lines.size(), detail);
        write(sheet, lines, answers, Language.of(request.getHeader("Accept-Language")));
        detail.announce(response);
        Reply.send(response, sheet.bytes(), Body.JSON_LINES.getFirst());
    }

    /// The answers to the sound lines; none is submitted where the programme is unknown.
    private List<Answer> answers(ProgrammeId id, List<Line> lines) {
        List<Submission> submissions = new ArrayList<>(lines.size());
        for (Line line : lines) {
            if (line instanceof Line.Sound(int _, Submission submission)) {
                submissions.add(submission);
            }
        }
        if (submissions.isEmpty()) {
            return Addresses.read(ledger, id.text(), _ -> List.of());
        }
        List<Answer> answers = ledger.submit(id, submissions);
        if (answers.getFirst() instanceof Answer.ProgrammeUnknown) {
            throw Addresses.programmeUnknown(id.text()).rejection();
        }
        return answers;
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

    private static void write(Sheet sheet, List<Line> lines, List<Answer> answers, Language language) {
        var next = answers.iterator();
        for (Line line : lines) {
            switch (line) {
                case Line.Sound(int number, var submission) ->
                    sheet.line(number, submission.key().text(), Answers.told(next.next()), language);
                case Line.Faulty(int number, String key, Problem problem) ->
                    sheet.line(number, key, new Answers.Told.No(problem), language);
            }
        }
    }
}
