package hongli.mall.goods;

import hongli.economy.exact.Money;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What a product is offered as: everything that the platform approves before customers see it.
///
/// @param freight the freight template it is sent by, or null where delivery costs nothing
/// @param pictures numbers of pictures, the first one stands in lists
public record Offer(
        String title,
        String description,
        @Nullable Long category,
        @Nullable Long brand,
        @Nullable Long freight,
        List<Long> pictures,
        List<Variant> variants) {
    public Offer {
        pictures = List.copyOf(pictures);
        variants = List.copyOf(variants);
    }

    /// One thing that can be put into a basket.
    ///
    /// @param sku the merchant's own name for it, once in a merchant
    /// @param specification what tells it from the others: colour → red
    /// @param cost what it cost the merchant; never shown to customers
    /// @param tierPrices prices for V1, V2, …; where one is missing the price counts
    public record Variant(
            String sku,
            SortedMap<String, String> specification,
            Money price,
            Money cost,
            List<Money> tierPrices,
            int grams) {
        public Variant {
            specification = new TreeMap<>(specification);
            tierPrices = List.copyOf(tierPrices);
        }
    }
}
