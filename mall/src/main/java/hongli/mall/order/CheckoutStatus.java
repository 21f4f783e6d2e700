package hongli.mall.order;

/// Where a checkout stands: all its orders are paid at once, or cancelled at once.
public enum CheckoutStatus {
    UNPAID,
    PAID,
    CANCELLED
}
