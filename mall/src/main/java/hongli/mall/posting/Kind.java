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
    CONTRIBUTION,
    BILL,
    WITHDRAWAL;

    /// As it stands in tables.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
