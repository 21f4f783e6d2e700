package hongli.web.mall;

import hongli.economy.exact.Money;
import hongli.economy.terms.Fault;
import hongli.ledger.wire.Json;
import hongli.mall.refusal.Refusal;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The fields that a caller sent: each is read by its name, and whatever is wrong is told at once when all were read.
///
/// A field that is faulty reads as something harmless, so that reading goes on; [#end] must be called before anything
/// is done with what was read. A field that nobody reads is a fault: nobody sets what is not theirs to set.
public final class Form {
    private final Map<String, @Nullable Object> fields;
    private final Set<String> read = new HashSet<>();
    private final List<Fault> faults;
    private final String place;

    private Form(Map<String, @Nullable Object> fields, String place, List<Fault> faults) {
        this.fields = fields;
        this.place = place;
        this.faults = faults;
    }

    /// Reads one object of JSON.
    ///
    /// @throws Refusal where it is none
    public static Form of(byte[] body) {
        return switch (Json.object(body)) {
            case Json.Reading.Parsed(var fields) -> new Form(fields, "", new ArrayList<>());
            case Json.Reading.Faulty(var fault) -> throw Refusal.of(List.of(fault));
        };
    }

    /// A text of at least one and at most `most` characters, without control characters but line ends and tabs; spaces
    /// at both ends are left out.
    public String text(String name, int most) {
        return findText(name, most).orElseGet(() -> missing(name, "a text", ""));
    }

    /// As [#text], where the field may be missing, null or blank.
    public Optional<String> findText(String name, int most) {
        return find(name, "a text of at most " + most + " characters", value -> {
                    if (!(value instanceof String text)) {
                        return null;
                    }
                    String stripped = text.strip();
                    boolean sound = stripped.codePointCount(0, stripped.length()) <= most && !isUnseen(stripped);
                    return sound ? stripped : null;
                })
                .filter(text -> !text.isEmpty());
    }

    private static boolean isUnseen(String text) {
        return text.codePoints().anyMatch(Form::isUnseen);
    }

    private static boolean isUnseen(int point) {
        int type = Character.getType(point);
        return Character.isISOControl(point) && point != '\n' && point != '\r' && point != '\t'
                || type == Character.SURROGATE;
    }

    /// An amount in yuan with at most two decimals, at least 0, as a text: `"12.50"`.
    public Money money(String name) {
        return findMoney(name).orElseGet(() -> missing(name, "an amount like \"12.50\"", Money.ZERO));
    }

    public Optional<Money> findMoney(String name) {
        return find(name, "an amount like \"12.50\"", Form::money);
    }

    private static @Nullable Money money(Object value) {
        boolean sound = value instanceof String text && text.matches("[0-9]{1,12}(\\.[0-9]{1,2})?");
        return sound
                ? new Money(new BigDecimal((String) value).movePointRight(2).longValueExact())
                : null;
    }

    /// A whole number from `least` to `most`.
    public long number(String name, long least, long most) {
        return findNumber(name, least, most).orElseGet(() -> missing(name, range(least, most), least));
    }

    public Optional<Long> findNumber(String name, long least, long most) {
        return find(name, range(least, most), value -> {
            if (!(value instanceof BigDecimal number)
                    || number.precision() > 30
                    || number.stripTrailingZeros().scale() > 0) {
                return null;
            }
            boolean within =
                    number.compareTo(BigDecimal.valueOf(least)) >= 0 && number.compareTo(BigDecimal.valueOf(most)) <= 0;
            return within ? number.longValueExact() : null;
        });
    }

    private static String range(long least, long most) {
        return "a whole number from " + least + " to " + most;
    }

    /// True or false; `otherwise` where the field is missing.
    public boolean flag(String name, boolean otherwise) {
        return find(name, "true or false", value -> value instanceof Boolean flag ? flag : null)
                .orElse(otherwise);
    }

    /// One of the constants of `type`, in small letters.
    public <E extends Enum<E>> E word(String name, Class<E> type) {
        return findWord(name, type).orElseGet(() -> missing(name, words(type), type.getEnumConstants()[0]));
    }

    public <E extends Enum<E>> Optional<E> findWord(String name, Class<E> type) {
        return find(name, words(type), value -> {
            for (E constant : type.getEnumConstants()) {
                if (constant.name().toLowerCase(Locale.ROOT).equals(value)) {
                    return constant;
                }
            }
            return null;
        });
    }

