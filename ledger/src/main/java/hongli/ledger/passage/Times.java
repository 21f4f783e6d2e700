package hongli.ledger.passage;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Times as the journal counts them and as open files show them.
final class Times {
    private Times() {}

    static String text(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }

    /// Reads back what [#text] wrote.
    static long parse(String text) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(text));
    }
}
