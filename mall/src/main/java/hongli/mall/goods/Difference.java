package hongli.mall.goods;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One field in which a draft is not what is approved.
///
/// @param field where: `title`, `variants[RED-75].price`
/// @param before what is approved, or null where there was nothing
/// @param after what is drafted, or null where there is nothing any more
public record Difference(
        String field, @Nullable Object before, @Nullable Object after) {
    /// All differences, in the order of the fields; variants are told apart by their SKU.
    public static List<Difference> between(@Nullable Offer before, Offer after) {
        List<Difference> found = new ArrayList<>();
        compare(found, "", plain(before), plain(after));
        Map<String, Offer.Variant> old = variants(before);
        Map<String, Offer.Variant> fresh = variants(after);
        Set<String> skus = new LinkedHashSet<>(fresh.keySet());
        skus.addAll(old.keySet());
        for (String sku : skus) {
            compare(found, "variants[" + sku + "].", fields(old.get(sku)), fields(fresh.get(sku)));
        }
        return List.copyOf(found);
    }

    private static void compare(
            List<Difference> found,
            String place,
            Map<String, ? extends @Nullable Object> before,
            Map<String, ? extends @Nullable Object> after) {
        Set<String> names = new LinkedHashSet<>(after.keySet());
        names.addAll(before.keySet());
        for (String name : names) {
            if (!Objects.equals(before.get(name), after.get(name))) {
                found.add(new Difference(place + name, before.get(name), after.get(name)));
            }
        }
    }

    private static Map<String, @Nullable Object> plain(@Nullable Offer offer) {
        Map<String, @Nullable Object> fields = offer == null ? new LinkedHashMap<>() : OfferJson.fields(offer);
        fields.remove("variants");
        return fields;
    }

    private static Map<String, Offer.Variant> variants(@Nullable Offer offer) {
        Map<String, Offer.Variant> variants = new LinkedHashMap<>();
        if (offer != null) {
            offer.variants().forEach(variant -> variants.put(variant.sku(), variant));
        }
        return variants;
    }

    private static Map<String, Object> fields(Offer.@Nullable Variant variant) {
        return variant == null ? Map.of() : OfferJson.fields(variant);
    }
}
