package hongli.ledger.wire;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Compact JSON text of maps, lists, texts, numbers and booleans; the same value always gives the same text.
final class JsonText {
    private static final String HEX = "0123456789abcdef";

    private JsonText() {}

    static void append(StringBuilder out, @Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case String text -> appendText(out, text);
            case Map<?, ?> fields -> appendFields(out, fields);
            case List<?> items -> appendItems(out, items);
            case Boolean flag -> out.append(flag.booleanValue());
            case Number number -> out.append(number);
            default -> throw new IllegalArgumentException("value must have a JSON form: class=" + value.getClass());
        }
    }

    private static void appendFields(StringBuilder out, Map<?, ?> fields) {
        char before = '{';
        for (var field : fields.entrySet()) {
            out.append(before);
            appendText(out, String.valueOf(field.getKey()));
            out.append(':');
            append(out, field.getValue());
            before = ',';
        }
        out.append(before == '{' ? "{}" : "}");
    }

    private static void appendItems(StringBuilder out, List<?> items) {
        char before = '[';
        for (var item : items) {
            out.append(before);
            append(out, item);
            before = ',';
        }
        out.append(before == '[' ? "[]" : "]");
    }

    private static void appendText(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c) && !isPaired(text, i)) {
                appendEscaped(out, c);
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private static boolean isPaired(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }

    private static void appendEscaped(StringBuilder out, char c) {
        out.append("\\u");
        for (int shift = 12; shift >= 0; shift -= 4) {
            out.append(HEX.charAt(c >> shift & 0xF));
        }
    }
}
