package hongli.ledger.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JsonTest {
    @Test
    void readsTextsListsAndBooleans() {
        assertThat(fields("{\"a\":\"红利\",\"b\":[\"x\",true,null],\"c\":{}}").toString())
                .isEqualTo("{a=红利, b=[x, true, null], c={}}");
    }

    @Test
    void keepsANumberANumber() {
        assertThat(fields("{\"amount\":100.10}").get("amount")).isEqualTo(new BigDecimal("100.10"));
    }

    @Test
    void refusesANameThatAppearsTwice() {
        assertThat(code("{\"a\":\"1\",\"a\":\"2\"}")).isEqualTo("duplicate_field");
        assertThat(code("{\"b\":{\"a\":\"1\",\"a\":\"2\"}}")).isEqualTo("duplicate_field");
    }

    @Test
    void refusesWhatFollowsTheObject() {
        assertThat(code("{} {}")).isEqualTo("trailing_content");
        assertThat(code("{}]")).isEqualTo("not_json");
    }

    @Test
    void refusesWhatIsNoObject() {
        for (String document : List.of("[]", "\"a\"", "1", "null", "", "   ")) {
            assertThat(code(document)).as(document).isEqualTo("not_an_object");
        }
    }

    @Test
    void refusesWhatIsNoJson() {
        for (String document :
                List.of("{", "{'a':1}", "{\"a\":01}", "{\"a\":NaN}", "{\"a\":1,}", "{\"a\":\"\n\"}", "x")) {
            assertThat(code(document)).as(document).isEqualTo("not_json");
        }
    }

    @Test
    void refusesMoreThanEightLevels() {
        assertThat(Json.object("{\"a\":".repeat(8) + "1" + "}".repeat(8))).isInstanceOf(Json.Reading.Parsed.class);
        assertThat(code("{\"a\":".repeat(9) + "1" + "}".repeat(9))).isEqualTo("too_deep");
        assertThat(code("{\"a\":" + "[".repeat(100_000))).isEqualTo("too_deep");
    }

    @Test
    void refusesOverlongDocumentsNumbersAndNames() {
        assertThat(code("{\"a\":\"" + "x".repeat(Json.MAX_LENGTH) + "\"}")).isEqualTo("too_large");
        assertThat(code("{\"a\":" + "9".repeat(1_000) + "}")).isEqualTo("too_deep");
        assertThat(code("{\"" + "n".repeat(1_000) + "\":1}")).isEqualTo("too_deep");
    }

    @Test
    void refusesBytesThatAreNotUtf8() {
        assertThat(Json.object(new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'}))
                .isInstanceOfSatisfying(
                        Json.Reading.Faulty.class,
                        faulty -> assertThat(faulty.fault().code()).isEqualTo("not_utf8"));
        byte[] wide = "{\"a\":1}".getBytes(StandardCharsets.UTF_16LE);
        assertThat(Json.object(wide)).isInstanceOf(Json.Reading.Faulty.class);
    }

    @Test
    void writesCompactTextThatReadsBackTheSame() {
        String text = "{\"a\":\"\\\"\\\\\\u0001\uD83C\uDF77红\",\"b\":[true,null,\"\"],\"c\":{},\"d\":[],\"e\":1.50}";
        assertThat(Json.text(fields(text))).isEqualTo(text);
        assertThat(Json.text("a\uD800")).isEqualTo("\"a\\ud800\"");
    }

    @Test
    void staysCalmWhateverTheBytes() {
        byte[] sound = "{\"type\":\"day.closed\",\"date\":\"2026-02-28\"}".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < sound.length; i++) {
            for (int value : new int[] {0, '"', '{', '\\', 0x80, 0xFF}) {
                byte[] bent = Arrays.copyOf(sound, sound.length);
                bent[i] = (byte) value;
                assertThat(CommandJson.read(bent)).isNotNull();
            }
        }
    }

    private static java.util.Map<String, ?> fields(String document) {
        return switch (Json.object(document)) {
            case Json.Reading.Parsed(var fields) -> fields;
            case Json.Reading.Faulty(var fault) -> throw new AssertionError(fault);
        };
    }

    private static String code(String document) {
        return switch (Json.object(document)) {
            case Json.Reading.Parsed(var fields) -> throw new AssertionError(fields);
            case Json.Reading.Faulty(var fault) -> fault.code();
        };
    }
}
