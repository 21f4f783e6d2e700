package hongli.mall.goods;

import hongli.economy.exact.Money;
import hongli.ledger.wire.Json;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Offers as JSON: in the tables, in the audit log and to the outside, amounts as yuan in texts.
public final class OfferJson {
    private OfferJson() {}

    /// The fields of an offer.
    public static Map<String, @Nullable Object> fields(Offer offer) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("title", offer.title());
        fields.put("description", offer.description());
        fields.put("category", offer.category());
        fields.put("brand", offer.brand());
        fields.put("freight", offer.freight());
        fields.put("pictures", offer.pictures());
        fields.put("variants", offer.variants().stream().map(OfferJson::fields).toList());
        return fields;
    }

    static Map<String, Object> fields(Offer.Variant variant) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("sku", variant.sku());
        fields.put("specification", variant.specification());
        fields.put("price", variant.price().toString());
        fields.put("cost", variant.cost().toString());
        fields.put(
                "tierPrices", variant.tierPrices().stream().map(Money::toString).toList());
        fields.put("grams", variant.grams());
        return fields;
    }

    /// Reads what [#fields(Offer)] wrote.
    static Offer parse(String json) {
        Map<?, ?> fields = object(json);
        return new Offer(
                text(fields, "title"),
                text(fields, "description"),
                id(fields.get("category")),
                id(fields.get("brand")),
                id(fields.get("freight")),
                list(fields, "pictures").stream().map(each -> number(each)).toList(),
                list(fields, "variants").stream().map(OfferJson::variant).toList());
    }

    private static Offer.Variant variant(Object each) {
        var fields = (Map<?, ?>) each;
        return new Offer.Variant(
                text(fields, "sku"),
                words(fields.get("specification")),
                money(fields.get("price")),
                money(fields.get("cost")),
                list(fields, "tierPrices").stream().map(OfferJson::money).toList(),
                Math.toIntExact(number(fields.get("grams"))));
    }

    /// Reads a specification.
    public static SortedMap<String, String> words(String json) {
        return words(object(json));
    }

    private static SortedMap<String, String> words(@Nullable Object value) {
        SortedMap<String, String> words = new TreeMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, word) -> words.put(String.valueOf(name), String.valueOf(word)));
        }
        return words;
    }

    private static Map<String, @Nullable Object> object(String json) {
        return switch (Json.object(json)) {
            case Json.Reading.Parsed(var fields) -> fields;
            case Json.Reading.Faulty(var fault) ->
                throw new IllegalStateException("what was kept must be readable: fault=" + fault);
        };
    }

    private static String text(Map<?, ?> fields, String name) {
        return String.valueOf(fields.get(name));
    }

    private static List<?> list(Map<?, ?> fields, String name) {
        return fields.get(name) instanceof List<?> list ? list : List.of();
    }

    private static @Nullable Long id(@Nullable Object value) {
        return value == null ? null : number(value);
    }

    private static long number(@Nullable Object value) {
        return new BigDecimal(String.valueOf(value)).longValueExact();
    }

    private static Money money(@Nullable Object value) {
        return new Money(new BigDecimal(String.valueOf(value)).movePointRight(2).longValueExact());
    }
}
