package hongli.mall.payment;

import hongli.mall.refusal.Ground;

/// Reasons why a payment or a refund is refused.
public enum PaymentGround implements Ground {
    /// The checkout is paid or cancelled.
    CHECKOUT_NOT_UNPAID(Sort.CONFLICT),
    /// The parts are more than what is to be paid.
    WAYS_ABOVE_PAYABLE(Sort.UNMET),
    /// Something is left to pay, and no channel was named for it.
    CHANNEL_MISSING(Sort.UNMET),
    /// What is no order, as an entry fee, is paid by a channel alone.
    PURSE_FOR_ORDERS_ONLY(Sort.UNMET),
    CHANNEL_UNKNOWN(Sort.UNKNOWN),
    CHANNEL_AWAY(Sort.CONFLICT),
    /// The member has not enough cash or constant points.
    FUNDS_SHORT(Sort.UNMET),
    NOTIFICATION_FORGED(Sort.FORBIDDEN),
    /// A notification is from too long ago, or from the future.
    NOTIFICATION_STALE(Sort.FORBIDDEN),
    NOTIFICATION_UNSOUND(Sort.UNSOUND),
    REFUND_ABOVE_PAID(Sort.CONFLICT),
    TRADE_NOT_OPEN(Sort.CONFLICT);

    private final Sort sort;

    PaymentGround(Sort sort) {
        this.sort = sort;
    }

    @Override
    public Sort sort() {
        return sort;
    }
}
