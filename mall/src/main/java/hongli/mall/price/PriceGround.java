package hongli.mall.price;

import hongli.mall.refusal.Ground;

/// Reasons why there is no price.
public enum PriceGround implements Ground {
    COUPON_DOES_NOT_APPLY(Sort.UNMET),
    COUPONS_DO_NOT_STACK(Sort.UNMET),
    REGION_NOT_SERVED(Sort.UNMET),
    AMOUNT_TOO_LARGE(Sort.UNMET);

    private final Sort sort;

    PriceGround(Sort sort) {
        this.sort = sort;
    }

    @Override
    public Sort sort() {
        return sort;
    }
}
