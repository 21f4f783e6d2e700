package hongli.bench;

import hongli.economy.terms.Terms;
import hongli.economy.terms.TermsReader;
import java.util.List;
import java.util.Map;

/// What all tracks run on: one programme with every feature an order can meet.
final class Tracks {
    private Tracks() {}

    static Terms terms() {
        var reading = TermsReader.read(Map.ofEntries(
                Map.entry("cap", "100000000000"),
                Map.entry("founderPoints", "1"),
                Map.entry("poolRate", "0.20"),
                Map.entry("grantRate", "0.70"),
                Map.entry("referralRates", List.of("0.10", "0.05")),
                Map.entry("quotaMultiple", "1"),
                Map.entry("referralQuotaMultiple", "1"),
                Map.entry("fixedDividendRate", "0.10"),
                Map.entry("tierDividendRate", "0.05"),
                Map.entry("tierThresholds", List.of("10", "100", "1000"))));
        return switch (reading) {
            case TermsReader.Reading.Sound(Terms terms) -> terms;
            case TermsReader.Reading.Unsound(var faults) ->
                throw new IllegalStateException("terms must be sound: faults=" + faults);
        };
    }
}
