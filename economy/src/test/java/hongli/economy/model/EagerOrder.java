package hongli.economy.model;

import java.math.BigInteger;
import java.util.List;

/// What is remembered of a settled order, for the day it may be reversed.
final class EagerOrder {
    final BigInteger contribution;
    final BigInteger fixedPart;
    final BigInteger tierPart;
    final List<Grant> grants;
    /// How many days had been closed when it settled.
    final int daysClosed;

    boolean reversed;

    /// What one order brought one member.
    ///
    /// @param points micro-points, after every cut
    /// @param quotaFen the quota that came with it
    record Grant(EagerMember member, BigInteger points, BigInteger quotaFen) {}

    EagerOrder(BigInteger contribution, BigInteger fixedPart, BigInteger tierPart, List<Grant> grants, int daysClosed) {
        this.contribution = contribution;
        this.fixedPart = fixedPart;
        this.tierPart = tierPart;
        this.grants = List.copyOf(grants);
        this.daysClosed = daysClosed;
    }

    BigInteger moneyIn() {
        return contribution.add(fixedPart).add(tierPart);
    }
}
