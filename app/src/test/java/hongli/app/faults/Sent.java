package hongli.app.faults;

import hongli.economy.command.Command;
import hongli.economy.command.CommandWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/// A command under its key, as a client sends it.
record Sent(String key, Command command) {
    /// The fields of a line of a batch.
    Map<String, Object> line() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("key", key);
        fields.putAll(CommandWriter.fields(command));
        return fields;
    }
}
