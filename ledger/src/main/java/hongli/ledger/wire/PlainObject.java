package hongli.ledger.wire;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The short way through the JSON that nearly every caller sends: one flat object of plain ASCII texts, `true` and
/// `false`, no name twice, nothing escaped. Whatever else a document holds, faults included, is left to the parser.
final class PlainObject {
    private static final int MAX_NAME = 200;

    private final byte[] document;
    private int at;

    private PlainObject(byte[] document) {
        this.document = document;
    }

    /// The fields of `document`, or null where it is not so plain.
    static @Nullable Map<String, @Nullable Object> read(byte[] document) {
        return new PlainObject(document).fields();
    }

    private @Nullable Map<String, @Nullable Object> fields() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        boolean more = passes('{');
        while (more) {
            String name = text();
            if (name == null || name.length() > MAX_NAME || !passes(':')) {
                return null;
            }
            Object value = value();
            if (value == null || fields.put(name, value) != null) {
                return null;
            }
            more = passes(',');
        }
        return !fields.isEmpty() && passes('}') && next() < 0 ? fields : null;
    }

    private @Nullable Object value() {
        return switch (next()) {
            case '"' -> text();
            case 't' -> passes("true") ? true : null;
            case 'f' -> passes("false") ? false : null;
            default -> null;
        };
    }

    private @Nullable String text() {
        if (!passes('"')) {
            return null;
        }
        int begin = at;
        while (at < document.length) {
            byte b = document[at++];
            if (b == '"') {
                return new String(document, begin, at - 1 - begin, StandardCharsets.ISO_8859_1);
            }
            if (b < ' ' || b == '\\') {
                return null;
            }
        }
        return null;
    }

    private boolean passes(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (at == document.length || document[at++] != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private boolean passes(char wanted) {
        if (next() != wanted) {
            return false;
        }
        at++;
        return true;
    }

    /// What comes after blanks, or -1 at the end.
    private int next() {
        while (at < document.length) {
            byte b = document[at];
            if (b != ' ' && b != '\t' && b != '\n' && b != '\r') {
                return b & 0xFF;
            }
            at++;
        }
        return -1;
    }
}
