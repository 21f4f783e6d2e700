package hongli.mall.aftersale;

import hongli.mall.refusal.Ground;

/// Reasons why a refund, return or exchange is refused by rule.
public enum AfterSaleGround implements Ground {
    /// The order stands where nothing of the kind is possible.
    AFTER_SALE_NOT_POSSIBLE(Sort.CONFLICT),
    RETURN_WINDOW_PASSED(Sort.UNMET),
    /// More pieces or more money than is left of the line.
    AFTER_SALE_TOO_MUCH(Sort.UNMET),
    /// Another case of the same line is under way.
    AFTER_SALE_OPEN(Sort.CONFLICT),
    /// What is deducted is not what was shown; look again.
    DEDUCTION_CHANGED(Sort.CONFLICT),
    /// What was paid in cash or constant points has reached the merchant; the programme knows no way back.
    PURSE_CAPTURED(Sort.UNMET),
    /// The key was used for another refund.
    REFUND_KEY_REUSED(Sort.CONFLICT),
    /// The case stands where this step is not possible.
    AFTER_SALE_STATUS_DIFFERS(Sort.CONFLICT);

    private final Sort sort;

    AfterSaleGround(Sort sort) {
        this.sort = sort;
    }

    @Override
    public Sort sort() {
        return sort;
    }
}
