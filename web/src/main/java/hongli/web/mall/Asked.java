package hongli.web.mall;

import hongli.economy.exact.Money;
import hongli.mall.refusal.General;
import hongli.mall.table.Listing;
import hongli.web.api.Query;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a list is asked for in an address: filters by their names, and `sort`, `cursor` and `limit`.
public final class Asked {
    private static final int USUAL = 20;
    private static final int MOST = 100;

    private final Query query;

    private Asked(Query query) {
        this.query = query;
    }

    /// Reads the query of `request`, in which only `names` may occur, and what every list has.
    public static Asked of(HttpServletRequest request, String... names) {
        return new Asked(Query.of(
                request,
                Stream.concat(Stream.of("sort", "cursor", "limit"), Arrays.stream(names))
                        .toArray(String[]::new)));
    }

    /// The number that an address names.
    ///
    /// @throws hongli.mall.refusal.Refusal where it is none: nothing has such a number
    public static long id(String text) {
        if (!text.matches("[1-9][0-9]{0,17}")) {
            throw General.NOT_FOUND.with();
        }
        return Long.parseLong(text);
    }

    public Listing.Wish wish() {
        return new Listing.Wish(text("sort", 40), text("cursor", 2_000), query.limit(USUAL, MOST));
    }

    public @Nullable String text(String name, int most) {
        String text = query.text(name).orElse(null);
        if (text != null && text.length() > most) {
            throw Query.unsound(name, "too_large", "at most " + most + " characters", text);
        }
        return text != null && text.indexOf('\0') >= 0 ? text.replace("\0", "") : text;
    }

    public @Nullable Long number(String name) {
        return query.text(name).isEmpty() ? null : Long.valueOf(query.number(name, 0, 0, Long.MAX_VALUE));
    }

    public @Nullable Boolean findFlag(String name) {
        return query.text(name).isEmpty() ? null : Boolean.valueOf(query.flag(name));
    }

    public boolean flag(String name) {
        return query.flag(name);
    }

    public @Nullable Money money(String name) {
        String text = query.text(name).orElse(null);
        if (text != null && !text.matches("[0-9]{1,12}(\\.[0-9]{1,2})?")) {
            throw Query.unsound(name, "wrong_form", "an amount like 12.50", text);
        }
        return text == null
                ? null
                : new Money(new BigDecimal(text).movePointRight(2).longValueExact());
    }

    /// A day that must be given.
    public LocalDate date(String name) {
        String text = query.text(name).orElse("");
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= 2000 && date.getYear() < 2200) {
                return date;
            }
        } catch (DateTimeParseException _) {
            // Told below, as for days that are too far away.
        }
        throw Query.unsound(name, "wrong_form", "a day like 2026-02-28", text);
    }

    public <E extends Enum<E>> @Nullable E word(String name, Class<E> type) {
        String text = query.text(name).orElse(null);
        if (text == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().toLowerCase(Locale.ROOT).equals(text)) {
                return constant;
            }
        }
        String words = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        throw Query.unsound(name, "wrong_form", words, text);
    }
}
