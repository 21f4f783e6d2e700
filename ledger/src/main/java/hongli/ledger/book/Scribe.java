package hongli.ledger.book;

import hongli.economy.fact.Outcome;
import hongli.ledger.journal.Bytes;
import hongli.ledger.journal.Chain;
import hongli.ledger.journal.Entry;
import hongli.ledger.wire.OutcomeBytes;

/// Writes entries: the bytes of an outcome and the link of the chain. One thread at a time.
public final class Scribe {
    private static final Bytes UNLINKED = Bytes.of(new byte[0]);

    private final OutcomeBytes codec = new OutcomeBytes();
    private final Chain chain = new Chain();

    Bytes toBytes(Outcome outcome) {
        return Bytes.of(codec.toBytes(outcome));
    }

    public Outcome outcome(Entry entry) {
        return codec.parse(entry.outcome().array());
    }

    /// The link that `entry` must carry after the link `before`.
    public Bytes link(Bytes before, Entry entry) {
        return chain.next(before, entry);
    }

    Entry linked(Bytes before, int programme, long position, Request request, Bytes outcome, long atMicros) {
        var bare =
                new Entry(programme, position, request.keyText(), request.commandText(), outcome, atMicros, UNLINKED);
        return new Entry(programme, position, bare.key(), bare.command(), outcome, atMicros, chain.next(before, bare));
    }
}
