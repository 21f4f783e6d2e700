package hongli.ledger.audit;

import hongli.ledger.journal.Charter;
import hongli.ledger.reading.Derived;
import hongli.ledger.reading.DividendDay;
import hongli.ledger.reading.Posting;
import hongli.ledger.reading.PricePoint;
import hongli.ledger.reading.ReadModels;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/// Holds the read models of one programme against what the journal gives, run after run.
final class Comparison {
    private final ReadModels models;
    private final Charter charter;
    private final Consumer<Finding> findings;
    private final long told;
    private long next;

    Comparison(ReadModels models, Charter charter, Consumer<Finding> findings) {
        this.models = models;
        this.charter = charter;
        this.findings = findings;
        this.told = models.position(charter.number());
    }

    /// The position up to which the read models tell; no run may cross it.
    long told() {
        return told;
    }

    /// Compares the next run of entries, if the read models tell it.
    void compare(Derived derived) {
        int number = charter.number();
        if (derived.upTo() > told) {
            return;
        }
        compare(
                "postings",
                derived.postings(),
                models.postings(
                        number, next - 1, Integer.MAX_VALUE, derived.postings().size() + 1),
                Posting::position,
                derived.upTo());
        compare(
                "prices",
                derived.prices(),
                models.prices(number, next, derived.prices().size() + 1),
                PricePoint::position,
                derived.upTo());
        compare(
                "dividends",
                derived.dividends(),
                models.dividends(number, next, derived.dividends().size() + 1),
                DividendDay::position,
                derived.upTo());
        next = derived.upTo() + 1;
    }

    private <T> void compare(String what, List<T> derived, List<T> found, ToLongFunction<T> position, long upTo) {
        List<T> told = found.stream()
                .filter(each -> position.applyAsLong(each) <= upTo)
                .toList();
        if (told.equals(derived)) {
            return;
        }
        int same = 0;
        while (same < Math.min(told.size(), derived.size()) && told.get(same).equals(derived.get(same))) {
            same++;
        }
        T first = same < derived.size() ? derived.get(same) : told.get(same);
        findings.accept(new Finding(
                charter.id(), position.applyAsLong(first), what + " must be what the journal gives: first=" + first));
    }

    /// Nothing may be told that the journal does not have.
    void finish(long last) {
        if (told > last) {
            findings.accept(new Finding(charter.id(), last, "read models must end with the journal: told=" + told));
        }
        if (!models.postings(charter.number(), told, Integer.MAX_VALUE, 1).isEmpty()) {
            findings.accept(new Finding(charter.id(), told, "postings must end where the read models stand"));
        }
    }
}
