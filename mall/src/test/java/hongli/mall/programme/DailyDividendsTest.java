package hongli.mall.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.economy.command.Command;
import hongli.economy.command.MemberId;
import hongli.economy.command.OrderId;
import hongli.economy.exact.Money;
import hongli.economy.exact.PicoFen;
import hongli.economy.exact.Points;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Account;
import hongli.economy.fact.Transfer.Reason;
import hongli.ledger.Key;
import hongli.ledger.Submission;
import hongli.ledger.View;
import hongli.ledger.reading.StatementLine;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DailyDividendsTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    private final Stall stall = new Stall();
    private final DailyDividends dividends = new DailyDividends(stall.tables, stall.ledger);
    private int keys;

    @AfterEach
    void close() {
        stall.close();
    }

    private void submit(Command command) {
        stall.ledger.submit(Stall.PROGRAMME, new Submission(new Key("t" + keys++), command));
    }

    private void join(long id) {
        submit(new Command.JoinMember(Ids.member(id), null, false));
    }

    private void buy(long id, long yuan) {
        var amount = new Money(100 * yuan);
        submit(new Command.SettleOrder(new OrderId("o" + keys), Ids.member(id), amount, amount));
    }

    private void closeDay(int day) {
        submit(new Command.CloseDay(FIRST.plusDays(day)));
    }

    private List<DailyDividends.Day> of(long id) {
        return dividends.mine(new Actor.Member(id));
    }

    @Test
    void tellsEveryDayThoughSeveralAreBookedAtOnce() {
        join(1);
        join(2);
        buy(1, 100);
        closeDay(0);
        buy(2, 100);
        closeDay(1);
        buy(2, 50);
        closeDay(2);
        closeDay(3);
        buy(1, 1);
        closeDay(4);
        List<DailyDividends.Day> days = of(1);
        assertThat(days)
                .extracting(DailyDividends.Day::date)
                .containsExactly(FIRST.plusDays(4), FIRST.plusDays(2), FIRST.plusDays(1), FIRST);
        assertThat(days).extracting(DailyDividends.Day::booked).containsExactly(false, true, true, true);
        // Ten yuan by points and ten by tier, to the only member there was; the day without trade brought nothing.
        assertThat(days.getLast().amount().toMoney()).isBetween(new Money(19_99), new Money(20_00));
        assertAddsUp(1);
    }

    @Test
    void addsUpToTheBookingsWhateverHappens() {
        for (long seed = 1; seed <= 6; seed++) {
            var random = new Random(seed);
            long base = 100 * seed;
            LongStream.rangeClosed(base + 1, base + 8).forEach(this::join);
            for (int step = 0; step < 60; step++) {
                long member = base + 1 + random.nextInt(8);
                switch (random.nextInt(6)) {
                    case 0, 1 -> buy(member, 1 + random.nextInt(400));
                    case 2 ->
                        submit(new Command.RedeemPoints(
                                Ids.member(member), new Points(1 + random.nextLong(5_000_000)), null));
                    case 3 -> submit(new Command.WithdrawCash(Ids.member(member), new Money(1 + random.nextInt(100))));
                    default -> closeDay((int) (1_000 * seed) + step);
                }
            }
            LongStream.rangeClosed(base + 1, base + 8).forEach(this::assertAddsUp);
        }
    }

    /// The days that are booked come to the bookings, and those that are not to what the engine has granted.
    private void assertAddsUp(long id) {
        MemberId member = Ids.member(id);
        List<DailyDividends.Day> days = of(id);
        var lines = stall.ledger
                .statements()
                .page(Stall.PROGRAMME, member, StatementLine.Place.NEWEST, 10_000)
                .orElseThrow()
                .lines();
        Wide booked = lines.stream()
                .filter(line -> line.account() == Account.Kind.CASH)
                .filter(line -> line.reason() == Reason.DIVIDEND_BOOKED || line.reason() == Reason.LAST_DIVIDEND)
                .map(StatementLine::change)
                .reduce(Wide.ZERO, Wide::plus);
        Wide cash = lines.stream()
                .filter(line -> line.account() == Account.Kind.CASH)
                .map(StatementLine::change)
                .reduce(Wide.ZERO, Wide::plus);
        Wide held = stall.ledger
                .read(
                        Stall.PROGRAMME,
                        (View view) -> Objects.requireNonNull(view.holding(member))
                                .cash()
                                .count())
                .orElseThrow();
        assertThat(sum(days, true)).as("booked of %d", id).isEqualTo(booked);
        assertThat(sum(days, false)).as("not booked of %d", id).isEqualTo(held.minus(cash));
        assertThat(days).allSatisfy(day -> assertThat(day.amount()).isGreaterThan(PicoFen.ZERO));
    }

    private static Wide sum(List<DailyDividends.Day> days, boolean booked) {
        return days.stream()
                .filter(day -> day.booked() == booked)
                .map(day -> day.amount().count())
                .reduce(Wide.ZERO, Wide::plus);
    }

    @Test
    void isForTheMemberAndOperatorsWhoMay() {
        assertThat(of(7)).isEmpty();
        assertThat(stall.ledger.awaitReadModels(Duration.ofMinutes(3))).isTrue();
        assertThat(dividends.of(new Actor.Operator(1, Set.of(Permission.MEMBERS_READ)), 7))
                .isEmpty();
        assertThatThrownBy(() -> dividends.of(new Actor.Operator(1, Set.of()), 7))
                .hasMessageStartingWith("not_permitted");
        assertThatThrownBy(() -> dividends.of(new Actor.Member(7), 7)).hasMessageStartingWith("not_permitted");
        assertThatThrownBy(() -> dividends.mine(new Actor.Guest())).hasMessageStartingWith("login_required");
    }
}
