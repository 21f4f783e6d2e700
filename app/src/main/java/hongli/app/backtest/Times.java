package hongli.app.backtest;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads the times that shops write: ISO dates and times, `20260228`, `2026/2/28 9:05`, seconds or milliseconds since
/// 1970. A time without a zone is in the shop's; a date without a time is its midnight.
final class Times {
    private static final Pattern DAY = Pattern.compile("[12]\\d{7}");
    private static final Pattern SECONDS = Pattern.compile("\\d{9,11}(\\.\\d{1,9})?");
    private static final Pattern MILLIS = Pattern.compile("\\d{12,14}");
    private static final DateTimeFormatter WRITTEN = DateTimeFormatter.ofPattern(
                    "[uuuu-M-d][uuuu/M/d][uuuu.M.d]['T'][' '][H:mm[:ss[.SSSSSSSSS][.SSSSSS][.SSS][.S]]][XXX][X]")
            .withResolverStyle(ResolverStyle.STRICT);
    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2999;

    private final ZoneId zone;
    private String lastText = "";
    private Optional<Instant> last = Optional.empty();

    Times(ZoneId zone) {
        this.zone = zone;
    }

    /// The moment that `text` names; empty where it names none between the years 1970 and 2999.
    Optional<Instant> read(String text) {
        // The lines of an order stand together and share their time.
        if (!text.equals(lastText)) {
            last = understand(text);
            lastText = text;
        }
        return last;
    }

    private Optional<Instant> understand(String text) {
        try {
            Instant time = instant(text.strip());
            int year = time.atZone(zone).getYear();
            return year >= FIRST_YEAR && year <= LAST_YEAR ? Optional.of(time) : Optional.empty();
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private Instant instant(String text) {
        if (DAY.matcher(text).matches()) {
            return midnight(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE));
        }
        if (SECONDS.matcher(text).matches()) {
            return Instant.ofEpochSecond(Long.parseLong(text.split("\\.", -1)[0]));
        }
        if (MILLIS.matcher(text).matches()) {
            return Instant.ofEpochMilli(Long.parseLong(text));
        }
        TemporalAccessor time =
                WRITTEN.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from, LocalTime::from);
        return switch (time) {
            case OffsetDateTime exact -> exact.toInstant();
            case LocalDateTime local -> local.atZone(zone).toInstant();
            case LocalDate day -> midnight(day);
            default -> throw new DateTimeException("time must have a date: text=" + text);
        };
    }

    private Instant midnight(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
