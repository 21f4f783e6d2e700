package hongli.ledger.audit;

import hongli.economy.command.CommandWriter;
import hongli.ledger.journal.Charter;
import hongli.ledger.journal.Entry;
import hongli.ledger.journal.Folio;
import hongli.ledger.journal.Journal;
import hongli.ledger.wire.FolioReader;
import hongli.ledger.wire.Json;
import hongli.ledger.wire.OutcomeJson;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The journal as JSON lines that people can read, one a command: programme, position, time, key, command, outcome.
public final class JournalLines {
    private static final int PAGE = 4_096;

    private JournalLines() {}

    /// Writes every programme of `journal`, in order of opening; nothing is held longer than a page of it.
    public static void write(Journal journal, Appendable out) throws IOException {
        for (Charter charter : journal.programmes()) {
            long position = 0;
            List<Folio> page = journal.read(charter.number(), position, PAGE);
            while (!page.isEmpty()) {
                for (Folio folio : page) {
                    for (Entry entry : FolioReader.entries(folio)) {
                        out.append(line(charter, entry)).append('\n');
                    }
                }
                position = page.getLast().last();
                page = journal.read(charter.number(), position, PAGE);
            }
        }
    }

    private static String line(Charter charter, Entry entry) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("programme", charter.id().text());
        fields.put("position", entry.position());
        fields.put("at", Instant.EPOCH.plus(entry.atMicros(), ChronoUnit.MICROS).toString());
        fields.put("key", entry.key());
        fields.put("command", CommandWriter.fields(entry.command()));
        fields.putAll(OutcomeJson.fields(entry.outcome()));
        return Json.text(fields);
    }
}
