package hongli.economy.model;

import java.math.BigInteger;
import java.util.Optional;

/// Forced sales (section 5): one at a time, looking at everybody again after each.
final class EagerSales {
    private final EagerBooks books;

    EagerSales(EagerBooks books) {
        this.books = books;
    }

    void sell() {
        if (!books.terms.hasPool() || !books.terms.forcedSale()) {
            return;
        }
        for (Optional<EagerMember> next = next(); next.isPresent(); next = next()) {
            sell(next.get());
            books.settleDown();
        }
    }

    /// The one with the smallest exit price, then the smallest id (they come in this order), of those whose points are
    /// worth their quota.
    private Optional<EagerMember> next() {
        EagerMember first = null;
        for (EagerMember member : books.membersById) {
            if (member.hasQuota()
                    && member.points.signum() > 0
                    && books.isWorthItsQuota(member)
                    && (first == null || books.exitsBefore(member, first))) {
                first = member;
            }
        }
        return Optional.ofNullable(first);
    }

    private void sell(EagerMember member) {
        BigInteger most = member.quota.divide(Numbers.PICO);
        member.quota = BigInteger.ZERO;
        boolean all = books.value(member.points).compareTo(most) <= 0;
        BigInteger sold = all ? member.points : books.pointsFor(most);
        BigInteger gross = books.value(sold);
        if (gross.signum() == 0) {
            return;
        }
        BigInteger paid = gross.subtract(books.fee(gross));
        books.burn(member, sold);
        books.pool = books.pool.subtract(paid);
        member.receiveFen(paid);
    }
}
