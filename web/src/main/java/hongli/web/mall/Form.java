package hongli.web.mall;

import hongli.economy.exact.Money;
import hongli.economy.terms.Fault;
import hongli.ledger.wire.Json;
import hongli.mall.refusal.Refusal;
import hongli.web.api.Body;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
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
    private static final int USUAL_BYTES = 1 << 16;

    private final Map<String, @Nullable Object> fields;
    private final Set<String> read = new HashSet<>();
    private final List<Fault> faults;
    private final String place;

    private Form(Map<String, @Nullable Object> fields, String place, List<Fault> faults) {
        this.fields = fields;
        this.place = place;
        this.faults = faults;
    }

    /// Reads the body of a request, which is one object of JSON of a size that forms have.
    ///
    /// @throws Refusal where it is none
    public static Form of(HttpServletRequest request) throws IOException {
        return of(request, USUAL_BYTES);
    }

    /// As [#of(HttpServletRequest)], of at most so many bytes.
    public static Form of(HttpServletRequest request, int mostBytes) throws IOException {
        return of(Body.read(request, mostBytes, List.of(Body.JSON)));
    }

    static Form of(byte[] body) {
        return switch (Json.object(body)) {
            case Json.Reading.Parsed(var fields) -> new Form(fields, "", new ArrayList<>());
            case Json.Reading.Faulty(var fault) -> throw Refusal.of(List.of(fault));
        };
    }

    /// One line of a file; its faults are told with those of all lines.
    static Form ofLine(Map<String, @Nullable Object> fields, int line, List<Fault> faults) {
        return new Form(fields, "lines[" + line + "].", faults);
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
                    boolean sound =
                            stripped.codePointCount(0, stripped.length()) <= most && Written.isReadable(stripped);
                    return sound ? stripped : null;
                })
                .filter(text -> !text.isEmpty());
    }

    /// An amount in yuan with at most two decimals, at least 0, as a text: `"12.50"`.
    public Money money(String name) {
        return findMoney(name).orElseGet(() -> missing(name, Written.MONEY, Money.ZERO));
    }

    public Optional<Money> findMoney(String name) {
        return findRead(name, Written.MONEY, Written::money);
    }

    /// A day from 2000 to 2199: `"2026-02-28"`.
    public LocalDate day(String name) {
        return findDay(name).orElseGet(() -> missing(name, Written.DAY, LocalDate.EPOCH));
    }

    public Optional<LocalDate> findDay(String name) {
        return findRead(name, Written.DAY, Written::day);
    }

    /// A time from 2000 to 2199: `"2026-02-28T00:00:00Z"`.
    public Instant time(String name) {
        return findRead(name, Written.TIME, Written::time).orElseGet(() -> missing(name, Written.TIME, Instant.EPOCH));
    }

    private <T> Optional<T> findRead(String name, String expected, Function<String, Optional<T>> reader) {
        return find(
                name,
                expected,
                value -> value instanceof String text ? reader.apply(text).orElse(null) : null);
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
        return findWord(name, type).orElseGet(() -> missing(name, Written.words(type), type.getEnumConstants()[0]));
    }

    public <E extends Enum<E>> Optional<E> findWord(String name, Class<E> type) {
        return find(
                name, Written.words(type), value -> Written.word(value, type).orElse(null));
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
                                || !Written.isReadable(text)) {
                            return null;
                        }
                        texts.add(text.strip());
                    }
                    return texts;
                })
                .orElse(List.of());
    }

    /// Amounts in order, as [#money] reads them, at most `most` of them; none where the field is missing.
    public List<Money> moneys(String name, int most) {
        List<Money> moneys = new ArrayList<>();
        for (String text : texts(name, most, 20)) {
            Written.money(text).ifPresentOrElse(moneys::add, () -> fault(name, "wrong_form", Written.MONEY, text));
        }
        return moneys;
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
                        Written.shortened(name),
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
            fault(name, "wrong_form", expected, Written.shortened(String.valueOf(value)));
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
