package hongli.economy.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import hongli.economy.exact.Money;
import hongli.economy.exact.Points;
import hongli.economy.exact.Rate;
import hongli.economy.terms.TermsReader.Reading;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TermsReaderTest {
    private static final Map<String, Object> SMALLEST =
            Map.of("cap", "1000", "poolRate", "0.30", "grantRate", "0.70", "quotaMultiple", "2");

    @Test
    void fillsInTheDefaults() {
        assertThat(TermsReader.read(SMALLEST))
                .isEqualTo(new Reading.Sound(new Terms(
                        new Points(1_000_000_000),
                        new Money(100),
                        Points.ZERO,
                        new Rate(300_000),
                        new Terms.Grant.ByValue(new Rate(700_000)),
                        List.of(),
                        new Rate(2_000_000),
                        Rate.ZERO,
                        Rate.ZERO,
                        Rate.ZERO,
                        List.of(),
                        new Rate(100_000),
                        true)));
    }

    @Test
    void readsBackWhatWasWritten() {
        Map<String, Object> full = with(Map.of(
                "par", "0.50",
                "founderPoints", "1",
                "referralRates", List.of("0.10", "0.05"),
                "referralQuotaMultiple", "0.000001",
                "fixedDividendRate", "0.2",
                "tierDividendRate", "0.1",
                "tierThresholds", List.of("0.000001", "20"),
                "redemptionFee", "0",
                "forcedSale", false));
        assertThat(TermsReader.read(TermsWriter.fields(sound(full)))).isEqualTo(new Reading.Sound(sound(full)));
        Map<String, Object> byAmount = with(Map.of("amountPerPoint", "200.00"));
        byAmount.remove("grantRate");
        assertThat(TermsReader.read(TermsWriter.fields(sound(byAmount)))).isEqualTo(new Reading.Sound(sound(byAmount)));
    }

    @ParameterizedTest
    @CsvSource({
        "cap,0,out_of_range",
        "cap,-1,negative",
        "cap,1.0000001,too_many_decimals",
        "cap,4611686018427.387905,too_large",
        "cap,many,not_a_decimal",
        "par,0,out_of_range",
        "par,1.001,too_many_decimals",
        "founderPoints,0.999999,out_of_range",
        "founderPoints,1000.000001,out_of_range",
        "poolRate,1.000001,out_of_range",
        "poolRate,-0.1,negative",
        "grantRate,1.000001,out_of_range",
        "fixedDividendRate,1.5,out_of_range",
        "fixedDividendRate,0.700001,parts_above_one",
        "redemptionFee,1,out_of_range",
        "quotaMultiple,-1,negative",
        "quotaMultiple,0.0000001,too_many_decimals",
        "referralQuotaMultiple,x,not_a_decimal",
        "tierDividendRate,0.1,missing",
        "amountPerPoint,100.00,one_of",
        "colour,red,unknown_parameter",
        "forcedSale,true,wrong_form"
    })
    void refusesWhatIsNotSound(String name, String value, String code) {
        assertThat(faults(with(Map.of(name, value)))).extracting(Fault::code).contains(code);
    }

    @Test
    void refusesListsThatAreNotSound() {
        assertThat(codes("referralRates", List.of("0.1", "0.05", "0.01"))).contains("too_many");
        assertThat(codes("referralRates", List.of("0.2", "0.100001"))).contains("grants_above_one");
        assertThat(codes("referralRates", List.of("0.2", "0.1"))).isEmpty();
        assertThat(codes("referralRates", "0.1")).contains("wrong_form");
        assertThat(codes("referralRates", List.of(0.1))).contains("wrong_form");
        assertThat(codes("tierThresholds", List.of("0", "1"))).contains("not_ascending");
        assertThat(codes("tierThresholds", List.of("2", "2"))).contains("not_ascending");
        assertThat(codes(
                        "tierThresholds",
                        IntStream.range(1, 12).mapToObj(String::valueOf).toList()))
                .contains("too_many");
        assertThat(codes(
                        "tierThresholds",
                        IntStream.range(1, 11).mapToObj(String::valueOf).toList()))
                .isEmpty();
    }

    @Test
    void aProgrammeWithoutPoolHasNoFounderPoints() {
        assertThat(faults(with(Map.of("poolRate", "0", "founderPoints", "1"))))
                .extracting(Fault::code)
                .containsExactly("needs_pool");
    }

    @Test
    void thePaymentForFounderPointsMustFit() {
        Map<String, Object> most =
                with(Map.of("cap", "4611686018427", "founderPoints", "4611686018427", "par", "10000"));
        assertThat(faults(most)).isEmpty();
        most.put("par", "10000.01");
        assertThat(faults(most)).extracting(Fault::code).containsExactly("too_large");
    }

    @Test
    void namesEveryFaultAtOnce() {
        Map<String, Object> given = new HashMap<>(Map.of(
                "cap", "0",
                "poolRate", "2",
                "grantRate", "0.70",
                "amountPerPoint", "0",
                "redemptionFee", "1",
                "tierThresholds", List.of("2", "1"),
                "founderPoints", 1,
                "forcedSale", "no",
                "extra", "1"));
        given.put("par", null);
        assertThat(faults(given))
                .extracting(Fault::field, Fault::code)
                .contains(
                        tuple("extra", "unknown_parameter"),
                        tuple("par", "wrong_form"),
                        tuple("cap", "out_of_range"),
                        tuple("poolRate", "out_of_range"),
                        tuple("poolRate", "parts_above_one"),
                        tuple("quotaMultiple", "missing"),
                        tuple("grantRate", "one_of"),
                        tuple("amountPerPoint", "out_of_range"),
                        tuple("redemptionFee", "out_of_range"),
                        tuple("tierThresholds", "not_ascending"),
                        tuple("founderPoints", "wrong_form"),
                        tuple("forcedSale", "wrong_form"));
    }

    @Test
    void tellsNothingElseOfAValueThatCouldNotBeRead() {
        assertThat(faults(with(Map.of("cap", "x")))).hasSize(1);
        assertThat(faults(with(Map.of("par", "x")))).hasSize(1);
        assertThat(faults(with(Map.of("founderPoints", "x")))).hasSize(1);
        assertThat(faults(with(Map.of("poolRate", "x")))).hasSize(1);
        assertThat(faults(Map.of())).hasSize(4);
    }

    private static Map<String, Object> with(Map<String, Object> more) {
        Map<String, Object> given = new HashMap<>(SMALLEST);
        given.putAll(more);
        return given;
    }

    private static List<String> codes(String name, Object value) {
        return faults(with(Map.of(name, value))).stream().map(Fault::code).toList();
    }

    private static List<Fault> faults(Map<String, ?> given) {
        return switch (TermsReader.read(given)) {
            case Reading.Sound _ -> List.of();
            case Reading.Unsound(var faults) -> faults;
        };
    }

    private static Terms sound(Map<String, ?> given) {
        return switch (TermsReader.read(given)) {
            case Reading.Sound(Terms terms) -> terms;
            case Reading.Unsound(var faults) -> throw new IllegalArgumentException(faults.toString());
        };
    }
}
