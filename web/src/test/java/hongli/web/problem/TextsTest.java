package hongli.web.problem;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.economy.exact.Decimals;
import hongli.economy.fact.Refusal;
import hongli.ledger.wire.OutcomeJson;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {
    /// The faults that readers of commands, terms and documents name.
    private static final List<String> FAULTS = List.of(
            "not_utf8",
            "too_deep",
            "not_json",
            "not_an_object",
            "duplicate_field",
            "trailing_content",
            "unknown_type",
            "unknown_field",
            "unknown_parameter",
            "missing_field",
            "missing",
            "wrong_form",
            "out_of_range",
            "one_of",
            "parts_above_one",
            "grants_above_one",
            "needs_pool",
            "too_large",
            "too_many",
            "not_ascending");

    @ParameterizedTest
    @EnumSource(Language.class)
    void haveASentenceForEveryRefusal(Language language) {
        for (Refusal refusal : Refusals.all()) {
            Map<String, Object> numbers = new HashMap<>(OutcomeJson.refusalFields(refusal));
            Map<String, Object> fields =
                    ProblemJson.fields(new Problem(422, refusal.code(), numbers, List.of()), language);

            assertThat(String.valueOf(fields.get("title")))
                    .isNotEqualTo(refusal.code())
                    .isNotBlank();
            assertThat(String.valueOf(fields.get("expected")))
                    .as(refusal.code())
                    .isNotBlank();
            assertThat(fields.values().toString()).doesNotContain("{", "}");
            assertThat(sentences(language, refusal.code()))
                    .as(refusal.code())
                    .allSatisfy(sentence -> assertThat(gaps(sentence)).isSubsetOf(numbers.keySet()));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void haveASentenceForEveryTrouble(Language language) {
        for (Trouble trouble : Trouble.values()) {
            assertThat(Texts.in(language).find(trouble.code(), Map.of()))
                    .as(trouble.code())
                    .isPresent();
            assertThat(Texts.in(language).find(trouble.code() + ".expected", Map.of()))
                    .as(trouble.code())
                    .isPresent();
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void haveASentenceForEveryFault(Language language) {
        Stream<String> decimals =
                Arrays.stream(Decimals.Fault.values()).map(fault -> fault.name().toLowerCase(Locale.ROOT));

        assertThat(Stream.concat(FAULTS.stream(), decimals))
                .allSatisfy(fault -> assertThat(Texts.in(language).find("fault." + fault, Map.of()))
                        .isPresent());
    }

    @Test
    void sayTheSameThingsInBothLanguages() {
        assertThat(Texts.in(Language.EN).names())
                .isEqualTo(Texts.in(Language.ZH).names());
    }

    @Test
    void readHeadersAsBrowsersSendThem() {
        assertThat(Language.of(null)).isEqualTo(Language.ZH);
        assertThat(Language.of("zh-CN,zh;q=0.9,en;q=0.8")).isEqualTo(Language.ZH);
        assertThat(Language.of("en-US,en;q=0.9")).isEqualTo(Language.EN);
        assertThat(Language.of("de,en;q=0.5,zh;q=0.1")).isEqualTo(Language.EN);
        assertThat(Language.of("*")).isEqualTo(Language.ZH);
        assertThat(Language.of("q=;;")).isEqualTo(Language.ZH);
    }

    private static List<String> sentences(Language language, String code) {
        return Stream.of("", ".expected", ".found")
                .flatMap(part -> Texts.in(language).raw(code + part).stream())
                .toList();
    }

    private static List<String> gaps(String sentence) {
        return Texts.GAP.matcher(sentence).results().map(gap -> gap.group(1)).toList();
    }
}
