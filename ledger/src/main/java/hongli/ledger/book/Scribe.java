package hongli.ledger.book;

import hongli.economy.fact.Outcome;
import hongli.ledger.journal.Bytes;
import hongli.ledger.journal.Chain;
import hongli.ledger.journal.Folio;
import hongli.ledger.wire.FolioWriter;
import hongli.ledger.wire.Slip;
import java.util.ArrayList;
import java.util.List;

/// Writes what is decided into folios: their content, and the link of the chain. One thread and one book at a time.
public final class Scribe {
    /// A folio that has reached this length is closed, so that reading one entry costs little.
    static final int FULL_BYTES = 1 << 16;

    private static final Bytes UNLINKED = Bytes.of(new byte[0]);

    private final FolioWriter writer = new FolioWriter();
    private final Chain chain = new Chain();
    private List<Folio> folios = new ArrayList<>();

    void write(Slip slip, Outcome outcome, long atMicros) {
        writer.add(slip, outcome, atMicros);
    }

    boolean isFull() {
        return writer.length() >= FULL_BYTES;
    }

    boolean isBlank() {
        return writer.count() == 0;
    }

    /// Closes the folio that ends at `last` and follows the link `before`; answers its link.
    Bytes close(int programme, long last, Bytes before) {
        int count = writer.count();
        var bare = new Folio(programme, last - count + 1, count, Bytes.of(writer.take()), UNLINKED);
        Bytes hash = chain.next(before, bare);
        folios.add(new Folio(programme, bare.first(), count, bare.content(), hash));
        return hash;
    }

    /// The link that `folio` must carry after the link `before`.
    Bytes link(Bytes before, Folio folio) {
        return chain.next(before, folio);
    }

    /// The folios closed since the last call.
    public List<Folio> take() {
        List<Folio> taken = folios;
        folios = new ArrayList<>();
        return taken;
    }
}
