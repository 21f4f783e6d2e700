package hongli.web.api;

import hongli.economy.command.Command;
import hongli.economy.command.CommandReader;
import hongli.economy.fact.Fact;
import hongli.economy.terms.Fault;
import hongli.ledger.Key;
import hongli.ledger.Ledger;
import hongli.ledger.ProgrammeId;
import hongli.ledger.Submission;
import hongli.ledger.wire.CommandJson;
import hongli.ledger.wire.Json;
import hongli.web.problem.Problem;
import hongli.web.problem.Trouble;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// One command at a time: submitted under its key, or only asked about.
@RestController
public final class CommandApi {
    static final String KEY_HEADER = "Idempotency-Key";

    private final Ledger ledger;

    public CommandApi(Ledger ledger) {
        this.ledger = ledger;
    }

    @PostMapping("/api/v1/programmes/{programme}/commands")
    void submit(@PathVariable("programme") String programme, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        boolean dry = Query.of(request, "dry").flag("dry");
        ProgrammeId id = Addresses.programme(programme);
        Answers.Told told = dry ? preview(id, command(request)) : submit(id, key(request), command(request));
        Detail detail = Detail.of(request);
        Sheet sheet = switch (told) {
            case Answers.Told.Yes yes -> new Sheet(1, detail).yes(yes);
            case Answers.Told.Perhaps(Fact fact) -> new Sheet(1, detail).perhaps(fact);
            case Answers.Told.No(Problem problem) -> throw problem.rejection();
        };
        detail.announce(response);
        Reply.send(response, sheet.bytes(), Body.JSON);
    }

    /// The key that `text` is.
    static Key key(String text, Trouble otherwise) {
        try {
            return new Key(text);
        } catch (IllegalArgumentException _) {
            throw Problem.of(
                            otherwise,
                            List.of(new Fault(
                                    "key",
                                    "wrong_form",
                                    "1 to 128 bytes without control characters or outer blanks",
                                    text)))
                    .rejection();
        }
    }

    private Answers.Told submit(ProgrammeId id, Key key, Command command) {
        return Answers.told(ledger.submit(id, new Submission(key, command)));
    }

    private Answers.Told preview(ProgrammeId id, Command command) {
        return ledger.preview(id, command)
                .map(Answers::previewed)
                .orElseThrow(() -> Addresses.programmeUnknown(id.text()).rejection());
    }

    private static Command command(HttpServletRequest request) throws IOException {
        return switch (CommandJson.read(Body.read(request, Json.MAX_LENGTH, List.of(Body.JSON)))) {
            case CommandReader.Reading.Understood(Command command) -> command;
            case CommandReader.Reading.Malformed(var faults) ->
                throw Problem.of(Trouble.COMMAND_MALFORMED, faults).rejection();
        };
    }

    private static Key key(HttpServletRequest request) {
        List<String> keys = Collections.list(request.getHeaders(KEY_HEADER));
        if (keys.isEmpty() || keys.getFirst().isBlank()) {
            throw Problem.of(Trouble.KEY_MISSING).rejection();
        }
        if (keys.size() > 1) {
            throw Problem.of(Trouble.KEY_UNSOUND, Map.of("keys", keys.size())).rejection();
        }
        return key(HeaderText.utf8(keys.getFirst()), Trouble.KEY_UNSOUND);
    }
}
