package hongli.mall.review;

import hongli.mall.refusal.Ground;

/// Reasons to say no about reviews.
public enum ReviewGround implements Ground {
    ORDER_NOT_COMPLETED(Sort.UNMET),
    ALREADY_REVIEWED(Sort.CONFLICT);

    private final Sort sort;

    ReviewGround(Sort sort) {
        this.sort = sort;
    }

    @Override
    public Sort sort() {
        return sort;
    }
}
