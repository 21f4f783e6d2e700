package hongli.web.mall;

import hongli.economy.exact.Money;
import hongli.mall.refusal.General;
import hongli.mall.table.Listing;
import hongli.web.api.Query;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a list is asked for in an address: filters by their names, and `sort`, `cursor` and `limit`. What
/// is not given, or blank, is null.
public final class Asked {
    private static final int USUAL = 20;
    private static final int MOST = 200;

    private final Query query;

    private Asked(Query query) {
        this.query = query;
    }

    /// Reads the query of `request`, in which only `names` may occur, and what every list has.
    public static Asked of(HttpServletRequest request, String... names) {
        return only(
                request,
                Stream.concat(Stream.of("sort", "cursor", "limit"), Arrays.stream(names))
                        .toArray(String[]::new));
    }

    /// Reads the query of `request`, in which `names` may occur and nothing else.
    public static Asked only(HttpServletRequest request, String... names) {
        return new Asked(Query.of(request, names));
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
        return new Listing.Wish(text("sort", 40), text("cursor", 2_000), limit());
    }

    public int limit() {
        return query.limit(USUAL, MOST);
    }

    /// A text without spaces at its ends, of at most `most` characters.
    public @Nullable String text(String name, int most) {
        String text = query.text(name).map(String::strip).orElse("");
        if (text.length() > most) {
            throw Query.unsound(name, "too_large", "at most " + most + " characters", Written.shortened(text));
        }
        if (!Written.isReadable(text)) {
            throw Query.unsound(name, "wrong_form", "a text without control characters", "");
        }
        return text.isEmpty() ? null : text;
    }

    /// A whole number above 0.
    public @Nullable Long number(String name) {
        return isGiven(name) ? Long.valueOf(query.number(name, 0, 1, Long.MAX_VALUE)) : null;
    }

    /// A whole number from 1 to `most`.
    public int number(String name, int otherwise, int most) {
        return (int) query.number(name, otherwise, 1, most);
    }

    public @Nullable Boolean findFlag(String name) {
        return isGiven(name) ? Boolean.valueOf(query.flag(name)) : null;
    }

    public boolean flag(String name) {
        return query.flag(name);
    }

    public @Nullable Money money(String name) {
        return read(name, Written.MONEY, Written::money);
    }

    /// A day that must be given.
    public LocalDate date(String name) {
        LocalDate date = findDate(name);
        if (date == null) {
            throw Query.unsound(name, "wrong_form", Written.DAY, "");
        }
        return date;
    }

    public @Nullable LocalDate findDate(String name) {
        return read(name, Written.DAY, Written::day);
    }

    public @Nullable Instant time(String name) {
        return read(name, Written.TIME, Written::time);
    }

    /// One of the constants of `type`, in small letters.
    public <E extends Enum<E>> @Nullable E word(String name, Class<E> type) {
        return read(name, Written.words(type), text -> Written.word(text, type));
    }

    private boolean isGiven(String name) {
        return !query.text(name).orElse("").isBlank();
    }

    private <T> @Nullable T read(String name, String expected, Function<String, Optional<T>> reader) {
        if (!isGiven(name)) {
            return null;
        }
        String text = query.text(name).orElse("");
        return reader.apply(text)
                .orElseThrow(() -> Query.unsound(name, "wrong_form", expected, Written.shortened(text)));
    }
}
