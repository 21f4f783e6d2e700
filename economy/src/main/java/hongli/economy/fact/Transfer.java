package hongli.economy.fact;

import hongli.economy.exact.Wide;

/// One amount that moved from one account to another of the same unit, and why.
///
/// @param amount above 0, in the smallest unit of the accounts
public record Transfer(Reason reason, Account from, Account to, Wide amount) {
    /// Why something moved.
    public enum Reason {
        FOUNDING,
        CONTRIBUTION,
        GRANT,
        REFERRAL,
        REVERSAL,
        REDEMPTION,
        CONVERSION,
        SPENDING,
        EXCHANGE,
        WITHDRAWAL,
        HOLD,
        CAPTURE,
        RELEASE,
        /// A fund's share for all, not yet booked to each; or the part of a tier without members.
        DIVIDEND,
        /// Dividends of earlier days, booked to a member.
        DIVIDEND_BOOKED,
        /// The dividend that used up the rest of a member's quota.
        LAST_DIVIDEND,
        FORCED_SALE,
        /// What was left in a pool without points.
        LEFTOVER,
        WIND_UP
    }

    public Transfer {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("transfer must be > 0: amount=" + amount);
        }
        if (from.kind().unit() != to.kind().unit()) {
            throw new IllegalArgumentException("accounts must share a unit: from=" + from.kind() + ", to=" + to.kind());
        }
    }
}
