package hongli.economy.terms;

import hongli.economy.exact.Decimals;
import hongli.economy.exact.Limits;
import hongli.economy.exact.Money;
import hongli.economy.exact.Points;
import hongli.economy.exact.Rate;
import hongli.economy.exact.Wide;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Reads the terms of a programme from named values and names every fault at once.
public final class TermsReader {
    private static final Set<String> NAMES = Set.of(
            "cap",
            "par",
            "founderPoints",
            "poolRate",
            "grantRate",
            "amountPerPoint",
            "referralRates",
            "quotaMultiple",
            "referralQuotaMultiple",
            "fixedDividendRate",
            "tierDividendRate",
            "tierThresholds",
            "redemptionFee",
            "forcedSale");
    private static final int MOST_REFERRALS = 2;
    private static final int MOST_TIERS = 10;
    private static final long ONE_POINT = 1_000_000;

    private final Map<String, ?> given;
    private final List<Fault> faults = new ArrayList<>();

    /// What the values say.
    public sealed interface Reading {
        /// Terms that are sound.
        record Sound(Terms terms) implements Reading {}

        /// No terms, with every fault.
        record Unsound(List<Fault> faults) implements Reading {
            public Unsound {
                faults = List.copyOf(faults);
            }
        }
    }

    private TermsReader(Map<String, ?> given) {
        this.given = given;
    }

    /// Reads parameters as section 2 of the specification names them: decimals as texts, lists of them, one boolean.
    public static Reading read(Map<String, ?> given) {
        return new TermsReader(given).read();
    }

    private Reading read() {
        new TreeSet<>(given.keySet())
                .stream()
                        .filter(name -> !NAMES.contains(name))
                        .forEach(
                                name -> fault(name, "unknown_parameter", "no parameter of this name", given.get(name)));
        Terms terms = new Terms(
                new Points(required("cap", 6, Limits.POINTS_MICRO)),
                new Money(optional("par", "1.00", 2, Limits.MONEY_FEN)),
                new Points(optional("founderPoints", "0", 6, Limits.POINTS_MICRO)),
                new Rate(required("poolRate", 6, Limits.MILLIONTHS)),
                grant(),
                numbers("referralRates", Limits.MILLIONTHS).stream()
                        .map(Rate::new)
                        .toList(),
                new Rate(required("quotaMultiple", 6, Limits.MILLIONTHS)),
                new Rate(optional("referralQuotaMultiple", "0", 6, Limits.MILLIONTHS)),
                new Rate(optional("fixedDividendRate", "0", 6, Limits.MILLIONTHS)),
                new Rate(optional("tierDividendRate", "0", 6, Limits.MILLIONTHS)),
                numbers("tierThresholds", Limits.POINTS_MICRO).stream()
                        .map(Points::new)
                        .toList(),
                new Rate(optional("redemptionFee", "0.10", 6, Limits.MILLIONTHS)),
                forcedSale());
        judge(terms);
        return faults.isEmpty() ? new Reading.Sound(terms) : new Reading.Unsound(faults);
    }

    private void judge(Terms terms) {
        judgeRates(terms);
        judgeTotals(terms);
        judgePositive("cap", terms.cap().micro());
        judgePositive("par", terms.par().fen());
        judgeFounderPoints(terms);
        judgeTiers(terms);
        if (terms.referralRates().size() > MOST_REFERRALS) {
            fault("referralRates", "too_many", "at most two", given.get("referralRates"));
        }
    }

    private void judgeRates(Terms terms) {
        judgeRate("poolRate", terms.poolRate());
        judgeRate("fixedDividendRate", terms.fixedDividendRate());
        judgeRate("tierDividendRate", terms.tierDividendRate());
        terms.referralRates().forEach(rate -> judgeRate("referralRates", rate));
        if (terms.grant() instanceof Terms.Grant.ByValue(Rate rate)) {
            judgeRate("grantRate", rate);
        }
        if (terms.redemptionFee().compareTo(Rate.ONE) >= 0) {
            fault("redemptionFee", "out_of_range", "from 0 to below 1", given.get("redemptionFee"));
        }
    }

    private void judgeTotals(Terms terms) {
        Wide parts = sum(List.of(terms.poolRate(), terms.fixedDividendRate(), terms.tierDividendRate()));
        if (aboveOne(parts)) {
            fault(
                    "poolRate",
                    "parts_above_one",
                    "poolRate + fixedDividendRate + tierDividendRate <= 1",
                    Decimals.format(parts, 6));
        }
        List<Rate> granted = new ArrayList<>(terms.referralRates());
        if (terms.grant() instanceof Terms.Grant.ByValue(Rate rate)) {
            granted.add(rate);
        }
        if (aboveOne(sum(granted))) {
            fault(
                    "grantRate",
                    "grants_above_one",
                    "grantRate + referralRates <= 1, or holders are diluted",
                    Decimals.format(sum(granted), 6));
        }
    }

