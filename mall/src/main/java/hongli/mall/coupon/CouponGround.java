package hongli.mall.coupon;

import hongli.mall.refusal.Ground;

/// Reasons to say no to coupons.
public enum CouponGround implements Ground {
    COUPON_GONE(Sort.CONFLICT),
    COUPON_NOT_ON(Sort.CONFLICT),
    COUPON_TAKEN_ENOUGH(Sort.UNMET),
    COUPON_NOT_USABLE(Sort.UNMET),
    COUPON_UNSOUND(Sort.UNSOUND);

    private final Sort sort;

    CouponGround(Sort sort) {
        this.sort = sort;
    }

    @Override
    public Sort sort() {
        return sort;
    }
}
