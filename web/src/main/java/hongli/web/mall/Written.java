package hongli.web.mall;

import hongli.economy.exact.Money;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Values as callers write them, in addresses and in forms alike; nothing where they are written otherwise.
final class Written {
    static final String MONEY = "an amount like 12.50";
    static final String DAY = "a day like 2026-02-28";
    static final String TIME = "a time like 2026-02-28T00:00:00Z";

    private static final String SOUND_YEAR = "2[01][0-9]{2}-.*";

    private Written() {}

    /// Yuan with at most two decimals.
    static Optional<Money> money(String text) {
        return text.matches("[0-9]{1,12}(\\.[0-9]{1,2})?")
                ? Optional.of(new Money(new BigDecimal(text).movePointRight(2).longValueExact()))
                : Optional.empty();
    }

    /// A day from 2000 to 2199, which tables and calendars can keep.
    static Optional<LocalDate> day(String text) {
        return parsed(text, LocalDate::parse);
    }

    /// A time from 2000 to 2199.
    static Optional<Instant> time(String text) {
        return parsed(text, Instant::parse);
    }

    private static <T> Optional<T> parsed(String text, Function<String, T> reader) {
        try {
            return text.matches(SOUND_YEAR) ? Optional.of(reader.apply(text)) : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /// The constant of `type` that is called so in small letters.
    static <E extends Enum<E>> Optional<E> word(Object text, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> word(constant).equals(text))
                .findFirst();
    }

    /// A constant as it is called outside.
    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /// All words of `type`, to say what was expected.
    static String words(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(Written::word).collect(Collectors.joining(", "));
    }

    /// Whether people and tables can read all of it: no control characters but line ends and tabs, no
    /// halves of signs.
    static boolean isReadable(String text) {
        return text.codePoints().allMatch(Written::isReadable);
    }

    private static boolean isReadable(int point) {
        return point == '\n'
                || point == '\r'
                || point == '\t'
                || !Character.isISOControl(point) && Character.getType(point) != Character.SURROGATE;
    }

    /// A text cut to a length that an answer can show.
    static String shortened(String text) {
        return text.length() <= 100 ? text : text.substring(0, 100) + "…";
    }
}
