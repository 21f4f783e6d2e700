package hongli.ledger.audit;

import hongli.economy.command.MemberId;
import hongli.ledger.JournalDamaged;
import hongli.ledger.journal.Charter;
import hongli.ledger.reading.Derived;
import hongli.ledger.reading.DividendDay;
import hongli.ledger.reading.Extent;
import hongli.ledger.reading.PricePoint;
import hongli.ledger.reading.ReadModels;
import hongli.ledger.reading.StatementRow;
import hongli.ledger.reading.StatementWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/// Holds the read models of one programme against what the journal gives, run after run.
final class Comparison {
    private final ReadModels models;
    private final Charter charter;
    private final Consumer<Finding> findings;
    private final long told;
    private Extent extent = Extent.NONE;
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
        long upTo = derived.upTo();
        if (upTo > told) {
            return;
        }
        List<StatementRow> rows = StatementWriter.rows(derived.postings());
        extent = extent.plus(new Extent(rows.size(), derived.prices().size()));
        compare("statements", sorted(rows), () -> sorted(found(rows, upTo)), StatementRow::position, upTo);
        compare(
                "prices",
                derived.prices(),
                () -> models.prices(number, next, derived.prices().size() + 1),
                PricePoint::position,
                upTo);
        compare(
                "dividends",
                derived.dividends(),
                () -> models.dividends(number, next, derived.dividends().size() + 1),
                DividendDay::position,
                upTo);
        next = upTo + 1;
    }

    /// What is kept of the members who have rows in this run; others must have none, which shows in the end.
    private List<StatementRow> found(List<StatementRow> rows, long upTo) {
        Set<MemberId> members = rows.stream().map(StatementRow::member).collect(Collectors.toSet());
        return models.rows(charter.number(), members, next, upTo);
    }

    private static List<StatementRow> sorted(List<StatementRow> rows) {
        return rows.stream()
                .sorted(Comparator.comparingLong(StatementRow::position)
                        .thenComparing(row -> row.member().text()))
                .toList();
    }

    private <T> void compare(
            String what, List<T> derived, Supplier<List<T>> found, ToLongFunction<T> position, long upTo) {
        List<T> told;
        try {
            told = found.get().stream()
                    .filter(each -> position.applyAsLong(each) <= upTo)
                    .toList();
        } catch (JournalDamaged e) {
            find(next, what + " must be readable: " + e.getMessage());
            return;
        }
        if (told.equals(derived)) {
            return;
        }
        int same = 0;
        while (same < Math.min(told.size(), derived.size()) && told.get(same).equals(derived.get(same))) {
            same++;
        }
        T first = same < derived.size() ? derived.get(same) : told.get(same);
        find(position.applyAsLong(first), what + " must be what the journal gives: first=" + first);
    }

    /// Nothing may be told that the journal does not have.
    void finish(long last) {
        if (told > last) {
            find(last, "read models must end with the journal: told=" + told);
            return;
        }
        try {
            Extent found = models.extent(charter.number());
            if (!found.equals(extent)) {
                find(
                        told,
                        "statements and prices must be as many as the journal gives: found=" + found + ", given="
                                + extent);
            }
        } catch (JournalDamaged e) {
            find(told, "prices must be readable: " + e.getMessage());
        }
        if (!models.dividends(charter.number(), told + 1, 1).isEmpty()) {
            find(told, "dividends must end where the read models stand");
        }
    }

    private void find(long position, String what) {
        findings.accept(new Finding(charter.id(), position, what));
    }
}
