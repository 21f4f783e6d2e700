package hongli.ledger.book;

import hongli.economy.Programme;
import hongli.economy.terms.Terms;
import hongli.ledger.JournalBroken;
import hongli.ledger.JournalDamaged;
import hongli.ledger.journal.Charter;
import hongli.ledger.journal.Entry;
import hongli.ledger.journal.Folio;
import hongli.ledger.journal.Journal;
import hongli.ledger.journal.SnapshotMark;
import hongli.ledger.wire.FolioReader;
import hongli.ledger.wire.TermsJson;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings a programme back from the journal: the newest sound snapshot, then every folio after it, decided again.
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
    private final Clerk clerk = new Clerk();

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

    /// Goes on to the folio that holds `last`, or to the last there is; `each` sees every entry that was decided again.
    public Standing onwards(Standing standing, long last, Consumer<Entry> each) {
        List<Folio> page = nextPage(standing, last);
        while (!page.isEmpty()) {
            for (Folio folio : page) {
                again(standing, folio).forEach(each);
            }
            page = nextPage(standing, last);
        }
        return standing;
    }

    private List<Folio> nextPage(Standing standing, long last) {
        long left = last - standing.position();
        return left <= 0 ? List.of() : page(standing.position(), (int) Math.min(left, PAGE));
    }

    /// Where the database finds damage, less is read, down to the one entry that cannot be.
    private List<Folio> page(long after, int limit) {
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

    private List<Entry> again(Standing standing, Folio folio) {
        require(folio.first() == standing.position() + 1, "folios must have no gap", folio.first());
        require(scribe.link(standing.head(), folio).equals(folio.hash()), "chain must hold", folio.first());
        List<Entry> entries = FolioReader.entries(folio);
        for (Entry entry : entries) {
            Request request = clerk.request(entry.key(), entry.command());
            Verdict verdict = standing.decide(request, entry.atMicros(), scribe);
            require(
                    verdict instanceof Verdict.Decided(long _, long _, var outcome) && outcome.equals(entry.outcome()),
                    "replay must decide as was decided",
                    entry.position());
        }
        standing.close(scribe);
        require(scribe.take().equals(List.of(folio)), "replay must write what was written", folio.first());
        return entries;
    }

    private void requireSameHead(Standing standing) {
        List<Folio> last = journal.pick(charter.number(), List.of(standing.position()));
        boolean same = standing.position() == 0
                ? standing.head().equals(charter.hash())
                : last.size() == 1
                        && last.getFirst().last() == standing.position()
                        && last.getFirst().hash().equals(standing.head());
        if (!same) {
            throw new JournalBroken("journal must hold the entry of its snapshot", charter.id(), standing.position());
        }
    }

    private void require(boolean holds, String what, long position) {
        if (!holds) {
            throw new JournalBroken(what, charter.id(), position);
        }
    }
}
