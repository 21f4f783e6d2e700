package hongli.mall.bill;

import hongli.mall.refusal.Ground;

/// Why a bill cannot be made or go on.
public enum BillGround implements Ground {
    /// The period has not ended.
    BILL_PERIOD_OPEN(Sort.UNMET),
    /// A bill of this merchant has days of this period already.
    BILL_OVERLAPS(Sort.CONFLICT),
    /// The bill is not at the step that this one follows.
    BILL_NOT_AT_STEP(Sort.CONFLICT),
    /// Who checked a bill must not approve it, nor who approved it pay it.
    BILL_SAME_HAND(Sort.UNMET);

    private final Sort sort;

    BillGround(Sort sort) {
        this.sort = sort;
    }

    @Override
    public Sort sort() {
        return sort;
    }
}
