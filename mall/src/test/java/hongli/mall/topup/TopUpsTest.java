package hongli.mall.topup;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.economy.exact.Money;
import hongli.mall.Malls;
import hongli.mall.Market;
import hongli.mall.merchant.Mode;
import hongli.mall.table.MallClock;
import hongli.mall.table.Tables;
import hongli.mall.timer.Timers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TopUpsTest {
    private final MallClock clock = Malls.clock();
    private final Tables tables = Tables.open(Malls.database(), clock);
    private final Timers timers = new Timers(tables);
    private final SandboxProvider provider = new SandboxProvider();
    private final List<String> told = new ArrayList<>();
    private final TopUps topUps =
            new TopUps(tables, timers, provider, (work, line, credited) -> told.add(line + " " + credited));
    private final long merchant = tables.work(Mode::ownShop);

    @Test
    void areCreditedOnceHoweverOftenTheyAreStartedAndAsked() {
        start(1, "13800000001");
        start(1, "13800000001");
        timers.runDue();
        clock.advance(tables, Duration.ofHours(1));
        timers.runDue();
        assertThat(told).containsExactly("1 true");
        assertThat(provider.credited()).isEqualTo(1);
    }

    @Test
    void areAskedAgainUntilTheProviderAnswers() {
        start(1, "13800000999");
        timers.runDue();
        assertThat(told).isEmpty();
        clock.advance(tables, Duration.ofMinutes(2));
        timers.runDue();
        assertThat(told).containsExactly("1 true");
    }

    @Test
    void tellWhereTheProviderDeclines() {
        start(7, "13800000000");
        timers.runDue();
        assertThat(told).containsExactly("7 false");
    }

    @Test
    void areAskedAgainAfterAFailureOfTheProvider() {
        TopUpProvider broken = wish -> {
            throw new IllegalStateException("line is dead: " + wish.reference());
        };
        var other = new Timers(tables);
        assertThat(new TopUps(tables, other, broken, (work, line, credited) -> told.add("wrong")))
                .isNotNull();
        start(3, "13800000001");
        assertThat(Market.code(other::runDue)).contains("line is dead");
        clock.advance(tables, Duration.ofMinutes(2));
        timers.runDue();
        assertThat(told).containsExactly("3 true");
        assertThat(topUps).isNotNull();
    }

    private void start(long line, String account) {
        tables.run(work -> TopUps.start(work, new TopUps.Paid(line, merchant, account, new Money(5_000))));
    }
}
