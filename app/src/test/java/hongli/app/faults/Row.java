package hongli.app.faults;

import hongli.economy.command.Command;
import hongli.economy.command.CommandReader;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A decided command as the journal tells it.
///
/// @param refusal the fields of the refusal, none where the command was applied
record Row(long position, String key, Command command, Map<String, String> refusal) {
    /// Reads an event of the stream.
    static Row of(Map<String, @Nullable Object> event) {
        if (!(event.get("position") instanceof Number position)) {
            throw new AssertionError("an event must have a position: event=" + event);
        }
        Map<String, String> refusal = new TreeMap<>();
        if (!Boolean.TRUE.equals(event.get("applied"))) {
            fields(event.get("refusal")).forEach((name, value) -> refusal.put(name, String.valueOf(value)));
        }
        return switch (CommandReader.read(fields(event.get("command")))) {
            case CommandReader.Reading.Understood(Command command) ->
                new Row(position.longValue(), String.valueOf(event.get("key")), command, Map.copyOf(refusal));
            case CommandReader.Reading.Malformed(var faults) ->
                throw new AssertionError("the journal must hold commands: faults=" + faults + ", event=" + event);
        };
    }

    private static Map<String, @Nullable Object> fields(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> fields)) {
            throw new AssertionError("an object is expected: found=" + value);
        }
        Map<String, @Nullable Object> copy = new TreeMap<>();
        fields.forEach((name, field) -> copy.put(String.valueOf(name), field));
        return copy;
    }

    boolean says(Said said) {
        return position == said.position() && refusal.getOrDefault("code", "").equals(said.refusal());
    }
}
