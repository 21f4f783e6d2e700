package hongli.economy.fact;

import hongli.economy.command.MemberId;
import org.jspecify.annotations.Nullable;

/// One account of a programme's books, the house's or a member's.
///
/// @param kind which account
/// @param member whose it is, for the kinds that members have; null for the others
public record Account(Kind kind, @Nullable MemberId member) {
    /// In what a balance is counted.
    public enum Unit {
        /// Money, in pico-fen.
        MONEY,
        /// Equity points, in micro-points.
        POINTS,
        /// Constant points, in fen.
        CONSTANT,
        /// Dividend quota, in pico-fen; a ceiling, not money.
        QUOTA
    }

    /// The accounts there are. Those marked *outside* may stand below zero: they are where things come from.
    public enum Kind {
        /// Outside: the shop's money from orders, and back to it by reversals.
        SHOP(Unit.MONEY, false),
        /// Outside: what the operator paid for the founder points.
        FOUNDER_PAYMENT(Unit.MONEY, false),
        /// The pool that points are claims on.
        POOL(Unit.MONEY, false),
        /// What waits to be shared by points.
        FIXED_FUND(Unit.MONEY, false),
        /// What waits to be shared by tier.
        TIER_FUND(Unit.MONEY, false),
        /// Dividends granted to members and not yet booked to each.
        DIVIDENDS(Unit.MONEY, false),
        /// A member's cash.
        CASH(Unit.MONEY, true),
        /// A member's cash under holds.
        HELD_CASH(Unit.MONEY, true),
        /// Money that was paid out.
        WITHDRAWN(Unit.MONEY, false),
        /// The operator's remainder that nobody has a claim on.
        RESIDUAL(Unit.MONEY, false),
        /// Outside: where points are issued from.
        UNISSUED(Unit.POINTS, false),
        /// A member's points.
        POINTS(Unit.POINTS, true),
        /// Points that stand behind the constant points.
        TREASURY(Unit.POINTS, false),
        /// The operator's points, locked for good.
        FOUNDER_POINTS(Unit.POINTS, false),
        /// Points that ceased to exist.
        BURNED(Unit.POINTS, false),
        /// Outside: where constant points come from and end.
        UNISSUED_CONSTANT(Unit.CONSTANT, false),
        /// A member's constant points.
        CONSTANT(Unit.CONSTANT, true),
        /// A member's constant points under holds.
        HELD_CONSTANT(Unit.CONSTANT, true),
        /// Outside: where quota comes from and ends.
        UNGRANTED(Unit.QUOTA, false),
        /// A member's dividend quota.
        QUOTA(Unit.QUOTA, true);

        private final Unit unit;
        private final boolean ofMember;

        Kind(Unit unit, boolean ofMember) {
            this.unit = unit;
            this.ofMember = ofMember;
        }

        public Unit unit() {
            return unit;
        }

        /// Whether each member has an account of this kind.
        public boolean isOfMember() {
            return ofMember;
        }
    }

    public Account {
        if (kind.isOfMember() != (member != null)) {
            throw new IllegalArgumentException("account must name a member just where its kind has one: kind=" + kind);
        }
    }
}
