package hongli.ledger.book;

import hongli.economy.Programme;
import hongli.economy.fact.Outcome;
import hongli.ledger.journal.Bytes;
import java.util.List;

/// A programme as it stands after its last entry: the engine's state, the last link, the keys, the refused positions.
///
/// Whoever has let it decide calls [#close] before anyone else looks at it: only then do link and position agree.
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

    /// The link of the last folio, or of the opening.
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
        scribe.write(request.slip(), outcome, atMicros);
        if (scribe.isFull()) {
            close(scribe);
        }
        return new Verdict.Decided(position(), atMicros, outcome);
    }

    /// Closes the folio that was begun, if there is one.
    public void close(Scribe scribe) {
        if (!scribe.isBlank()) {
            head = scribe.close(number, position(), head);
        }
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
