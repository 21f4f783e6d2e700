package hongli.mall.posting;

import java.util.Locale;

/// What a posting is about.
public enum Kind {
    PAYMENT,
    REFUND,
    SALE,
    PLATFORM_COUPON,
    COMMISSION,
    CONSTANT,
    CASH,
    /// What was kept back of refunds, because the buyer no longer held what was granted.
    DEDUCTION,
    CONTRIBUTION,
    BILL,
    /// What a merchant paid to be let in, or got back of it.
    ENTRY_FEE,
    WITHDRAWAL;

    /// As it stands in tables.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
