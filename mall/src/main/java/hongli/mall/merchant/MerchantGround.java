package hongli.mall.merchant;

import hongli.mall.refusal.Ground;

/// Reasons to say no to merchants, and about them.
public enum MerchantGround implements Ground {
    SINGLE_MERCHANT(Sort.UNMET),
    MERCHANTS_STILL_OPEN(Sort.CONFLICT),
    APPLICATION_UNDER_WAY(Sort.CONFLICT),
    MERCHANT_NOT_THERE_YET(Sort.CONFLICT),
    ENTRY_FEE_NOT_DUE(Sort.CONFLICT),
    ENTRY_FEE_STAYS(Sort.CONFLICT),
    TEMPLATE_TAKEN(Sort.CONFLICT),
    TEMPLATE_IN_USE(Sort.CONFLICT);

    private final Sort sort;

    MerchantGround(Sort sort) {
        this.sort = sort;
    }

    @Override
    public Sort sort() {
        return sort;
    }
}
