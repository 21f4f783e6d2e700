package hongli.web.mall.order;

import hongli.mall.order.OrderLists;
import hongli.mall.order.OrderStatus;
import hongli.mall.refusal.General;
import hongli.mall.table.Listing;
import hongli.web.api.Body;
import hongli.web.api.Query;
import hongli.web.mall.Form;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads what callers of these endpoints ask for.
final class Asked {
    private static final int MOST_BYTES = 1 << 16;

    private Asked() {}

    static Form form(HttpServletRequest request) throws IOException {
        return Form.of(Body.read(request, MOST_BYTES, List.of(Body.JSON)));
    }

    /// A number from an address; one that is none leads nowhere.
    static long id(String text) {
        if (!text.matches("[1-9][0-9]{0,17}")) {
            throw General.NOT_FOUND.with("id", text.length() <= 60 ? text : text.substring(0, 60));
        }
        return Long.parseLong(text);
    }

    static Listing.Wish page(Query query) {
        return new Listing.Wish(
                query.text("sort").orElse(null), query.text("cursor").orElse(null), query.limit(20, 100));
    }

    static OrderLists.Filter orders(Query query) {
        return new OrderLists.Filter(
                word(query, "status", OrderStatus.class),
                time(query, "from"),
                time(query, "until"),
                text(query, "text", 60));
    }

    static @Nullable String text(Query query, String name, int most) {
        String text = query.text(name).map(String::strip).orElse("");
        if (text.length() > most || text.indexOf('\0') >= 0) {
            throw Query.unsound(name, "wrong_form", "a text of at most " + most + " characters", text);
        }
        return text.isEmpty() ? null : text;
    }

    static @Nullable Long number(Query query, String name) {
        return query.text(name).isEmpty() ? null : Long.valueOf(query.number(name, 0, 1, Long.MAX_VALUE / 10));
    }

    static <E extends Enum<E>> @Nullable E word(Query query, String name, Class<E> type) {
        String given = query.text(name).orElse("");
        if (given.isEmpty()) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(given))
                .findFirst()
                .orElseThrow(() -> Query.unsound(
                        name,
                        "unknown_word",
                        Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT),
                        given));
    }

    private static @Nullable Instant time(Query query, String name) {
        String given = query.text(name).orElse("");
        if (given.isEmpty()) {
            return null;
        }
        return parsed(given, Instant::parse)
                .orElseThrow(() -> Query.unsound(name, "wrong_form", "a time like 2026-03-01T00:00:00Z", given));
    }

    /// A time of a form; the reading goes on with the beginning of all times where it is faulty.
    static Instant time(Form form, String name) {
        String given = form.text(name, 40);
        Optional<Instant> time = parsed(given, Instant::parse);
        if (time.isEmpty() && !given.isEmpty()) {
            form.fault(name, "wrong_form", "a time like 2026-03-01T00:00:00Z", given);
        }
        return time.orElse(Instant.EPOCH);
    }

    static Optional<LocalDate> day(Form form, String name) {
        Optional<String> given = form.findText(name, 10);
        Optional<LocalDate> day = given.flatMap(text -> parsed(text, LocalDate::parse));
        if (given.isPresent() && day.isEmpty()) {
            form.fault(name, "wrong_form", "a day like 2026-03-01", given.get());
        }
        return day;
    }

    /// Times that the tables can keep.
    private static <T> Optional<T> parsed(String text, Function<String, T> reader) {
        try {
            return text.matches("[12][0-9]{3}-.*") ? Optional.of(reader.apply(text)) : Optional.empty();
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
