package hongli.ledger.backup;

import hongli.ledger.ProgrammeId;
import hongli.ledger.journal.Bytes;
import hongli.ledger.journal.Head;
import hongli.ledger.wire.Fields;
import hongli.ledger.wire.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How far every programme of a backup reaches, one a line.
final class Heads {
    static final String FILE = "programmes.jsonl";

    private Heads() {}

    static void write(List<Head> heads, OutputStream out) throws IOException {
        for (Head head : heads) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("programme", head.programme().text());
            fields.put("position", head.position());
            fields.put("hash", head.hash().toString());
            out.write((Json.text(fields) + "\n").getBytes(StandardCharsets.UTF_8));
        }
    }

    static List<Head> read(InputStream in) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        List<Head> heads = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Fields fields = Fields.parse(line);
            heads.add(new Head(
                    new ProgrammeId(fields.text("programme")),
                    fields.number("position"),
                    Bytes.ofHex(fields.text("hash"))));
        }
        return heads;
    }
}
