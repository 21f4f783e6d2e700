package hongli.app.backtest;

import hongli.app.backtest.OrderFigures.Count;
import hongli.app.backtest.Purchase.Stand;
import hongli.app.backtest.Timeline.Event;
import hongli.app.console.Pace;
import hongli.economy.Programme;
import hongli.economy.Totals;
import hongli.economy.command.Command;
import hongli.economy.command.MemberId;
import hongli.economy.command.OrderId;
import hongli.economy.exact.Money;
import hongli.economy.exact.PicoFen;
import hongli.economy.fact.Outcome;
import hongli.economy.terms.Terms;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/// Plays a shop's history through a programme, day by day.
///
/// A member joins at its first order; an order is settled when it falls due; goods that come back before make the order
/// smaller, goods that come back later reverse it once all of it has come back. Every day from the first to the last is
/// closed at midnight, days without orders too.
final class Backtest {
    private static final int FEN_DECIMALS = 2;

    private final ZoneId zone;
    private final Consumer<Command> told;
    private final Programme programme;
    private final Matching matching = new Matching();
    private final Members members = new Members();
    private final List<DayFigures> days = new ArrayList<>();
    private final Map<Matching.Way, Count> ways = new EnumMap<>(Matching.Way.class);
    private final Map<String, Long> refused = new TreeMap<>();
    private Count settled = Count.NONE;
    private Count rounded = Count.NONE;
    private long worthless;
    private Money settledToday = Money.ZERO;
    private LocalDate nextDay = LocalDate.EPOCH;

    /// @param told hears every command that is applied or refused, in order
    Backtest(Terms terms, ZoneId zone, Consumer<Command> told) {
        this.zone = zone;
        this.told = told;
        this.programme = Programme.open(terms);
    }

    /// Plays `history` to its end and says what was found out; `pace` is told how far it is.
    Findings play(History history, int settleAfter, Pace pace) {
        List<Event> events = Timeline.of(history, zone, settleAfter);
        nextDay = events.isEmpty() ? nextDay : dayOf(events.getFirst().at());
        long done = 0;
        for (Event event : events) {
            closeDaysBefore(event.at());
            play(event);
            pace.report(++done, (double) done / events.size());
        }
        if (!events.isEmpty()) {
            closeDaysBefore(startOf(dayOf(events.getLast().at()).plusDays(1)));
        }
        programme.audit();
        return new Findings(
                programme.terms(),
                zone,
                settleAfter,
                history,
                new OrderFigures(settled, worthless, rounded, refused),
                ReturnFigures.of(history.returns(), history.purchases(), ways),
                days,
                programme.totals(),
                members.figures(programme));
    }

    private void play(Event event) {
        switch (event) {
            case Event.Bought(Purchase purchase) -> buy(purchase);
            case Event.CameBack(GoodsBack goods) -> takeBack(goods);
            case Event.Due(Purchase purchase, var _) -> settle(purchase);
        }
    }

    private void buy(Purchase purchase) {
        if (purchase.total().signum() == 0) {
            worthless++;
            return;
        }
        if (members.add(purchase.member())) {
            apply(new Command.JoinMember(new MemberId(purchase.member()), null, false));
        }
        matching.add(purchase);
    }

    private void settle(Purchase purchase) {
        Money amount = purchase.keptMoney();
        if (amount.fen() == 0) {
            worthless += purchase.kept().signum();
            purchase.fallDue(Stand.VOID);
            return;
        }
        boolean applied = apply(new Command.SettleOrder(
                new OrderId(purchase.order()), new MemberId(purchase.member()), amount, amount));
        purchase.fallDue(applied ? Stand.SETTLED : Stand.VOID);
        if (applied) {
            BigDecimal yuan = BigDecimal.valueOf(amount.fen(), FEN_DECIMALS);
            BigDecimal difference = yuan.subtract(purchase.kept());
            settled = settled.plus(yuan);
            rounded = difference.signum() == 0 ? rounded : rounded.plus(difference);
            settledToday = new Money(settledToday.fen() + amount.fen());
            members.spend(purchase.member(), amount.fen());
        }
    }

    private void takeBack(GoodsBack goods) {
        for (Matching.Match match : matching.takeBack(goods)) {
            ways.merge(match.way(), Count.NONE.plus(match.amount()), (count, _) -> count.plus(match.amount()));
            Purchase purchase = match.purchase();
            if (purchase != null && purchase.stand() == Stand.SETTLED && purchase.isWhollyReturned()) {
                reverse(purchase);
            }
        }
    }

    private void reverse(Purchase purchase) {
        if (apply(new Command.ReverseOrder(new OrderId(purchase.order())))) {
            purchase.reverse();
            members.spend(purchase.member(), -purchase.settledMoney().fen());
        }
    }

    private boolean apply(Command command) {
        told.accept(command);
        return switch (programme.apply(command)) {
            case Outcome.Applied _ -> true;
            case Outcome.Refused(var refusal) -> {
                refused.merge(refusal.code(), 1L, Long::sum);
                yield false;
            }
        };
    }

    private void closeDaysBefore(Instant at) {
        for (; !startOf(nextDay.plusDays(1)).isAfter(at); nextDay = nextDay.plusDays(1)) {
            close(nextDay);
        }
    }

    private void close(LocalDate day) {
        Totals before = programme.totals();
        apply(new Command.CloseDay(day));
        Totals after = programme.totals();
        var dividend = new PicoFen(before.fixedFund()
                .count()
                .plus(before.tierFund().count())
                .minus(after.fixedFund().count())
                .minus(after.tierFund().count()));
        days.add(new DayFigures(day, after.price(), after.pool(), after.circulating(), dividend, settledToday));
        settledToday = Money.ZERO;
    }

    private LocalDate dayOf(Instant at) {
        return at.atZone(zone).toLocalDate();
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
