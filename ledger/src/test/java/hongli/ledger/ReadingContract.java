package hongli.ledger;

import static hongli.ledger.trial.Trial.TERMS;
import static hongli.ledger.trial.Trial.WINE;
import static org.assertj.core.api.Assertions.assertThat;

import hongli.economy.Totals;
import hongli.economy.command.MemberId;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Account;
import hongli.economy.fact.Transfer;
import hongli.ledger.journal.Journal;
import hongli.ledger.reading.PricePoint;
import hongli.ledger.reading.StatementLine;
import hongli.ledger.reading.StatementPage;
import hongli.ledger.trial.Trial;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What can be read beside the engine's memory, on every journal.
abstract class ReadingContract {
    private static final MemberId ANNA = new MemberId("A");
    private static final Duration LONG = Trial.PATIENCE;

    private @Nullable Ledger ledger;

    abstract Journal journal();

    @BeforeEach
    void begin() {
        ledger = Ledger.start(journal(), Trial.settings());
        ledger().open(WINE, "红酒", TERMS);
    }

    @AfterEach
    void end() {
        ledger().close();
    }

    private Ledger ledger() {
        if (ledger == null) {
            throw new IllegalStateException("ledger must have begun");
        }
        return ledger;
    }

    private void trade() {
        ledger().submit(WINE, List.of(Trial.join("a", "A"), Trial.join("b", "B")));
        for (int i = 0; i < 20; i++) {
            String member = i % 2 == 0 ? "A" : "B";
            Trial.submit(ledger(), Trial.order("o" + i, "o" + i, member, "100.00"));
        }
        Trial.submit(ledger(), Trial.submission("d", "{\"type\":\"day.closed\",\"date\":\"2026-03-01\"}"));
        Trial.submit(
                ledger(),
                Trial.submission("r", "{\"type\":\"points.redeemed\",\"member\":\"A\",\"points\":\"5.000000\"}"));
        Trial.submit(
                ledger(),
                Trial.submission(
                        "h",
                        "{\"type\":\"funds.held\",\"hold\":\"h1\",\"member\":\"A\","
                                + "\"asset\":\"cash\",\"amount\":\"1.00\"}"));
        Trial.submit(ledger(), Trial.order("again", "o1", "A", "100.00"));
        assertThat(ledger().awaitReadModels(LONG)).isTrue();
    }

    @Test
    void addsEveryStatementUpToWhatTheMemberHolds() {
        trade();
        List<StatementLine> lines = statement(7);
        assertThat(lines).isEqualTo(statement(1_000));
        assertThat(lines).isSortedAccordingTo((a, b) -> b.place().compareTo(a.place()));
        var anna = Trial.read(ledger(), view -> Objects.requireNonNull(view.holding(ANNA)));
        assertThat(sum(lines, Account.Kind.POINTS))
                .isEqualTo(Wide.of(anna.points().micro()));
        assertThat(sum(lines, Account.Kind.HELD_CASH))
                .isEqualTo(Wide.product(anna.heldCash().fen(), 1_000_000_000_000L));
        assertThat(lines.getFirst().commandType()).isEqualTo("funds.held");
        assertThat(lines.getFirst().subject()).isEqualTo("h1");
        assertThat(lines)
                .anyMatch(line -> line.reason() == Transfer.Reason.REDEMPTION
                        && line.account() == Account.Kind.POINTS
                        && line.change().equals(Wide.of(-5_000_000)));
    }

    @Test
    void tellsTheBalanceAfterEveryLine() {
        trade();
        StatementPage all = ledger().statements()
                .page(WINE, ANNA, StatementLine.Place.NEWEST, 1_000)
                .orElseThrow();
        StatementPage some = ledger().statements()
                .page(WINE, ANNA, all.lines().get(4).place(), 3)
                .orElseThrow();
        assertThat(some.balances()).isEqualTo(all.balances().subList(5, 8));
        for (int i = 0; i < all.lines().size(); i++) {
            Account.Kind account = all.lines().get(i).account();
            List<StatementLine> older = all.lines().subList(i, all.lines().size());
            assertThat(all.balances().get(i)).isEqualTo(sum(older, account));
        }
    }

    private static Wide sum(List<StatementLine> lines, Account.Kind kind) {
        return lines.stream()
                .filter(line -> line.account() == kind)
                .map(StatementLine::change)
                .reduce(Wide.ZERO, Wide::plus);
    }

    private List<StatementLine> statement(int pageSize) {
        List<StatementLine> lines = new ArrayList<>();
        StatementLine.Place from = StatementLine.Place.NEWEST;
        while (from != null) {
            StatementPage page =
                    ledger().statements().page(WINE, ANNA, from, pageSize).orElseThrow();
            lines.addAll(page.lines());
            from = page.next() == null
                    ? null
                    : StatementLine.Place.parse(page.next().toString());
        }
        return lines;
    }

