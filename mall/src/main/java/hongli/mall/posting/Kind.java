package hongli.mall.posting;

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
    WITHDRAWAL
}
