package hongli.mall.price;

/// Who bears a discount.
public enum Bearer {
    PLATFORM,
    MERCHANT
}
