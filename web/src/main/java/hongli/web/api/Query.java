package hongli.web.api;

import hongli.economy.terms.Fault;
import hongli.web.problem.Problem;
import hongli.web.problem.Trouble;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.util.StringUtils;

/// What stands behind the question mark of an address: known names only, each once.
///
/// An unknown name is refused: a misspelt `dry` must not turn a question into a deed.
public final class Query {
    private final Map<String, String> values;

    private Query(Map<String, String> values) {
        this.values = values;
    }

    /// Reads the query of `request`, in which only `names` may occur.
    public static Query of(HttpServletRequest request, String... names) {
        Map<String, String> values = new HashMap<>();
        String text = request.getQueryString();
        if (text == null || text.isEmpty()) {
            return new Query(values);
        }
        Set<String> known = Set.of(names);
        for (String part : text.split("&", -1)) {
            int equals = part.indexOf('=');
            String name = decoded(equals < 0 ? part : part.substring(0, equals));
            String value = equals < 0 ? "" : decoded(part.substring(equals + 1));
            if (!known.contains(name)) {
                throw unsound(name, "unknown_parameter", known.isEmpty() ? "none" : String.join(", ", names), value);
            }
            if (values.put(name, value) != null) {
                throw unsound(name, "duplicate_field", "every name once", value);
            }
        }
        return new Query(values);
    }

    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public boolean flag(String name) {
        String value = values.getOrDefault(name, "false");
        if (!value.equals("true") && !value.equals("false")) {
            throw unsound(name, "wrong_form", "true or false", value);
        }
        return value.equals("true");
    }

    /// A whole number from `least` to `most`, `otherwise` where it is not given.
    public long number(String name, long otherwise, long least, long most) {
        String value = values.get(name);
        if (value == null) {
            return otherwise;
        }
        if (value.matches("[0-9]{1,18}")) {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw unsound(name, "out_of_range", "a whole number from " + least + " to " + most, value);
    }

    /// How many items a page has.
    public int limit(int otherwise, int most) {
        return (int) number("limit", otherwise, 1, most);
    }

    public static RuntimeException unsound(String name, String code, String expected, String found) {
        return Problem.of(Trouble.QUERY_UNSOUND, List.of(new Fault(name, code, expected, found)))
                .rejection();
    }

    private static String decoded(String text) {
        try {
            String latin = StringUtils.uriDecode(text.replace('+', ' '), StandardCharsets.ISO_8859_1);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(latin.getBytes(StandardCharsets.ISO_8859_1)))
                    .toString();
        } catch (IllegalArgumentException | CharacterCodingException _) {
            throw unsound("?", "wrong_form", "percent-encoded UTF-8", text);
        }
    }
}
