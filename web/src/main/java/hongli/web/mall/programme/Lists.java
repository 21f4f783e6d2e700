package hongli.web.mall.programme;

import hongli.mall.refusal.General;
import hongli.mall.table.Listing;
import hongli.web.api.Query;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Lists as they are asked for and answered: `sort`, `cursor` and `limit`; `items` and `next`.
final class Lists {
    private static final int USUAL = 50;
    private static final int MOST = 200;

    private Lists() {}

    /// The number that stands in an address; what is none leads nowhere.
    static long id(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw General.NOT_FOUND.with();
        }
        return Long.parseLong(text);
    }

    static Listing.Wish wish(Query query) {
        return new Listing.Wish(
                query.text("sort").orElse(null), query.text("cursor").orElse(null), query.limit(USUAL, MOST));
    }

    /// The constant of `type` that a parameter names in small letters.
    static <E extends Enum<E>> Optional<E> word(Query query, String name, Class<E> type) {
        return query.text(name)
                .map(text -> Arrays.stream(type.getEnumConstants())
                        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text))
                        .findFirst()
                        .orElseThrow(() -> Query.unsound(name, "one_of", words(type), text)));
    }

    private static <E extends Enum<E>> String words(Class<E> type) {
        return String.join(
                ", ",
                Arrays.stream(type.getEnumConstants())
                        .map(each -> each.name().toLowerCase(Locale.ROOT))
                        .toList());
    }
}
