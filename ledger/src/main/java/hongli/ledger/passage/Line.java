package hongli.ledger.passage;

import hongli.economy.command.Command;
import hongli.economy.command.CommandReader;
import hongli.economy.command.CommandWriter;
import hongli.ledger.Key;
import hongli.ledger.Submission;
import hongli.ledger.journal.Entry;
import hongli.ledger.wire.Fields;
import hongli.ledger.wire.Json;
import hongli.ledger.wire.OutcomeJson;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.Map;

/// One line of `journal.jsonl`: where, when and under which key a command was decided, and what came of it.
///
/// The outcome of one command may name every member, so it is not read: whoever decides the command again writes the
/// line again, and the two must be the same text.
///
/// @param atMicros when it was decided, in microseconds since 1970
record Line(long position, long atMicros, Submission submission) {
    private static final String OUTCOME = ",\"outcome\":";

    /// The line of an entry.
    static String text(Entry entry) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("position", entry.position());
        fields.put("at", Times.text(entry.atMicros()));
        fields.put("key", entry.key());
        fields.put("command", CommandWriter.fields(entry.command()));
        fields.put("outcome", OutcomeJson.fields(entry.outcome()));
        return Json.text(fields);
    }

    /// What was asked, according to a line.
    ///
    /// @throws IllegalArgumentException where it is no line of a journal
    static Line parse(String text) {
        // Within a JSON text a quotation mark stands behind a backslash, so this cannot be found in one.
        int end = text.indexOf(OUTCOME);
        if (end < 0) {
            throw new IllegalArgumentException("line must have an outcome");
        }
        Fields fields = Fields.parse(text.substring(0, end) + "}");
        try {
            var submission = new Submission(new Key(fields.text("key")), command(fields.object("command")));
            return new Line(fields.number("position"), Times.parse(fields.text("at")), submission);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("time must be readable: at=" + fields.text("at"), e);
        }
    }

    private static Command command(Fields fields) {
        return switch (CommandReader.read(fields.map())) {
            case CommandReader.Reading.Understood(Command command) -> command;
            case CommandReader.Reading.Malformed(var faults) ->
                throw new IllegalArgumentException("command must be sound: faults=" + faults);
        };
    }
}
