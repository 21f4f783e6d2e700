package hongli.web.mall.attack;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What nobody means well with.
final class Hostile {
    /// Names that an honest form does not have, but a table may.
    static final List<String> FIELDS = List.of(
            "id",
            "member",
            "merchant",
            "owner",
            "role",
            "permissions",
            "tier",
            "status",
            "paid",
            "paid_at",
            "amount_fen",
            "payable",
            "refunded",
            "referral_code",
            "must_change",
            "mustChangePassword",
            "decided_by",
            "borne_by",
            "__proto__",
            "constructor",
            "class.module.classLoader",
            "");

    /// Numbers that an address names nothing by.
    static final List<String> IDS = List.of(
            "0",
            "-1",
            "01",
            "1e3",
            "1.0",
            "abc",
            "null",
            "999999999999999999",
            "9223372036854775807",
            "9223372036854775808",
            "1".repeat(300),
            "%EF%BC%91",
            "1%00",
            "1%20or%201=1",
            "1%27%20or%20%271%27=%271",
            "%22%3E%3Cscript%3E",
            "..",
            "%2e%2e%2f1",
            "1;a=b",
            "%F0%9F%98%80",
            "%ff");

    static final List<String> CURSORS = List.of(
            "x",
            "eB8x",
            "eB8%3D",
            "H3g",
            "Hx8fHw",
            "MR8tOTIyMzM3MjAzNjg1NDc3NTgwOQ",
            "JykgdW5pb24gc2VsZWN0HzE",
            "bm90IGEgdGltZR8x",
            "aW5maW5pdHkfMQ",
            "OTk5OTk5LTAxLTAxHzE",
            "a".repeat(1_999),
            "a".repeat(3_000));

    static final List<String> SORTS =
            List.of("password", "id;drop", "--id", "-", "'", "id%20desc,%20(select%201)", "%00", "s".repeat(500));

    private Hostile() {}

    /// Whatever can stand where a text, a number, a list or an object is expected.
    static List<@Nullable Object> values() {
        List<@Nullable Object> values = new ArrayList<>(texts());
        values.addAll(List.of(
                -1,
                0,
                1.5,
                Long.MAX_VALUE,
                Long.MIN_VALUE,
                new Raw("9223372036854775808"),
                new Raw("-99999999999999999999999999"),
                new Raw("1e400"),
                new Raw("1e-400"),
                new Raw("1E+18"),
                new Raw("1e999999999"),
                true,
                List.of(),
                List.of(List.of(List.of("x"))),
                Map.of(),
                Map.of("a", Map.of("b", 1)),
                new Raw("\"\\ud800\""),
                new Raw("\"\\udc00x\""),
                new Raw("[".repeat(60) + "]".repeat(60)),
                new Raw("[" + "1,".repeat(2_000) + "1]")));
        values.add(null);
        return values;
    }

    private static List<String> texts() {
        return List.of(
                "'; drop table mall.member; --",
                "' or '1'='1",
                "%' || (select password from mall.staff limit 1) || '%",
                "<script>alert(1)</script><img src=x onerror=alert(1)>",
                "${jndi:ldap://127.0.0.1/x}{{7*7}}#{7*7}",
                "=HYPERLINK(\"http://127.0.0.1\")",
                "../../../../etc/passwd",
                "",
                "   ",
                "\u0000",
                "a\u0000b",
                "\u0007\u001b[2J",
                "\u202e\u200b\ufeff",
                "😀".repeat(20),
                "字".repeat(5_000),
                "-1.00",
                "99999999999999999999999.99",
                "1e99999999",
                "0.001",
                "１２.００",
                "NaN",
                "2026-02-30",
                "999999999-01-01",
                "9999-12-31T23:59:60Z",
                "+1000000000-01-01T00:00:00Z");
    }

    /// JSON as it is written.
    record Raw(String json) {}

    /// Bodies that are no sound object of JSON at all.
    static List<byte[]> bodies() {
        String deep = "{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000);
        List<byte[]> bodies = new ArrayList<>();
        for (String text : List.of(
                "",
                " ",
                "{",
                "}",
                "[]",
                "null",
                "\"x\"",
                "1",
                "{\"a\":1",
                "{\"a\":1}{\"b\":2}",
                "{\"a\":1,\"a\":2}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":1,}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":NaN}",
                "/**/{}",
                "\uFEFF{}",
                "{\"\\ud800\":1}",
                deep,
                "[".repeat(20_000),
                "{\"a\":\"" + "x".repeat(1_100_000) + "\"}")) {
            bodies.add(text.getBytes(StandardCharsets.UTF_8));
        }
        bodies.add("{}".getBytes(StandardCharsets.UTF_16LE));
        bodies.add(new byte[] {'{', '"', (byte) 0xC3, '"', ':', '1', '}'});
        bodies.add(new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 0});
        bodies.add(new byte[3_000]);
        return bodies;
    }

    /// A sound body with a field that nobody asked for.
    static Map<String, Object> more(Map<String, Object> body, String name) {
        Map<String, Object> more = new LinkedHashMap<>(body);
        more.put(name, 1);
        return more;
    }

    /// JSON of a body, raw parts as they are.
    static byte[] json(@Nullable Object body) {
        return text(body).getBytes(StandardCharsets.UTF_8);
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case Raw raw -> raw.json();
            case Map<?, ?> fields -> {
                List<String> parts = new ArrayList<>();
                fields.forEach((name, inner) -> parts.add(Route.JSON.writeValueAsString(name) + ":" + text(inner)));
                yield "{" + String.join(",", parts) + "}";
            }
            case List<?> items -> {
                List<String> parts = new ArrayList<>();
                items.forEach(inner -> parts.add(text(inner)));
                yield "[" + String.join(",", parts) + "]";
            }
            case null, default -> Route.JSON.writeValueAsString(value);
        };
    }
}
