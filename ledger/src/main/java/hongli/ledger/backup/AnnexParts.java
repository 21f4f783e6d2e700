package hongli.ledger.backup;

import hongli.ledger.wire.Fields;
import hongli.ledger.wire.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/// The files of another room's tables in a backup: one for each table, and one that says how far sequences counted.
final class AnnexParts {
    private AnnexParts() {}

    /// Of which version a room's tables were.
    record Version(String schema, int tables) {
        static Version of(Fields fields) {
            return new Version(fields.text("schema"), (int) fields.number("tables"));
        }

        Map<String, Object> fields() {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("schema", schema);
            fields.put("tables", tables);
            return fields;
        }
    }

    static String file(String schema, String table) {
        return schema + "/" + table + ".copy";
    }

    static String sequences(String schema) {
        return schema + "/sequences.jsonl";
    }

    static void write(Map<String, Long> sequences, OutputStream out) throws IOException {
        for (var each : sequences.entrySet()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("sequence", each.getKey());
            fields.put("last", each.getValue());
            out.write((Json.text(fields) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    static Map<String, Long> read(InputStream in) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        Map<String, Long> sequences = new LinkedHashMap<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Fields fields = Fields.parse(line);
            sequences.put(fields.text("sequence"), fields.number("last"));
        }
        return sequences;
    }
}