    private static <E extends Enum<E>> String words(Class<E> type) {
        List<String> words = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            words.add(constant.name().toLowerCase(Locale.ROOT));
        }
        return String.join(", ", words);
    }

    /// Texts in order, at most `most` of them and each at most `longest` characters; none where the field is missing.
    public List<String> texts(String name, int most, int longest) {
        return find(name, "at most " + most + " texts", value -> {
                    if (!(value instanceof List<?> list) || list.size() > most) {
                        return null;
                    }
                    List<String> texts = new ArrayList<>();
                    for (Object each : list) {
                        if (!(each instanceof String text)
                                || text.isBlank()
                                || text.length() > longest
                                || isUnseen(text)) {
                            return null;
                        }
                        texts.add(text.strip());
                    }
                    return texts;
                })
                .orElse(List.of());
    }

    /// Whole numbers above 0 in order, at most `most` of them; none where the field is missing.
    public List<Long> numbers(String name, int most) {
        return find(name, "at most " + most + " whole numbers above 0", value -> {
                    if (!(value instanceof List<?> list) || list.size() > most) {
                        return null;
                    }
                    List<Long> numbers = new ArrayList<>();
                    for (Object each : list) {
                        if (!(each instanceof BigDecimal number)
                                || !number.toString().matches("[1-9][0-9]{0,17}")) {
                            return null;
                        }
                        numbers.add(number.longValueExact());
                    }
                    return numbers;
                })
                .orElse(List.of());
    }

    /// Objects in order, at most `most` of them; none where the field is missing. Their faults are told with these.
    public List<Form> forms(String name, int most) {
        return find(name, "at most " + most + " objects", value -> {
                    if (!(value instanceof List<?> list) || list.size() > most) {
                        return null;
                    }
                    List<Form> forms = new ArrayList<>();
                    for (Object each : list) {
                        if (!(each instanceof Map<?, ?> inner)) {
                            return null;
                        }
                        forms.add(inner(inner, name + "[" + forms.size() + "]"));
                    }
                    return forms;
                })
                .orElse(List.of());
    }

    /// An object as it was sent, for those who read and judge it by rules of their own; empty where it is missing.
    public Map<String, ?> object(String name) {
        Optional<Map<String, @Nullable Object>> found = find(name, "an object", value -> {
            if (!(value instanceof Map<?, ?> inner)) {
                return null;
            }
            Map<String, @Nullable Object> named = new LinkedHashMap<>();
            inner.forEach((key, each) -> named.put(String.valueOf(key), each));
            return named;
        });
        return found.orElseGet(() -> missing(name, "an object", Map.of()));
    }

    private Form inner(Map<?, ?> inner, String name) {
        Map<String, @Nullable Object> named = new LinkedHashMap<>();
        inner.forEach((key, value) -> named.put(String.valueOf(key), value));
        return new Form(named, place + name + ".", faults);
    }

    /// Notes that a field must be otherwise; told with the other faults.
    public void fault(String name, String code, String expected, String found) {
        faults.add(new Fault(place + name, code, expected, found));
    }

    /// Ends reading: forms within must have been ended before.
    ///
    /// @throws Refusal where anything is wrong, with all of it
    public void end() {
        for (String name : fields.keySet()) {
            if (!read.contains(name)) {
                fault(
                        name,
                        "unknown_field",
                        String.join(", ", read.stream().sorted().toList()),
                        "");
            }
        }
        if (place.isEmpty() && !faults.isEmpty()) {
            throw Refusal.of(faults);
        }
    }

    private <T> Optional<T> find(String name, String expected, Function<Object, @Nullable T> reader) {
        read.add(name);
        Object value = fields.get(name);
        if (value == null) {
            return Optional.empty();
        }
        T sound = reader.apply(value);
        if (sound == null) {
            fault(name, "wrong_form", expected, String.valueOf(value));
        }
        return Optional.ofNullable(sound);
    }

    private <T> T missing(String name, String expected, T harmless) {
        boolean told = faults.stream().anyMatch(fault -> fault.field().equals(place + name));
        if (!told) {
            fault(name, "missing", expected, "");
        }
        return harmless;
    }
}
