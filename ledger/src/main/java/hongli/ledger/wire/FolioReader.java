package hongli.ledger.wire;

import hongli.economy.command.Command;
import hongli.economy.fact.Outcome;
import hongli.ledger.journal.Entry;
import hongli.ledger.journal.Folio;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the entries of a folio back.
public final class FolioReader {
    private final ByteReader in;
    private final RecentMembers members = new RecentMembers();
    private final FactReader facts;
    private long atMicros;

    private FolioReader(byte[] content) {
        this.in = new ByteReader(content);
        this.facts = new FactReader(in, members, new Shapes());
    }

    /// All entries, in order.
    ///
    /// @throws IllegalArgumentException where the content was not written by a [FolioWriter]
    public static List<Entry> entries(Folio folio) {
        return new FolioReader(folio.content().array()).readAll(folio);
    }

    private List<Entry> readAll(Folio folio) {
        int version = in.read();
        if (version != FolioWriter.VERSION) {
            throw new IllegalArgumentException("version must be " + FolioWriter.VERSION + ": version=" + version);
        }
        atMicros = in.readSigned();
        List<Entry> entries = new ArrayList<>(folio.count());
        for (int i = 0; i < folio.count(); i++) {
            entries.add(readEntry(folio.first() + i));
        }
        if (!in.isAtEnd()) {
            throw new IllegalArgumentException("content must end with its last entry: count=" + folio.count());
        }
        return entries;
    }

    private Entry readEntry(long position) {
        int marks = in.read();
        if ((marks & FolioWriter.LATER) != 0) {
            atMicros += in.readSigned();
        }
        String ownKey = (marks & FolioWriter.OWN_KEY) != 0 ? in.readText() : "";
        Command command = CommandBytes.read(in);
        String key = ownKey.isEmpty() ? CommandBytes.name(command) : ownKey;
        return new Entry(position, key, command, readOutcome(command, marks), atMicros);
    }

    private Outcome readOutcome(Command command, int marks) {
        if ((marks & FolioWriter.REFUSED) != 0) {
            return new Outcome.Refused(RefusalFields.parse(readTexts()));
        }
        members.begin(command);
        return new Outcome.Applied(facts.read((marks & FolioWriter.MORE) != 0));
    }

    private Map<String, String> readTexts() {
        Map<String, String> fields = new LinkedHashMap<>();
        for (int left = in.readCount(); left > 0; left--) {
            fields.put(in.readText(), in.readText());
        }
        return fields;
    }
}
