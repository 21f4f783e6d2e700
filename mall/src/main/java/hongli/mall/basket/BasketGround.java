package hongli.mall.basket;

import hongli.mall.refusal.Ground;

/// Reasons to say no to what is put into a basket.
public enum BasketGround implements Ground {
    NOT_FOR_SALE(Sort.CONFLICT),
    BASKET_FULL(Sort.UNMET),
    DAY_WRONG(Sort.UNSOUND);

    private final Sort sort;

    BasketGround(Sort sort) {
        this.sort = sort;
    }

    @Override
    public Sort sort() {
        return sort;
    }
}
