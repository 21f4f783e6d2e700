package hongli.mall.goods;

import hongli.mall.refusal.Ground;

/// Reasons to say no about goods.
public enum GoodsGround implements Ground {
    SKU_TAKEN(Sort.CONFLICT),
    NOTHING_DRAFTED(Sort.CONFLICT),
    NOTHING_SUBMITTED(Sort.CONFLICT),
    PRODUCT_NOT_APPROVED(Sort.CONFLICT),
    STOCK_BELOW_ZERO(Sort.UNMET),
    STOCK_BY_DAY(Sort.UNMET),
    CATEGORY_TAKEN(Sort.CONFLICT),
    CATEGORY_IN_USE(Sort.CONFLICT),
    BRAND_TAKEN(Sort.CONFLICT),
    BRAND_IN_USE(Sort.CONFLICT);

    private final Sort sort;

    GoodsGround(Sort sort) {
        this.sort = sort;
    }

    @Override
    public Sort sort() {
        return sort;
    }
}
