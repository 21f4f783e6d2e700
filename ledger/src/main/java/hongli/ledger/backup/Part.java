package hongli.ledger.backup;

import hongli.ledger.journal.Bytes;
import hongli.ledger.wire.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One file in a backup, as its manifest describes it.
///
/// @param columns the columns of the table it is a copy of; none where it is no table's
/// @param rows how many rows or lines it has
record Part(String file, List<String> columns, long rows, long bytes, Bytes sha256) {
    Part {
        columns = List.copyOf(columns);
    }

    static Part of(Fields fields) {
        return new Part(
                fields.text("file"),
                fields.texts("columns"),
                fields.number("rows"),
                fields.number("bytes"),
                Bytes.ofHex(fields.text("sha256")));
    }

    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("file", file);
        fields.put("columns", columns);
        fields.put("rows", rows);
        fields.put("bytes", bytes);
        fields.put("sha256", sha256.toString());
        return fields;
    }
}
