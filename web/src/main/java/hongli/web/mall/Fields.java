package hongli.web.mall;

import hongli.economy.exact.Money;
import hongli.mall.table.Page;
import java.lang.reflect.RecordComponent;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Records as fields of JSON under the names of their components: amounts in yuan as texts, times as ISO 8601,
/// constants in small letters, and words in order (a specification) as a list of names and values.
public final class Fields {
    private Fields() {}

    /// The fields of a record.
    public static Map<String, @Nullable Object> of(Record value) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            try {
                fields.put(component.getName(), plain(component.getAccessor().invoke(value)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("a record must be open: type=" + value.getClass(), e);
            }
        }
        return fields;
    }

    /// A page of records: `items`, and `next` where there is more.
    public static Map<String, @Nullable Object> of(Page<? extends Record> page) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("items", plain(page.items()));
        fields.put("next", page.next().orElse(null));
        return fields;
    }

    /// A page told by `told`: `items`, and `next` only where there is more.
    public static <T> Map<String, Object> page(Page<T> page, Function<T, ? extends Map<String, ?>> told) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("items", page.items().stream().map(told).toList());
        page.next().ifPresent(next -> fields.put("next", next));
        return fields;
    }

    /// A whole list of records, as a page without a next one.
    public static Map<String, @Nullable Object> of(List<? extends Record> items) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("items", plain(items));
        return fields;
    }

    /// A constant as it is called outside: in small letters.
    public static String word(Enum<?> constant) {
        return Written.word(constant);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
            case Record inner when !(inner instanceof Money) -> of(inner);
            case Enum<?> constant -> word(constant);
            case Money money -> money.toString();
            case Temporal time -> time.toString();
            case SortedMap<?, ?> words -> words(words);
            case Map<?, ?> inner -> map(inner);
            case Collection<?> many -> list(many);
            case null, default -> value;
        };
    }

    private static List<@Nullable Object> list(Collection<?> many) {
        List<@Nullable Object> list = new ArrayList<>();
        for (Object each : many) {
            list.add(plain(each));
        }
        return list;
    }

    private static Map<String, @Nullable Object> map(Map<?, ?> inner) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        inner.forEach((name, each) -> map.put(String.valueOf(name), plain(each)));
        return map;
    }

    private static List<Map<String, Object>> words(SortedMap<?, ?> words) {
        List<Map<String, Object>> list = new ArrayList<>();
        words.forEach((name, word) -> list.add(Map.of("name", String.valueOf(name), "value", String.valueOf(word))));
        return list;
    }
}
