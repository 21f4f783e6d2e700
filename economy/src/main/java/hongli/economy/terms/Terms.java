package hongli.economy.terms;

import hongli.economy.exact.Money;
import hongli.economy.exact.Points;
import hongli.economy.exact.Rate;
import java.util.List;

/// The parameters of a programme, sound as section 2 of the specification asks.
///
/// @param cap points that can ever be issued
/// @param par price of a point while none has circulated
/// @param founderPoints points the operator pays for at the start, 0 or at least one whole point
/// @param poolRate part of an order's base for the pool; 0 makes a programme without pool
/// @param grant how points are granted
/// @param referralRates parts for the referrer and the referrer's referrer
/// @param quotaMultiple dividend quota per yuan of base
/// @param referralQuotaMultiple quota per yuan of referral grant
/// @param fixedDividendRate part of the base for the dividend by points
/// @param tierDividendRate part of the base for the dividend by tier
/// @param tierThresholds points that reach each tier, ascending
/// @param redemptionFee part of a redemption that stays in the pool, below 1
/// @param forcedSale whether holdings are sold when their value reaches the quota
public record Terms(
        Points cap,
        Money par,
        Points founderPoints,
        Rate poolRate,
        Grant grant,
        List<Rate> referralRates,
        Rate quotaMultiple,
        Rate referralQuotaMultiple,
        Rate fixedDividendRate,
        Rate tierDividendRate,
        List<Points> tierThresholds,
        Rate redemptionFee,
        boolean forcedSale) {
    public Terms {
        referralRates = List.copyOf(referralRates);
        tierThresholds = List.copyOf(tierThresholds);
    }

    /// How the buyer's points are reckoned.
    public sealed interface Grant {
        /// By value: this part of the contribution, at the price before the order.
        record ByValue(Rate rate) implements Grant {}

        /// By amount (按额赠股): one point for this much of the base.
        record ByAmount(Money perPoint) implements Grant {}
    }

    public boolean hasPool() {
        return !poolRate.isZero();
    }

    /// The tier that `granted` micro-points reach, from 0 to the number of thresholds.
    public int tier(long granted) {
        int tier = 0;
        while (tier < tierThresholds.size()
                && granted >= tierThresholds.get(tier).micro()) {
            tier++;
        }
        return tier;
    }
}
