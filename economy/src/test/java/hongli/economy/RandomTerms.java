package hongli.economy;

import hongli.economy.terms.Terms;
import hongli.economy.terms.TermsReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/// Terms of every kind: with and without pool, by value and by amount, with all depths of referral and tiers.
public final class RandomTerms {
    private static final String LARGEST = "4611686018427.387904";

    private static final String MOST_YUAN = "46116860184273879.04";

    private final RandomGenerator random;
    private final Map<String, Object> fields = new HashMap<>();

    private RandomTerms(RandomGenerator random) {
        this.random = random;
    }

    /// Sound terms for orders of everyday size.
    public static Terms any(RandomGenerator random) {
        return new RandomTerms(random).read(random.nextInt(5) > 0);
    }

    /// Sound terms with a pool.
    public static Terms withPool(RandomGenerator random) {
        return new RandomTerms(random).read(true);
    }

    /// Sound terms for the largest and the smallest amounts there can be.
    public static Terms extreme(RandomGenerator random) {
        RandomTerms terms = new RandomTerms(random);
        terms.read(random.nextInt(5) > 0);
        terms.fields.put("cap", terms.one(LARGEST, LARGEST, "0.000001", "1000000000"));
        boolean founded = random.nextInt(3) == 0 && !"0".equals(terms.fields.get("poolRate"));
        if (founded) {
            terms.fields.put("cap", LARGEST);
        }
        terms.fields.put("founderPoints", founded ? terms.one("1", "1000000", LARGEST) : "0");
        terms.fields.put(
                "par",
                founded ? terms.one("0.01", "10000") : terms.one("0.01", "1.00", MOST_YUAN, "90071992547409.92"));
        terms.fields.put("quotaMultiple", terms.one("0.000001", "1", "1000", LARGEST));
        terms.fields.put("referralQuotaMultiple", terms.one("0", "1", LARGEST));
        if (terms.fields.containsKey("amountPerPoint")) {
            terms.fields.put("amountPerPoint", terms.one("0.01", "200.00", MOST_YUAN));
        }
        return terms.sound();
    }

    private Terms read(boolean withPool) {
        fields.put("cap", one("60", "2000", "100000000", LARGEST));
        fields.put("par", one("0.01", "0.50", "1.00", "1.00", "10.00"));
        fields.put("poolRate", withPool ? one("0.30", "0.15", "0.300001", "0.5", "0.000001") : "0");
        fields.put("founderPoints", withPool ? one("0", "0", "1", "1", "10", "1.234567") : "0");
        fields.put("quotaMultiple", one("0", "0.1", "0.35", "0.35", "0.6", "0.6", "1", "1", "2", "5", "100"));
        fields.put("referralQuotaMultiple", one("0", "0.5", "2", "2", "10"));
        fields.put("fixedDividendRate", one("0", "0.10", "0.20", "0.333333"));
        fields.put("redemptionFee", one("0", "0.05", "0.10", "0.10", "0.5", "0.999999"));
        fields.put("forcedSale", random.nextInt(4) > 0);
        grants(withPool);
        tiers();
        if (withPool && random.nextInt(8) == 0) {
            steady();
        }
        return sound();
    }

    private void grants(boolean withPool) {
        List<String> line = switch (random.nextInt(3)) {
            case 0 -> List.of();
            case 1 -> List.of(one("0.30", "0.10", "0.000001", "0"));
            default -> List.of(one("0.10", "0.20"), one("0.05", "0.10", "0"));
        };
        fields.put("referralRates", line);
        if (random.nextInt(withPool ? 3 : 10) > 0 == withPool) {
            fields.put(
                    "grantRate", line.isEmpty() ? one("1", "0.70", "0.5", "0.999999") : one("0.70", "0.5", "0.123456"));
        } else {
            fields.put("amountPerPoint", one("0.01", "1.00", "3.33", "100.00", "200.00"));
        }
    }

    /// Terms under which orders leave the price as it is: members come to be worth their quota exactly, all at once.
    private void steady() {
        fields.put("referralRates", List.of());
        fields.remove("amountPerPoint");
        fields.put("grantRate", "1");
        fields.put("cap", LARGEST);
        fields.put("par", one("1.00", "10.00"));
        fields.put("founderPoints", one("0", "1"));
        fields.put("poolRate", one("0.3", "0.5"));
        fields.put("quotaMultiple", one("0.3", "0.5", "0.300001", "0.51"));
        fields.put("fixedDividendRate", one("0", "0.01"));
        fields.put("forcedSale", true);
    }

    private void tiers() {
        int count = random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(10);
        BigDecimal step = new BigDecimal(one("0.000001", "0.5", "3", "10", "40"));
        List<String> thresholds = new ArrayList<>();
        BigDecimal threshold = BigDecimal.ZERO;
        for (int i = 0; i < count; i++) {
            threshold = threshold.add(step.multiply(BigDecimal.valueOf(1 + random.nextInt(3))));
            thresholds.add(threshold.toPlainString());
        }
        fields.put("tierThresholds", thresholds);
        fields.put("tierDividendRate", count == 0 ? "0" : one("0", "0.03", "0.10", "0.10"));
    }

    private String one(String... values) {
        return values[random.nextInt(values.length)];
    }

    private Terms sound() {
        return switch (TermsReader.read(fields)) {
            case TermsReader.Reading.Sound(Terms terms) -> terms;
            case TermsReader.Reading.Unsound(var faults) ->
                throw new IllegalStateException("terms must be sound: faults=" + faults);
        };
    }
}
