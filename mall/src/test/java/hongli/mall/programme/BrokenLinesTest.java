package hongli.mall.programme;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.ledger.Ledger;
import hongli.ledger.LedgerSettings;
import hongli.ledger.journal.MemoryJournal;
import hongli.ledger.wire.TermsJson;
import hongli.mall.Malls;
import hongli.mall.WatchedSource;
import hongli.mall.posting.TrialBalance;
import hongli.mall.table.MallClock;
import hongli.mall.table.MallUnavailable;
import hongli.mall.table.StatementFailed;
import hongli.mall.table.Tables;
import hongli.mall.timer.Timers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The line to the database breaks again and again, before or after a statement or a commit: nothing is told twice,
/// nothing is lost, and both books agree.
final class BrokenLinesTest {
    private static final int ROUNDS = 40;
    private static final int MOST_STATEMENTS = 70;

    private final DataSource database = Malls.database();
    private final MallClock clock = Malls.clock();
    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);

    /// The mall that has the broken line.
    private Tables broken() {
        return Tables.open(
                WatchedSource.of(database, _ -> {
                    if (left.getAndDecrement() == 0) {
                        throw new SQLException("the line is broken", "08006");
                    }
                }),
                clock);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void tellsEverythingOnce(long seed) {
        var stall = new Stall(Tables.open(database, clock));
        Tables tables = broken();
        var timers = new Timers(tables);
        Settling.register(timers);
        var random = new Random(seed);
        long shop = stall.merchant("酒庄", 50_000);
        long referrer = stall.member("李", null);
        try (Ledger ledger =
                Ledger.start(new MemoryJournal(), LedgerSettings.standard().withClock(clock))) {
            ledger.open(Stall.PROGRAMME, "商城", TermsJson.parse(Stall.TERMS));
            var courier = new Courier(tables, ledger);
            for (int round = 0; round < ROUNDS; round++) {
                long order = stall.order(stall.member("王" + round, referrer), shop, new Stall.Piece(100_00 + round));
                stall.pay(order, round % 3);
                stall.complete(order);
                if (round % 2 == 1) {
                    stall.refund(stall.lines(order - 1).getFirst(), 0, 7);
                }
                left.set(random.nextInt(MOST_STATEMENTS));
                passes(random, tables, timers, courier);
                left.set(Integer.MAX_VALUE);
            }
            for (int day = 0; day < 40; day++) {
                passes(random, tables, timers, courier);
            }
            requireToldOnce(stall, ledger);
        }
    }

    private void passes(Random random, Tables tables, Timers timers, Courier courier) {
        try {
            clock.advance(tables, Duration.ofHours(random.nextInt(24)));
            timers.runDue();
            courier.sendAll();
        } catch (MallUnavailable | StatementFailed _) {
            // The next one comes as if nothing had been.
        }
    }

    private static void requireToldOnce(Stall stall, Ledger ledger) {
        List<String> keys = ledger.events().after(Stall.PROGRAMME, 0, 10_000).orElseThrow().stream()
                .map(event -> event.key().text())
                .toList();
        List<String> outbox =
                stall.tables.work(work -> work.all("select key from mall.outbox order by id", row -> row.text("key")));
        assertThat(keys).doesNotHaveDuplicates().containsExactlyElementsOf(outbox);
        assertThat(keys.stream().filter(key -> key.matches("order:[0-9]+:line:1")))
                .hasSize(ROUNDS);
        assertThat(stall.tables.work(Courier.Standing::read)).isEqualTo(new Courier.Standing(keys.size(), 0, 0));
        TrialBalance balance = stall.tables.work(work -> TrialBalance.of(work, ledger, Stall.PROGRAMME));
        assertThat(balance.total().toString()).isEqualTo("0");
        assertThat(balance.between().toString()).isEqualTo("0");
    }
}
