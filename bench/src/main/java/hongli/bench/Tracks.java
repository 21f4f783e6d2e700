package hongli.bench;

import hongli.economy.terms.Terms;
import hongli.economy.terms.TermsReader;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The terms that the tracks run on.
final class Tracks {
    private static final Map<String, Object> PLAIN = Map.of(
            "cap", "100000000000",
            "founderPoints", "1",
            "poolRate", "0.20",
            "grantRate", "0.70",
            "quotaMultiple", "1",
            "fixedDividendRate", "0.10");
    private static final Map<String, Object> MORE = Map.of(
            "referralRates",
            List.of("0.10", "0.05"),
            "referralQuotaMultiple",
            "1",
            "tierDividendRate",
            "0.05",
            "tierThresholds",
            List.of("10", "100", "1000"));

    private Tracks() {}

    /// Every feature an order can meet: two referrers, dividends by points and by tier, forced sales.
    static Terms terms() {
        Map<String, Object> fields = new TreeMap<>(PLAIN);
        fields.putAll(MORE);
        return read(fields);
    }

    /// A pool, a daily dividend by points and forced sales.
    static Terms plainTerms() {
        return read(PLAIN);
    }

    /// As [#terms], but what is consumed feeds dividends rather than the pool.
    static Terms daysTerms(boolean forcedSale) {
        Map<String, Object> fields = new TreeMap<>(PLAIN);
        fields.putAll(MORE);
        fields.put("poolRate", "0.05");
        fields.put("fixedDividendRate", "0.30");
        fields.put("forcedSale", forcedSale);
        return read(fields);
    }

    private static Terms read(Map<String, Object> fields) {
        return switch (TermsReader.read(fields)) {
            case TermsReader.Reading.Sound(Terms terms) -> terms;
            case TermsReader.Reading.Unsound(var faults) ->
                throw new IllegalStateException("terms must be sound: faults=" + faults);
        };
    }
}
