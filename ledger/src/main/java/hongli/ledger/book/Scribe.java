package hongli.ledger.book;

import hongli.economy.fact.Outcome;
import hongli.ledger.journal.Bytes;
import hongli.ledger.journal.Chain;
import hongli.ledger.journal.Entry;
import hongli.ledger.wire.OutcomeBytes;

/// Writes entries: the bytes of an outcome and the link of the chain. One thread at a time.
public final class Scribe {
    static final Bytes UNLINKED = Bytes.of(new byte[0]);

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

    /// `entry` with the link that it must carry after the link `before`.
    Entry linked(Bytes before, Entry entry) {
        return new Entry(
                entry.programme(),
                entry.position(),
                entry.key(),
                entry.command(),
                entry.outcome(),
                entry.atMicros(),
                link(before, entry));
    }
}
