package hongli.mall.delivery;

import hongli.mall.refusal.Ground;

/// Reasons why something is not sent or handed over.
public enum DeliveryGround implements Ground {
    /// The order is not one of which something is to be sent.
    ORDER_NOT_TO_SHIP(Sort.CONFLICT),
    PACKAGE_EMPTY(Sort.UNSOUND),
    /// More pieces than were ordered and are not sent or refunded yet.
    PACKAGE_TOO_MUCH(Sort.UNMET),
    /// The top-up is loaded, or failed for good.
    TOP_UP_ENDED(Sort.CONFLICT),
    CODE_USED(Sort.CONFLICT),
    CODE_VOID(Sort.CONFLICT);

    private final Sort sort;

    DeliveryGround(Sort sort) {
        this.sort = sort;
    }

    @Override
    public Sort sort() {
        return sort;
    }
}
