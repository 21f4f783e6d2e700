package hongli.app.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    private final Times times = new Times(ZoneId.of("Asia/Shanghai"));

    @ParameterizedTest
    @CsvSource({
        "20260228,2026-02-27T16:00:00Z",
        "2026-02-28,2026-02-27T16:00:00Z",
        "2026/2/28,2026-02-27T16:00:00Z",
        "2026-02-28 09:05,2026-02-28T01:05:00Z",
        "2026/2/8 9:05,2026-02-08T01:05:00Z",
        "2026-02-28 09:05:06,2026-02-28T01:05:06Z",
        "2026-02-28T09:05:06,2026-02-28T01:05:06Z",
        "2026-02-28T09:05:06.123,2026-02-28T01:05:06.123Z",
        "2026-02-28T09:05:06Z,2026-02-28T09:05:06Z",
        "2026-02-28T09:05:06+02:00,2026-02-28T07:05:06Z",
        "1772240706,2026-02-28T01:05:06Z",
        "1772240706000,2026-02-28T01:05:06Z",
    })
    void readsWhatShopsWrite(String text, Instant time) {
        assertThat(times.read(text)).contains(time);
        assertThat(times.read(" " + text + " ")).contains(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-02-30", "20261301", "2026-02-28 25:00", "12:30", "3026-01-01", "1"})
    void doesNotGuess(String text) {
        assertThat(times.read(text)).isEmpty();
    }
}
