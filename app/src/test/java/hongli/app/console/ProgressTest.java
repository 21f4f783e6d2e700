package hongli.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProgressTest {
    private static final Text WORK = new Text("回放", "playing");
    private static final Text UNIT = new Text("件", "events");

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private long now;

    @Test
    void drawsABarOverItselfOnATerminal() {
        var progress = progress(true, Language.EN);
        progress.report(1, 0.01);
        now += 4_000_000_000L;
        progress.report(2_000, 0.5);
        progress.finish();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("\rplaying " + "█".repeat(15) + "░".repeat(15)
                        + "  50%  2,000 events  500/s  0:04 left\u001b[K\r\u001b[K");
    }

    @Test
    void writesALineNowAndThenElsewhere() {
        var progress = progress(false, Language.ZH);
        for (int i = 1; i <= 100; i++) {
            now += 100_000_000L;
            progress.report(i, i / 100.0);
        }
        progress.finish();
        assertThat(err.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "回放  30%  30 件  10/s  剩余 0:07", "回放  60%  60 件  10/s  剩余 0:04", "回放  90%  90 件  10/s  剩余 0:01");
    }

    private Progress progress(boolean terminal, Language language) {
        var stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        return new Progress(new Console(stream, stream, language, Map.of(), terminal), WORK, UNIT, () -> now);
    }
}
