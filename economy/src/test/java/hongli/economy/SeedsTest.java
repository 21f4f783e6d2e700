package hongli.economy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

@DisabledIfSystemProperty(named = "hongli.seeds", matches = ".*")
final class SeedsTest {
    @Test
    void triesEverySeedOnce() {
        AtomicInteger tried = new AtomicInteger();
        Seeds.each(100, _ -> tried.incrementAndGet());
        assertThat(tried).hasValue(100);
    }

    @Test
    void namesTheSeedThatFails() {
        assertThatThrownBy(() -> Seeds.each(1, _ -> {
                    throw new IllegalStateException("planted");
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("seed 1 fails")
                .hasRootCauseMessage("planted");
    }
}
