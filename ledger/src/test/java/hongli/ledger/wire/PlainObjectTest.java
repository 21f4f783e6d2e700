package hongli.ledger.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

/// The short way may pass a document on, but never read it otherwise than the parser does.
final class PlainObjectTest {
    private static final List<String> PIECES = List.of(
            "{",
            "}",
            "[",
            ":",
            ",",
            "\"",
            "\"\"",
            "\"a\"",
            "\"b\"",
            "\"a\":\"1\"",
            "\"b\":\"\",",
            "true",
            "false",
            "tru",
            "null",
            "1",
            " ",
            "\t",
            "\r\n",
            "\u0000",
            "\u007f",
            "\\",
            "\\u0041",
            "红",
            "\"a\":true");

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(11);

    @Test
    void readsWhatCallersSend() {
        for (String document : List.of(
                "{\"key\":\"k\",\"type\":\"member.joined\",\"merchant\":true}",
                " { \"a\" : \"x y\" ,\t\"b\":false}\r\n",
                "{\"a\":\"\"}")) {
            assertThat(PlainObject.read(bytes(document))).as(document).isNotNull();
            agrees(document);
        }
    }

    @Test
    void leavesEverythingElseToTheParser() {
        for (String document : List.of(
                "",
                "{}",
                "{\"a\":1}",
                "{\"a\":null}",
                "{\"a\":\"\\n\"}",
                "{\"a\":\"红\"}",
                "{\"a\":\"1\",\"a\":\"2\"}",
                "{\"a\":\"1\"}x",
                "{\"a\":\"1\",}",
                "{\"a\":[]}",
                "{\"a\":truer}",
                "{\"a\":\"\n\"}",
                "{\"a\":\"1",
                "{\"a",
                "{\"" + "n".repeat(201) + "\":\"1\"}",
                "\u00a0{\"a\":\"1\"}")) {
            assertThat(PlainObject.read(bytes(document))).as(document).isNull();
        }
    }

    @Test
    void neverReadsOtherwiseThanTheParser() {
        int plain = 0;
        for (int i = 0; i < 200_000; i++) {
            var document = new StringBuilder(random.nextInt(8) > 0 ? "{" : "");
            for (int left = random.nextInt(7); left > 0; left--) {
                document.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            document.append(random.nextInt(8) > 0 ? "}" : "");
            plain += agrees(document.toString());
        }
        assertThat(plain).isGreaterThan(1_000);
    }

    private static int agrees(String document) {
        var plain = PlainObject.read(bytes(document));
        if (plain == null) {
            return 0;
        }
        assertThat(Json.object(document)).as(document).isEqualTo(new Json.Reading.Parsed(plain));
        return 1;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
