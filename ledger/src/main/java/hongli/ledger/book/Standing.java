package hongli.ledger.book;

import hongli.economy.Programme;
import hongli.economy.fact.Outcome;
import hongli.ledger.journal.Bytes;
import hongli.ledger.journal.Entry;
import java.util.List;

/// A programme as it stands after its last entry: the engine's state, the last link, the keys, the refused positions.
public final class Standing {
    private final int number;
    private final Programme programme;
    private final Keys keys;
    private final Positions rejected;
    private Bytes head;

    Standing(int number, Programme programme, Keys keys, Positions rejected, Bytes head) {
        this.number = number;
        this.programme = programme;
        this.keys = keys;
        this.rejected = rejected;
        this.head = head;
    }

    public Programme programme() {
        return programme;
    }

    /// The position of the last entry, 0 where there is none.
    public long position() {
        return keys.size();
    }

    /// The link of the last entry, or of the opening.
    public Bytes head() {
        return head;
    }

    /// The positions of refused commands, as they are now.
    public List<Long> rejected() {
        return rejected.toList();
    }

    /// Decides on `request`, once for each key.
    public Verdict decide(Request request, long atMicros, Scribe scribe) {
        int seen = keys.find(request.key());
        if (seen != 0) {
            return keys.isContent(seen, request.content()) ? new Verdict.Seen(seen) : new Verdict.Reused(seen);
        }
        Outcome outcome = programme.apply(request.command());
        keys.add(request.key(), request.content());
        note(outcome);
        Entry bare = new Entry(
                number,
                position(),
                request.keyText(),
                request.commandText(),
                scribe.toBytes(outcome),
                atMicros,
                Scribe.UNLINKED);
        Entry entry = scribe.linked(head, bare);
        head = entry.hash();
        return new Verdict.Decided(entry, outcome);
    }

    private void note(Outcome outcome) {
        switch (outcome) {
            case Outcome.Applied _ -> {}
            case Outcome.Refused _ -> rejected.add(keys.size());
        }
    }

    /// What can be written as a snapshot in another thread while this goes on.
    public Snapshot snapshot() {
        return new Snapshot(number, position(), head, rejected(), keys.pages(), programme.fork());
    }
}
