package hongli.economy.fact;

import hongli.economy.exact.PicoFen;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one day's close granted to each point and to each head.
///
/// @param date the day, or null for the last close of a programme that is wound up
/// @param perMicroPoint pico-fen for each micro-point of every member with a quota
/// @param perHead pico-fen for each member with a quota, by tier reached: the entry at 0 is the part of tier 1
public record Dividend(@Nullable LocalDate date, PicoFen perMicroPoint, List<PicoFen> perHead) {
    public Dividend {
        perHead = List.copyOf(perHead);
    }
}
