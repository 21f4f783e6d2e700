package hongli.web.mall.attack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Values that a schema allows: what an honest caller could send.
final class Samples {
    private static final int DEEPEST = 8;

    private Samples() {}

    /// An object with all its fields.
    static Map<String, Object> body(Route route, JsonNode schema) {
        return object(route, schema, 0);
    }

    private static Map<String, Object> object(Route route, JsonNode schema, int depth) {
        Map<String, Object> body = new LinkedHashMap<>();
        schema.path("properties")
                .propertyStream()
                .forEach(property -> body.put(property.getKey(), value(route, property.getValue(), depth + 1)));
        return body;
    }

    /// Something that fits.
    static Object value(Route route, JsonNode unresolved, int depth) {
        JsonNode schema = route.resolved(unresolved);
        if (schema.has("oneOf")) {
            return value(route, schema.get("oneOf").get(0), depth);
        }
        if (schema.has("enum")) {
            return schema.get("enum").get(0).asString();
        }
        return switch (type(schema)) {
            case "integer" -> Math.max(1, schema.path("minimum").asLong(1));
            case "boolean" -> true;
            case "array" -> depth > DEEPEST ? List.of() : List.of(value(route, schema.path("items"), depth + 1));
            case "object" -> object(route, schema, depth);
            default -> text(schema);
        };
    }

    static String type(JsonNode schema) {
        JsonNode type = schema.path("type");
        if (type.isArray()) {
            return type.get(0).asString();
        }
        if (type.isMissingNode()) {
            return schema.has("properties") ? "object" : "string";
        }
        return type.asString();
    }

    private static String text(JsonNode schema) {
        if (schema.has("examples")) {
            return schema.get("examples").get(0).asString();
        }
        String format = schema.path("format").asString("");
        if (format.equals("date")) {
            return "2026-03-02";
        }
        if (format.equals("date-time")) {
            return "2026-03-02T00:00:00Z";
        }
        String pattern = schema.path("pattern").asString("");
        if (pattern.contains("{1,2}") || pattern.contains("{2}")) {
            return "1.00";
        }
        if (pattern.contains("{6}")) {
            return "123456";
        }
        return "abc"
                .repeat(4)
                .substring(0, Math.min(12, schema.path("maxLength").asInt(12)));
    }

    /// The places in a body at which a value stands, however deep: as paths of names and numbers.
    static List<List<Object>> places(@Nullable Object body) {
        List<List<Object>> places = new ArrayList<>();
        walk(body, List.of(), places);
        return places;
    }

    private static void walk(@Nullable Object value, List<Object> here, List<List<Object>> places) {
        if (!here.isEmpty()) {
            places.add(here);
        }
        switch (value) {
            case Map<?, ?> fields -> fields.forEach((name, inner) -> walk(inner, longer(here, name), places));
            case List<?> items -> {
                for (int i = 0; i < items.size(); i++) {
                    walk(items.get(i), longer(here, i), places);
                }
            }
            case null, default -> {}
        }
    }

    private static List<Object> longer(List<Object> path, Object next) {
        List<Object> longer = new ArrayList<>(path);
        longer.add(next);
        return longer;
    }

    /// A copy of `body` in which something else stands at a place.
    static Object with(Object body, List<Object> place, @Nullable Object other) {
        if (place.isEmpty()) {
            return other == null ? Map.of() : other;
        }
        Object head = place.getFirst();
        List<Object> rest = place.subList(1, place.size());
        if (body instanceof Map<?, ?> fields) {
            Map<Object, @Nullable Object> copy = new LinkedHashMap<>(fields);
            copy.put(head, rest.isEmpty() ? other : with(inner(copy.get(head)), rest, other));
            return copy;
        }
        List<@Nullable Object> copy = new ArrayList<>((List<?>) body);
        int at = (int) head;
        copy.set(at, rest.isEmpty() ? other : with(inner(copy.get(at)), rest, other));
        return copy;
    }

    private static Object inner(@Nullable Object value) {
        return value == null ? Map.of() : value;
    }
}
