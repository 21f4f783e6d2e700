package hongli.mall.withdrawal;

import hongli.mall.refusal.Ground;

/// Reasons why a withdrawal is refused by rule.
public enum WithdrawalGround implements Ground {
    IDENTITY_NOT_CONFIRMED(Sort.UNMET),
    /// Only a merchant that is open takes cash out.
    MERCHANT_NOT_OPEN(Sort.UNMET),
    WITHDRAWAL_OUT_OF_RANGE(Sort.UNMET),
    /// More in one day than may be.
    WITHDRAWAL_DAY_FULL(Sort.UNMET),
    /// Too soon after the one before.
    WITHDRAWAL_COOLING(Sort.TOO_OFTEN),
    /// The holder has not enough cash.
    CASH_SHORT(Sort.UNMET),
    WITHDRAWAL_KEY_REUSED(Sort.CONFLICT),
    /// The withdrawal stands where this step is not possible.
    WITHDRAWAL_STATUS_DIFFERS(Sort.CONFLICT);

    private final Sort sort;

    WithdrawalGround(Sort sort) {
        this.sort = sort;
    }

    @Override
    public Sort sort() {
        return sort;
    }
}
