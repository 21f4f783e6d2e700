package hongli.web.mall.people;

import hongli.mall.refusal.General;
import hongli.mall.table.Listing;
import hongli.web.api.Query;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;

/// What a list of people is asked for, by the address, and how it is answered.
final class Wanted {
    private static final int USUAL = 20;
    private static final int MOST = 100;
    private static final int LONGEST = 1_000;
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private final Query query;

    private Wanted(Query query) {
        this.query = query;
    }

    /// Reads an address in which these filters may occur, and what every list knows.
    static Wanted of(HttpServletRequest request, String... filters) {
        return new Wanted(Query.of(
                request,
                Stream.concat(Stream.of("sort", "cursor", "limit"), Arrays.stream(filters))
                        .toArray(String[]::new)));
    }

    /// The number in an address; what is none is not there.
    static long id(String text) {
        if (!text.matches("[1-9][0-9]{0,17}")) {
            throw General.NOT_FOUND.with();
        }
        return Long.parseLong(text);
    }

    Listing.Wish wish() {
        return new Listing.Wish(text("sort"), text("cursor"), limit());
    }

    int limit() {
        return query.limit(USUAL, MOST);
    }

    @Nullable
    String text(String name) {
        String text = query.text(name).orElse(null);
        boolean sound = text == null
                || text.length() <= LONGEST && text.codePoints().noneMatch(point -> point == 0 || isLost(point));
        if (!sound) {
            throw Query.unsound(name, "wrong_form", "a text of at most " + LONGEST + " characters", "");
        }
        return text == null || text.isEmpty() ? null : text;
    }

    private static boolean isLost(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }

    @Nullable
    Long number(String name) {
        return text(name) == null ? null : Long.valueOf(query.number(name, 0, 1, Long.MAX_VALUE));
    }

    int number(String name, int otherwise, int most) {
        return (int) query.number(name, otherwise, 1, most);
    }

    @Nullable
    Boolean flag(String name) {
        return text(name) == null ? null : Boolean.valueOf(query.flag(name));
    }

    @Nullable
    Instant time(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            Instant time = Instant.parse(text);
            if (!time.isBefore(FIRST) && time.isBefore(LAST)) {
                return time;
            }
        } catch (DateTimeParseException _) {
            // Told below, as for times that are too far away.
        }
        throw Query.unsound(name, "wrong_form", "a time like 2026-02-28T00:00:00Z", text);
    }

    <E extends Enum<E>> @Nullable E word(String name, Class<E> type) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> word(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> Query.unsound(
                        name,
                        "wrong_form",
                        Stream.of(type.getEnumConstants())
                                .map(Wanted::word)
                                .toList()
                                .toString(),
                        text));
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /// Answers that it is done, where there is nothing to tell.
    static ResponseEntity<byte[]> done() {
        return ResponseEntity.noContent().header("Cache-Control", "no-store").build();
    }
}
