package hongli.mall.order;

import hongli.mall.refusal.Ground;

/// Reasons to say no to baskets and orders.
public enum OrderGround implements Ground {
    /// The step is not one that the order may take from where it stands.
    ORDER_STATUS_DIFFERS(Sort.CONFLICT),
    CHECKOUT_CANCELLED(Sort.CONFLICT),
    CHECKOUT_PAID(Sort.CONFLICT),
    KEY_REUSED(Sort.CONFLICT),
    SOLD_OUT(Sort.CONFLICT),
    PRICE_CHANGED(Sort.CONFLICT),
    NOTHING_TO_ORDER(Sort.UNSOUND),
    TARGET_MISSING(Sort.UNSOUND),
    /// What is picked up is sent nowhere.
    PICK_UP_WITH_ADDRESS(Sort.UNSOUND),
    ADDRESS_MISSING(Sort.UNSOUND),
    REFUND_TOO_LARGE(Sort.UNMET);

    private final Sort sort;

    OrderGround(Sort sort) {
        this.sort = sort;
    }

    @Override
    public Sort sort() {
        return sort;
    }
}