    private void judgeFounderPoints(Terms terms) {
        long founder = terms.founderPoints().micro();
        if (founder == 0 || isFaulty("founderPoints")) {
            return;
        }
        if (founder < ONE_POINT || founder > terms.cap().micro()) {
            fault("founderPoints", "out_of_range", "0, or from 1 to cap", given.get("founderPoints"));
        }
        if (!terms.hasPool()) {
            fault("founderPoints", "needs_pool", "0 in a programme without pool", given.get("founderPoints"));
        }
        Wide payment = Wide.product(founder, terms.par().fen()).dividedUp(ONE_POINT);
        if (payment.compareTo(Wide.of(Limits.MONEY_FEN)) > 0) {
            fault(
                    "founderPoints",
                    "too_large",
                    "founderPoints x par within the largest amount of money",
                    given.get("founderPoints"));
        }
    }

    private void judgeTiers(Terms terms) {
        List<Points> thresholds = terms.tierThresholds();
        if (thresholds.size() > MOST_TIERS) {
            fault("tierThresholds", "too_many", "at most ten", given.get("tierThresholds"));
        }
        long before = 0;
        for (Points threshold : thresholds) {
            if (threshold.micro() <= before) {
                fault("tierThresholds", "not_ascending", "above 0 and strictly ascending", given.get("tierThresholds"));
                break;
            }
            before = threshold.micro();
        }
        if (thresholds.isEmpty() && !terms.tierDividendRate().isZero()) {
            fault("tierThresholds", "missing", "at least one where tierDividendRate is above 0", "none");
        }
    }

    private void judgePositive(String name, long value) {
        if (value == 0 && !isFaulty(name)) {
            fault(name, "out_of_range", "above 0", given.get(name));
        }
    }

    private boolean isFaulty(String name) {
        return faults.stream().anyMatch(fault -> fault.field().equals(name));
    }

    private void judgeRate(String name, Rate rate) {
        if (rate.compareTo(Rate.ONE) > 0) {
            fault(name, "out_of_range", "from 0 to 1", given.get(name));
        }
    }

    private Terms.Grant grant() {
        boolean byValue = given.containsKey("grantRate");
        boolean byAmount = given.containsKey("amountPerPoint");
        if (byValue == byAmount) {
            fault("grantRate", "one_of", "exactly one of grantRate and amountPerPoint", byValue ? "both" : "neither");
        }
        if (byAmount) {
            long perPoint = required("amountPerPoint", 2, Limits.MONEY_FEN);
            judgePositive("amountPerPoint", perPoint);
            return new Terms.Grant.ByAmount(new Money(perPoint));
        }
        return new Terms.Grant.ByValue(new Rate(byValue ? required("grantRate", 6, Limits.MILLIONTHS) : 0));
    }

    private boolean forcedSale() {
        Object value = given.containsKey("forcedSale") ? given.get("forcedSale") : (Object) true;
        if (!(value instanceof Boolean)) {
            fault("forcedSale", "wrong_form", "true or false", value);
        }
        return Boolean.TRUE.equals(value);
    }

    private long required(String name, int decimals, long limit) {
        if (!given.containsKey(name)) {
            fault(name, "missing", "a value", "nothing");
            return 1;
        }
        return number(name, given.get(name), decimals, limit);
    }

    private long optional(String name, String otherwise, int decimals, long limit) {
        return number(name, given.containsKey(name) ? given.get(name) : otherwise, decimals, limit);
    }

    private List<Long> numbers(String name, long limit) {
        if (!given.containsKey(name)) {
            return List.of();
        }
        if (!(given.get(name) instanceof List<?> values)) {
            fault(name, "wrong_form", "a list of decimals as texts", given.get(name));
            return List.of();
        }
        return values.stream().map(value -> number(name, value, 6, limit)).toList();
    }

    /// The value as a whole number of its unit; 1 where there is a fault.
    private long number(String name, @Nullable Object value, int decimals, long limit) {
        if (!(value instanceof String text)) {
            fault(name, "wrong_form", "a decimal as a text, such as \"0.30\"", value);
            return 1;
        }
        return switch (Decimals.read(text, decimals, limit)) {
            case Decimals.Reading.Whole(long number) -> number;
            case Decimals.Reading.Unreadable(var fault) -> {
                fault(name, fault.name().toLowerCase(java.util.Locale.ROOT), expected(fault, decimals), value);
                yield 1;
            }
        };
    }

    private static String expected(Decimals.Fault fault, int decimals) {
        return switch (fault) {
            case NOT_A_DECIMAL -> "a decimal such as \"0.30\"";
            case TOO_MANY_DECIMALS -> "at most " + decimals + " decimals";
            case NEGATIVE -> "at least 0";
            case TOO_LARGE -> "within the largest number there can be";
        };
    }

    private static Wide sum(List<Rate> rates) {
        return rates.stream().map(rate -> Wide.of(rate.millionths())).reduce(Wide.ZERO, Wide::plus);
    }

    private static boolean aboveOne(Wide millionths) {
        return millionths.compareTo(Wide.of(Rate.ONE_IN_MILLIONTHS)) > 0;
    }

    private void fault(String name, String code, String expected, @Nullable Object found) {
        faults.add(new Fault(name, code, expected, String.valueOf(found)));
    }
}
