package hongli.mall.referral;

import hongli.mall.refusal.Ground;

/// Reasons why nobody is bound to somebody who is said to have brought them.
public enum ReferralGround implements Ground {
    REFERRAL_UNKNOWN(Sort.UNMET),
    REFERRAL_SELF(Sort.UNMET),
    REFERRAL_BOUND(Sort.CONFLICT),
    REFERRAL_CYCLIC(Sort.UNMET),
    REFERRAL_LATE(Sort.UNMET),
    REFERRAL_LEVELS_UNSOUND(Sort.UNSOUND);

    private final Sort sort;

    ReferralGround(Sort sort) {
        this.sort = sort;
    }

    @Override
    public Sort sort() {
        return sort;
    }
}
