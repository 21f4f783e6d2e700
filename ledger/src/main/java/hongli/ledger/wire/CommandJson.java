package hongli.ledger.wire;

import hongli.economy.command.Command;
import hongli.economy.command.CommandReader;
import hongli.economy.command.CommandWriter;
import java.util.List;

/// Commands as JSON objects, as scenario files and the API carry them.
public final class CommandJson {
    private CommandJson() {}

    /// Reads one command from UTF-8; a document that is no JSON object is malformed too.
    public static CommandReader.Reading read(byte[] document) {
        return read(Json.object(document));
    }

    /// Reads one command.
    public static CommandReader.Reading read(String document) {
        return read(Json.object(document));
    }

    /// Reads back what [#text] wrote.
    public static Command parse(String text) {
        return switch (read(text)) {
            case CommandReader.Reading.Understood(Command command) -> command;
            case CommandReader.Reading.Malformed(var faults) ->
                throw new IllegalArgumentException("text must be a written command: faults=" + faults);
        };
    }

    /// The canonical compact JSON of `command`: equal commands give equal texts.
    public static String text(Command command) {
        return Json.text(CommandWriter.fields(command));
    }

    private static CommandReader.Reading read(Json.Reading document) {
        return switch (document) {
            case Json.Reading.Parsed(var fields) -> CommandReader.read(fields);
            case Json.Reading.Faulty(var fault) -> new CommandReader.Reading.Malformed(List.of(fault));
        };
    }
}
