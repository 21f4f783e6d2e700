package hongli.mall.people;

import hongli.economy.exact.Money;
import hongli.economy.exact.Points;

/// Knows what of value a member has left in the programme. A port: the ledger knows.
@FunctionalInterface
public interface Belongings {
    /// Nobody has anything.
    Belongings NONE = _ -> new Left(Money.ZERO, Money.ZERO, Points.ZERO);

    /// Cash and constant points, those under holds included, and equity points.
    record Left(Money cash, Money constant, Points points) {
        boolean isNothing() {
            return cash.equals(Money.ZERO) && constant.equals(Money.ZERO) && points.equals(Points.ZERO);
        }
    }

    /// What `member` has left; nothing where it never joined.
    Left of(long member);
}
