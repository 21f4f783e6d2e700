package hongli.ledger.wire;

import hongli.economy.fact.Fact;
import hongli.economy.fact.Outcome;
import hongli.economy.fact.Refusal;
import java.util.Map;

/// Writes the content of folios, entry after entry; equal entries give equal bytes. One thread at a time.
///
/// First a version and the time of the first entry. An entry is a byte of marks, the time that has passed since the
/// entry before where there is any, the key where the command does not begin with it, the command ([CommandBytes]), and
/// the outcome: a refusal as its named texts, a fact as [FactWriter] writes it.
public final class FolioWriter {
    static final int VERSION = 1;
    static final int REFUSED = 1;
    static final int LATER = 2;
    static final int OWN_KEY = 4;
    static final int MORE = 8;

    private final ByteWriter out = new ByteWriter();
    private final RecentMembers members = new RecentMembers();
    private final Shapes shapes = new Shapes();
    private final FactWriter facts = new FactWriter(out, members, shapes);
    private long atMicros;
    private int count;

    /// How many entries the folio has.
    public int count() {
        return count;
    }

    /// How many bytes it has.
    public int length() {
        return out.size();
    }

    /// Adds an entry that was decided at `now`, in microseconds since 1970.
    public void add(Slip slip, Outcome outcome, long now) {
        if (count++ == 0) {
            out.write(VERSION);
            out.writeSigned(now);
            atMicros = now;
        }
        int later = now == atMicros ? 0 : LATER;
        out.write(later | (slip.hasOwnKey() ? OWN_KEY : 0) | marks(outcome));
        if (later != 0) {
            out.writeSigned(now - atMicros);
            atMicros = now;
        }
        out.write(slip.bytes().array());
        switch (outcome) {
            case Outcome.Applied(Fact fact) -> {
                members.begin(slip.command());
                facts.writeTransfers(fact.transfers());
                if (FactWriter.hasMore(fact)) {
                    facts.writeMore(fact);
                }
            }
            case Outcome.Refused(Refusal refusal) -> writeRefusal(refusal);
        }
    }

    private static int marks(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Applied(Fact fact) -> FactWriter.hasMore(fact) ? MORE : 0;
            case Outcome.Refused _ -> REFUSED;
        };
    }

    private void writeRefusal(Refusal refusal) {
        Map<String, String> fields = RefusalFields.of(refusal);
        out.writeNumber(fields.size());
        fields.forEach((name, text) -> {
            out.writeText(name);
            out.writeText(text);
        });
    }

    /// The content, and begins the next.
    public byte[] take() {
        byte[] content = out.toBytes();
        out.clear();
        shapes.clear();
        count = 0;
        return content;
    }
}
