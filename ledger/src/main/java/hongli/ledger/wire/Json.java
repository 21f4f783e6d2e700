package hongli.ledger.wire;

import hongli.economy.terms.Fault;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/// Strict JSON: one object in UTF-8, no name twice, nothing after it, at most eight levels deep.
///
/// Texts become `String`, `true` and `false` `Boolean`, lists `List`, objects `Map`; a number stays a `BigDecimal` and
/// is never taken for the text that looks like it; `null` stays null.
public final class Json {
    /// The longest document that is read, in bytes or characters.
    public static final int MAX_LENGTH = 1 << 18;

    private static final int MAX_DEPTH = 8;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxDocumentLength(MAX_LENGTH)
                    .maxStringLength(MAX_LENGTH)
                    .maxNumberLength(200)
                    .maxNameLength(200)
                    .build())
            .build();

    /// What a document says.
    public sealed interface Reading {
        /// One object.
        record Parsed(Map<String, @Nullable Object> fields) implements Reading {}

        /// No object, and why.
        record Faulty(Fault fault) implements Reading {}
    }

    private static final class Twice extends RuntimeException {
        private static final long serialVersionUID = 1;

        Twice(String name) {
            super(name, null, false, false);
        }
    }

    private Json() {}

    /// Reads one object; faults are `not_utf8`, `too_large` and those of [#object(String)].
    public static Reading object(byte[] document) {
        if (document.length > MAX_LENGTH) {
            return tooLarge(document.length);
        }
        Map<String, @Nullable Object> plain = PlainObject.read(document);
        return plain == null ? parsed(document) : new Reading.Parsed(plain);
    }

    private static Reading parsed(byte[] document) {
        try {
            return object(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(document))
                    .toString());
        } catch (CharacterCodingException _) {
            return faulty("not_utf8", "UTF-8", "other bytes");
        }
    }

    /// Reads one object; faults are `too_large`, `too_deep`, `not_json`, `not_an_object`, `duplicate_field` and
    /// `trailing_content`.
    public static Reading object(String document) {
        if (document.length() > MAX_LENGTH) {
            return tooLarge(document.length());
        }
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), document)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return faulty("not_an_object", "an object in braces", document);
            }
            Map<String, @Nullable Object> fields = fields(parser);
            return parser.nextToken() == null
                    ? new Reading.Parsed(fields)
                    : faulty("trailing_content", "nothing after the object", "more");
        } catch (Twice twice) {
            return faulty("duplicate_field", "every name once", String.valueOf(twice.getMessage()));
        } catch (StreamConstraintsException _) {
            return faulty("too_deep", "at most " + MAX_DEPTH + " levels, names and numbers of at most 200", document);
        } catch (JacksonException _) {
            return faulty("not_json", "JSON (RFC 8259)", document);
        }
    }

    /// Writes `value` as compact JSON: no blanks, names in the order of the map.
    public static String text(@Nullable Object value) {
        var out = new StringBuilder(128);
        JsonText.append(out, value);
        return out.toString();
    }

    private static Map<String, @Nullable Object> fields(JsonParser parser) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            if (fields.containsKey(name)) {
                throw new Twice(name);
            }
            fields.put(name, value(parser, parser.nextToken()));
        }
        return fields;
    }

    private static List<@Nullable Object> items(JsonParser parser) {
        List<@Nullable Object> items = new ArrayList<>();
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            items.add(value(parser, token));
        }
        return items;
    }

    private static @Nullable Object value(JsonParser parser, JsonToken token) {
        return switch (token) {
            case START_OBJECT -> fields(parser);
            case START_ARRAY -> items(parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case NOT_AVAILABLE, END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
                throw new IllegalStateException("token must begin a value: token=" + token);
        };
    }

    private static Reading tooLarge(int length) {
        return faulty("too_large", "at most " + MAX_LENGTH + " bytes", String.valueOf(length));
    }

    private static Reading faulty(String code, String expected, String found) {
        return new Reading.Faulty(new Fault("body", code, expected, found));
    }
}
