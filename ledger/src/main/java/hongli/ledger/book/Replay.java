package hongli.ledger.book;

import hongli.economy.Programme;
import hongli.economy.terms.Terms;
import hongli.ledger.JournalBroken;
import hongli.ledger.JournalDamaged;
import hongli.ledger.Key;
import hongli.ledger.Submission;
import hongli.ledger.journal.Chain;
import hongli.ledger.journal.Charter;
import hongli.ledger.journal.Entry;
import hongli.ledger.journal.Journal;
import hongli.ledger.journal.SnapshotMark;
import hongli.ledger.wire.CommandJson;
import hongli.ledger.wire.TermsJson;
import java.security.MessageDigest;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings a programme back from the journal: the newest sound snapshot, then every entry after it, decided again.
///
/// What is decided again must be what was decided then, byte for byte, link for link; the first position where it is
/// not stops the replay.
public final class Replay {
    private static final Logger LOG = LoggerFactory.getLogger(Replay.class);
    private static final int PAGE = 4096;

    private final Journal journal;
    private final Charter charter;
    private final Terms terms;
    private final Scribe scribe = new Scribe();
    private final MessageDigest sha256 = Chain.sha256();

    public Replay(Journal journal, Charter charter) {
        this.journal = journal;
        this.charter = charter;
        this.terms = TermsJson.parse(charter.terms());
    }

    /// The standing after the last entry.
    ///
    /// @throws JournalBroken naming the first position that does not hold
    public Standing fromNewestSnapshot() {
        for (SnapshotMark mark : journal.snapshots(charter.number())) {
            var kept = Snapshot.read(journal, mark, terms);
            if (kept.isPresent()) {
                requireSameHead(kept.get());
                return onwards(kept.get(), Long.MAX_VALUE, _ -> {});
            }
            LOG.warn(
                    "snapshot must be whole, going on without it: programme={}, position={}",
                    charter.id(),
                    mark.position());
        }
        return onwards(opening(), Long.MAX_VALUE, _ -> {});
    }

    /// The standing before the first entry.
    public Standing opening() {
        return new Standing(charter.number(), Programme.open(terms), new Keys(), new Positions(), charter.hash());
    }

    /// Goes on to the entry at `last`, or the last there is; `each` sees every entry that was decided again.
    public Standing onwards(Standing standing, long last, Consumer<Entry> each) {
        List<Entry> page = nextPage(standing, last);
        while (!page.isEmpty()) {
            for (Entry entry : page) {
                again(standing, entry);
                each.accept(entry);
            }
            page = nextPage(standing, last);
        }
        return standing;
    }

    private List<Entry> nextPage(Standing standing, long last) {
        long left = last - standing.position();
        return left <= 0 ? List.of() : page(standing.position(), (int) Math.min(left, PAGE));
    }

    /// Where the database finds damage, less is read, down to the one entry that cannot be.
    private List<Entry> page(long after, int limit) {
        try {
            return journal.read(charter.number(), after, limit);
        } catch (JournalDamaged e) {
            if (limit > 1) {
                return page(after, limit / 2);
            }
            throw new JournalBroken(
                    "entry must be readable, but the database says " + e.getMessage(), charter.id(), after + 1);
        }
    }

    private void again(Standing standing, Entry entry) {
        require(entry.position() == standing.position() + 1, "entries must have no gap", entry);
        require(scribe.link(standing.head(), entry).equals(entry.hash()), "chain must hold", entry);
        var submission = new Submission(new Key(entry.key()), CommandJson.parse(entry.command()));
        Verdict verdict = standing.decide(Request.of(submission, sha256), entry.atMicros(), scribe);
        require(
                verdict instanceof Verdict.Decided(Entry decided, var _) && decided.equals(entry),
                "replay must decide as was decided",
                entry);
    }

    private void requireSameHead(Standing standing) {
        List<Entry> last = journal.pick(charter.number(), List.of(standing.position()));
        boolean same = standing.position() == 0
                ? standing.head().equals(charter.hash())
                : last.size() == 1 && last.getFirst().hash().equals(standing.head());
        if (!same) {
            throw new JournalBroken("journal must hold the entry of its snapshot", charter.id(), standing.position());
        }
    }

    private void require(boolean holds, String what, Entry entry) {
        if (!holds) {
            throw new JournalBroken(what, charter.id(), entry.position());
        }
    }
}
