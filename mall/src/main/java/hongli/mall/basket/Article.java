package hongli.mall.basket;

import hongli.economy.exact.Money;
import hongli.mall.freight.Tariff;
import hongli.mall.goods.Kind;
import hongli.mall.price.Item;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A variant of a product, as far as buying it goes.
///
/// @param specification what tells it from other variants, as JSON
/// @param categories the category it is in and all above it
/// @param unit one piece for this buyer's tier, at most the list price
/// @param stock what can still be sold; days of bookings have their own
/// @param forSale whether it is on the shelf of a merchant that is open
public record Article(
        long variant,
        long product,
        long merchant,
        Kind kind,
        String title,
        String specification,
        List<Long> pictures,
        Set<Long> categories,
        Money list,
        Money unit,
        Money cost,
        long grams,
        Optional<Tariff> tariff,
        long stock,
        boolean forSale) {
    public Article {
        pictures = List.copyOf(pictures);
        categories = Set.copyOf(categories);
    }

    /// The same where nothing of it is sent.
    public Article unsent() {
        return new Article(
                variant,
                product,
                merchant,
                kind,
                title,
                specification,
                pictures,
                categories,
                list,
                unit,
                cost,
                grams,
                Optional.empty(),
                stock,
                forSale);
    }

    /// So many of it, to be priced.
    public Item item(Item.Key key, long quantity) {
        return new Item(key, merchant, categories, quantity, list, unit, grams, tariff);
    }
}
