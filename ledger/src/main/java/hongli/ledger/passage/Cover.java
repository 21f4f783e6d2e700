package hongli.ledger.passage;

import hongli.economy.terms.TermsReader;
import hongli.ledger.ProgrammeId;
import hongli.ledger.journal.Bytes;
import hongli.ledger.journal.Chain;
import hongli.ledger.journal.Charter;
import hongli.ledger.journal.Head;
import hongli.ledger.passage.ExportUnusable.Why;
import hongli.ledger.wire.Fields;
import hongli.ledger.wire.Json;
import hongli.ledger.wire.TermsJson;
import java.time.DateTimeException;
import java.util.LinkedHashMap;
import java.util.Map;

/// What `programme.json` says: the programme as it was opened, how far its journal reaches, and the journal's digest.
///
/// @param charter the opening, with its number in the journal that it came from
/// @param head the last position, and the link of the chain it came from
/// @param journal the SHA-256 of `journal.jsonl`
record Cover(String program, Charter charter, Head head, Bytes journal) {
    /// The form of the files that this program writes, and the newest it reads.
    static final int FORMAT = 1;

    static final String FILE = "programme.json";

    private static final String KIND = "hongli-programme";

    /// Reads what [#text] wrote.
    ///
    /// @throws ExportUnusable where it is something else
    static Cover parse(byte[] document) {
        try {
            Fields fields = Fields.parse(document);
            if (!KIND.equals(fields.map().get("kind"))) {
                throw ExportUnusable.of(Why.NO_EXPORT, "kind=" + fields.map().get("kind"));
            }
            if (fields.number("format") != FORMAT) {
                throw ExportUnusable.of(
                        Why.OTHER_VERSION,
                        "format=" + fields.number("format") + ", known=" + FORMAT + ", written by="
                                + fields.text("program"));
            }
            var id = new ProgrammeId(fields.text("id"));
            return new Cover(
                    fields.text("program"),
                    charter(id, fields),
                    new Head(id, fields.number("position"), Bytes.ofHex(fields.text("head"))),
                    Bytes.ofHex(fields.text("journalSha256")));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw ExportUnusable.of(Why.DAMAGED, FILE + ": " + e.getMessage(), e);
        }
    }

    /// The terms keep the text they were opened with, whatever a later program would write.
    private static Charter charter(ProgrammeId id, Fields fields) {
        String terms = Json.text(fields.object("terms").map());
        if (TermsJson.read(terms) instanceof TermsReader.Reading.Unsound(var faults)) {
            throw new IllegalArgumentException("terms must be sound: faults=" + faults);
        }
        var charter = new Charter(
                0,
                id,
                fields.text("name"),
                terms,
                Times.parse(fields.text("openedAt")),
                Bytes.ofHex(fields.text("hash")));
        Bytes hash = new Chain().opening(id.text(), charter.name(), terms, charter.openedAtMicros());
        if (!hash.equals(charter.hash())) {
            throw new IllegalArgumentException("hash must be that of id, name, terms and openedAt");
        }
        return charter;
    }

    String text() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("kind", KIND);
        fields.put("format", FORMAT);
        fields.put("program", program);
        fields.put("id", charter.id().text());
        fields.put("name", charter.name());
        fields.put("openedAt", Times.text(charter.openedAtMicros()));
        fields.put("terms", Fields.parse(charter.terms()).map());
        fields.put("hash", charter.hash().toString());
        fields.put("position", head.position());
        fields.put("head", head.hash().toString());
        fields.put("journalSha256", journal.toString());
        return Json.text(fields) + "\n";
    }
}
