package hongli.ledger.wire;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The fields of a JSON object, each asked for by its name and kind; what is not so is an `IllegalArgumentException`
/// that names the field.
public record Fields(Map<String, @Nullable Object> map) {
    /// Reads one object.
    public static Fields parse(String document) {
        return of(Json.object(document));
    }

    /// Reads one object from UTF-8.
    public static Fields parse(byte[] document) {
        return of(Json.object(document));
    }

    private static Fields of(Json.Reading reading) {
        return switch (reading) {
            case Json.Reading.Parsed(var fields) -> new Fields(fields);
            case Json.Reading.Faulty(var fault) ->
                throw new IllegalArgumentException("text must be one JSON object: fault=" + fault.code());
        };
    }

    /// A text.
    public String text(String name) {
        if (map.get(name) instanceof String text) {
            return text;
        }
        throw faulty(name, "a text");
    }

    /// A whole number that fits.
    public long number(String name) {
        try {
            if (map.get(name) instanceof BigDecimal number) {
                return number.longValueExact();
            }
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("field must be a whole number that fits: name=" + name, e);
        }
        throw faulty(name, "a number");
    }

    /// An object.
    public Fields object(String name) {
        return object(name, map.get(name));
    }

    /// A list of objects.
    public List<Fields> objects(String name) {
        List<Fields> objects = new ArrayList<>();
        for (Object item : items(name)) {
            objects.add(object(name, item));
        }
        return objects;
    }

    /// A list of texts.
    public List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (Object item : items(name)) {
            if (!(item instanceof String text)) {
                throw faulty(name, "a list of texts");
            }
            texts.add(text);
        }
        return texts;
    }

    private List<?> items(String name) {
        if (map.get(name) instanceof List<?> items) {
            return items;
        }
        throw faulty(name, "a list");
    }

    private static Fields object(String name, @Nullable Object value) {
        if (!(value instanceof Map<?, ?> found)) {
            throw faulty(name, "an object");
        }
        Map<String, @Nullable Object> copy = new LinkedHashMap<>();
        found.forEach((key, item) -> copy.put(String.valueOf(key), item));
        return new Fields(copy);
    }

    private static IllegalArgumentException faulty(String name, String kind) {
        return new IllegalArgumentException("field must be " + kind + ": name=" + name);
    }
}
