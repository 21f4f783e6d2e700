package hongli.economy.terms;

import hongli.economy.exact.Points;
import hongli.economy.exact.Rate;
import java.util.LinkedHashMap;
import java.util.Map;

/// Writes terms as named values, each with its full decimals or as short as a rate can be.
public final class TermsWriter {
    private TermsWriter() {}

    /// Every parameter of `terms`, defaults included. Reading them gives `terms` back.
    public static Map<String, Object> fields(Terms terms) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("cap", terms.cap().toString());
        fields.put("par", terms.par().toString());
        fields.put("founderPoints", terms.founderPoints().toString());
        fields.put("poolRate", terms.poolRate().toString());
        switch (terms.grant()) {
            case Terms.Grant.ByValue(Rate rate) -> fields.put("grantRate", rate.toString());
            case Terms.Grant.ByAmount(var perPoint) -> fields.put("amountPerPoint", perPoint.toString());
        }
        fields.put(
                "referralRates",
                terms.referralRates().stream().map(Rate::toString).toList());
        fields.put("quotaMultiple", terms.quotaMultiple().toString());
        fields.put("referralQuotaMultiple", terms.referralQuotaMultiple().toString());
        fields.put("fixedDividendRate", terms.fixedDividendRate().toString());
        fields.put("tierDividendRate", terms.tierDividendRate().toString());
        fields.put(
                "tierThresholds",
                terms.tierThresholds().stream().map(Points::toString).toList());
        fields.put("redemptionFee", terms.redemptionFee().toString());
        fields.put("forcedSale", terms.forcedSale());
        return fields;
    }
}
