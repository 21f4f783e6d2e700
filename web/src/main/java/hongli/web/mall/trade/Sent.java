package hongli.web.mall.trade;

import hongli.mall.refusal.General;
import hongli.mall.table.Listing;
import hongli.web.api.Body;
import hongli.web.api.Query;
import hongli.web.mall.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What requests of these rooms have in common.
final class Sent {
    private static final int USUAL = 16_384;
    private static final int MOST_ITEMS = 200;

    private Sent() {}

    static Form form(HttpServletRequest request) throws IOException {
        return Form.of(Body.read(request, USUAL, List.of(Body.JSON)));
    }

    /// The number in an address; what is none leads nowhere.
    static long id(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw General.NOT_FOUND.with();
        }
        return Long.parseLong(text);
    }

    /// The query of a list, in which these names and those of paging may occur.
    static Query query(HttpServletRequest request, String... names) {
        String[] all = Arrays.copyOf(names, names.length + 3);
        all[names.length] = "sort";
        all[names.length + 1] = "cursor";
        all[names.length + 2] = "limit";
        return Query.of(request, all);
    }

    static Listing.Wish wish(Query query) {
        return new Listing.Wish(
                query.text("sort").orElse(null), query.text("cursor").orElse(null), query.limit(20, MOST_ITEMS));
    }

    static <E extends Enum<E>> @Nullable E word(Query query, String name, Class<E> type) {
        Optional<String> asked = query.text(name);
        if (asked.isEmpty()) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (word(constant).equals(asked.get())) {
                return constant;
            }
        }
        throw Query.unsound(name, "unknown_name", Arrays.toString(type.getEnumConstants()), asked.get());
    }

    static @Nullable Long number(Query query, String name) {
        return query.text(name).isEmpty() ? null : Long.valueOf(query.number(name, 0, 0, Long.MAX_VALUE));
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
