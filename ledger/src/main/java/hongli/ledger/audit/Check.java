package hongli.ledger.audit;

import hongli.economy.LawBroken;
import hongli.ledger.JournalBroken;
import hongli.ledger.book.Replay;
import hongli.ledger.book.Standing;
import hongli.ledger.journal.Bytes;
import hongli.ledger.journal.Chain;
import hongli.ledger.journal.Charter;
import hongli.ledger.journal.Journal;
import hongli.ledger.journal.SnapshotMark;
import hongli.ledger.projector.Derivation;
import hongli.ledger.reading.Derived;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Checks everything a journal says, from the openings to the last entries.
///
/// For every programme: each link of the chain; every command decided again with the same outcome; the digest of every
/// snapshot; every law of the rules in the last state; the postings, which must add up to nothing in every unit and to
/// what the engine holds in every account; and the read models, row by row.
public final class Check {
    private static final long RUN = 1_000;

    private final Journal journal;
    private final List<Finding> findings = new ArrayList<>();
    private final List<Report.Checked> checked = new ArrayList<>();

    private Check(Journal journal) {
        this.journal = journal;
    }

    /// Checks all programmes; nobody may write to the journal meanwhile.
    ///
    /// @throws hongli.ledger.JournalUnavailable where the journal cannot be read
    public static Report of(Journal journal) {
        return of(journal, _ -> {});
    }

    /// As [#of(Journal)]; `progress` hears how many entries have been decided again.
    public static Report of(Journal journal, Consumer<Long> progress) {
        var check = new Check(journal);
        long before = 0;
        for (Charter charter : journal.programmes()) {
            long earlier = before;
            before += check.check(charter, position -> progress.accept(earlier + position));
        }
        return new Report(check.checked, check.findings);
    }

    /// Checks one programme and answers its last sound position.
    private long check(Charter charter, Consumer<Long> progress) {
        var walk = new Walk(charter, progress);
        try {
            requireOpening(charter);
            walk.toTheEnd();
        } catch (JournalBroken e) {
            find(charter, e.position(), e.what());
        } catch (LawBroken e) {
            find(charter, walk.standing.position(), "law must hold: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            find(charter, walk.standing.position() + 1, "entry must be readable: " + e.getMessage());
        }
        checked.add(walk.report());
        return walk.standing.position();
    }

    private void requireOpening(Charter charter) {
        Bytes hash =
                new Chain().opening(charter.id().text(), charter.name(), charter.terms(), charter.openedAtMicros());
        if (!hash.equals(charter.hash())) {
            throw new JournalBroken("chain must begin with the opening", charter.id(), 0);
        }
    }

    private void find(Charter charter, long position, String what) {
        findings.add(new Finding(charter.id(), position, what));
    }

    /// The way through one programme's journal.
    private final class Walk {
        private final Charter charter;
        private final Consumer<Long> progress;
        private final Replay replay;
        private final Derivation derivation;
        private final Balances balances = new Balances();
        private final Comparison comparison;
        private final Map<Long, SnapshotMark> snapshots = new TreeMap<>();
        private Standing standing;
        private long postings;
        private int digests;

        Walk(Charter charter, Consumer<Long> progress) {
            this.charter = charter;
            this.progress = progress;
            this.replay = new Replay(journal, charter);
            this.derivation = Derivation.of(charter);
            this.comparison = new Comparison(journal.models(), charter, findings::add);
            this.standing = replay.opening();
            journal.snapshots(charter.number()).forEach(mark -> snapshots.put(mark.position(), mark));
        }

        void toTheEnd() {
            derivation.add(charter);
            weigh(derivation.take());
            long before = -1;
            while (standing.position() > before) {
                before = standing.position();
                standing = replay.onwards(standing, nextStop(), derivation::add);
                if (standing.position() > before) {
                    weigh(derivation.take());
                    progress.accept(standing.position());
                }
                compareDigest();
            }
            finish();
        }

        private long nextStop() {
            long here = standing.position();
            long stop = here + RUN;
            stop = comparison.told() > here ? Math.min(stop, comparison.told()) : stop;
            for (long position : snapshots.keySet()) {
                stop = position > here ? Math.min(stop, position) : stop;
            }
            return stop;
        }

        private void weigh(Derived derived) {
            derived.postings().forEach(balances::add);
            postings += derived.postings().size();
            comparison.compare(derived);
        }

        private void compareDigest() {
            SnapshotMark mark = snapshots.remove(standing.position());
            if (mark == null) {
                return;
            }
            digests++;
            try {
                if (!standing.snapshot().digest().equals(mark.digest())) {
                    find(charter, mark.position(), "snapshot must have the digest of a replay");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void finish() {
            snapshots.keySet().forEach(position -> find(charter, position, "snapshot must be of an entry there is"));
            comparison.finish(standing.position());
            standing.programme().audit();
            balances.compare(standing.programme(), what -> find(charter, standing.position(), what));
        }

        Report.Checked report() {
            return new Report.Checked(
                    charter.id(),
                    standing.position(),
                    postings,
                    digests,
                    standing.head().toString());
        }
    }
}