    @Test
    void tellsThePriceAfterEveryChange() {
        trade();
        List<PricePoint> points = ledger().prices().page(WINE, 0, 1_000).orElseThrow();
        assertThat(points.getFirst().position()).isZero();
        assertThat(points).hasSize(1 + 20 + 1);
        Totals totals = Trial.read(ledger(), View::totals);
        assertThat(points.getLast().pool()).isEqualTo(totals.pool());
        assertThat(points.getLast().circulating()).isEqualTo(totals.circulating());
        assertThat(points.getLast().price()).isEqualTo(totals.price());
        assertThat(ledger().prices().page(WINE, 5, 3).orElseThrow()).isEqualTo(points.subList(3, 6));
        List<PricePoint> thinned = ledger().prices().thinned(WINE, 6).orElseThrow();
        assertThat(thinned).hasSizeBetween(4, 6).isSubsetOf(points).contains(points.getFirst(), points.getLast());
        assertThat(ledger().prices().thinned(WINE, 1_000).orElseThrow()).isEqualTo(points);
    }

    @Test
    void tellsLongHistoriesPageByPage() {
        ledger().submit(WINE, List.of(Trial.join("a", "A")));
        for (int i = 0; i < 12; i++) {
            int first = 100 * i;
            ledger().submit(
                            WINE,
                            IntStream.range(first, first + 100)
                                    .mapToObj(order -> Trial.order("o" + order, "o" + order, "A", "100.00"))
                                    .toList());
        }
        assertThat(ledger().awaitReadModels(LONG)).isTrue();
        List<PricePoint> points = ledger().prices().page(WINE, 0, 10_000).orElseThrow();
        assertThat(points).hasSize(1 + 1_200);
        for (int from : List.of(0, 1, 127, 128, 129, 700, 1_199, 1_200)) {
            assertThat(ledger().prices()
                            .page(WINE, points.get(from).position(), 300)
                            .orElseThrow())
                    .isEqualTo(points.subList(from, Math.min(points.size(), from + 300)));
        }
        for (int most : List.of(2, 3, 10, 100, 1_000, 1_201, 1_202, 9_999)) {
            int step = Math.max(1, Math.ceilDiv(points.size(), most - 1));
            assertThat(ledger().prices().thinned(WINE, most).orElseThrow())
                    .isEqualTo(IntStream.range(0, points.size())
                            .filter(i -> i == 0 || (points.size() - 1 - i) % step == 0)
                            .mapToObj(points::get)
                            .toList());
        }
        List<StatementLine> lines = statement(100_000);
        assertThat(statement(333)).isEqualTo(lines);
        var anna = Trial.read(ledger(), view -> Objects.requireNonNull(view.holding(ANNA)));
        assertThat(sum(lines, Account.Kind.POINTS))
                .isEqualTo(Wide.of(anna.points().micro()));
    }

    @Test
    void tellsWhatDaysHaveGranted() {
        trade();
        var days = ledger().prices().dividends(WINE, 0, 10).orElseThrow();
        assertThat(days).hasSize(1);
        assertThat(days.getFirst().position()).isEqualTo(23);
        assertThat(days.getFirst().dividend().date()).isEqualTo("2026-03-01");
        assertThat(days.getFirst().dividend().perHead()).hasSize(2);
        assertThat(ledger().prices().dividends(WINE, 24, 10).orElseThrow()).isEmpty();
    }

    @Test
    void tellsEventsByPositionAndWaitsForNewOnes() {
        trade();
        List<Event> events = ledger().events().after(WINE, 0, 1_000).orElseThrow();
        assertThat(events).extracting(Event::position).startsWith(1L, 2L).hasSize(26);
        assertThat(events.get(2).command())
                .isEqualTo(Trial.order("o0", "o0", "A", "100.00").command());
        assertThat(ledger().events().after(WINE, 24, 1).orElseThrow()).isEqualTo(events.subList(24, 25));
        assertThat(ledger().events().after(WINE, 26, 10).orElseThrow()).isEmpty();
        assertThat(ledger().events().awaitPosition(WINE, 26, Duration.ofMillis(10)))
                .hasValue(26L);
        var waiting = Thread.startVirtualThread(() ->
                assertThat(ledger().events().awaitPosition(WINE, 26, LONG)).hasValue(27L));
        Trial.submit(ledger(), Trial.join("c", "C"));
        assertThat(joined(waiting)).isTrue();
    }

    private static boolean joined(Thread thread) {
        try {
            return thread.join(LONG);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void goesOnWhereItStoodAfterARestart() {
        trade();
        List<StatementLine> before = statement(1_000);
        ledger().close();
        begin();
        Trial.submit(ledger(), Trial.order("late", "late", "A", "100.00"));
        assertThat(ledger().awaitReadModels(LONG)).isTrue();
        assertThat(statement(1_000))
                .endsWith(before.toArray(StatementLine[]::new))
                .hasSizeGreaterThan(before.size());
        assertThat(ledger().prices().page(WINE, 0, 1_000).orElseThrow()).hasSize(23);
    }

    @Test
    void buildsTheSameAgainAfterItWasDropped() {
        trade();
        List<StatementLine> before = statement(1_000);
        List<PricePoint> prices = ledger().prices().page(WINE, 0, 1_000).orElseThrow();
        ledger().close();
        try (Journal journal = journal()) {
            journal.models().clear(1);
        }
        begin();
        assertThat(ledger().awaitReadModels(LONG)).isTrue();
        assertThat(statement(1_000)).isEqualTo(before);
        assertThat(ledger().prices().page(WINE, 0, 1_000).orElseThrow()).isEqualTo(prices);
    }
}
