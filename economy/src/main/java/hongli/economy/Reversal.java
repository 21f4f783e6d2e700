package hongli.economy;

import static hongli.economy.exact.PicoFen.PER_FEN;

import hongli.economy.command.Command;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Account.Kind;
import hongli.economy.fact.Refusal;
import hongli.economy.fact.Transfer.Reason;
import org.jspecify.annotations.Nullable;

/// Undoes settled orders, as far as what they brought is still there (section 4, *order.reversed*).
final class Reversal {
    private final State state;

    Reversal(State state) {
        this.state = state;
    }

    @Nullable
    Refusal reverse(Command.ReverseOrder command) {
        int order = state.orders.find(command.order());
        if (order == Orders.UNKNOWN) {
            return new Refusal.OrderUnknown(command.order());
        }
        if (state.orders.isReversed(order)) {
            return new Refusal.OrderAlreadyReversed(command.order());
        }
        state.orders.reverse(order);
        var contribution = Contribution.of(state.terms, state.orders.base(order));
        int[] line = Settlement.line(state, state.orders.buyer(order));
        long[] points = state.orders.points(order);
        Price price = state.price();
        long[] gone = takePoints(contribution, line, points);
        long taken = 0;
        for (int step = 0; step < points.length; step++) {
            taken += points[step] - gone[step];
        }
        long out = valueUpTo(contribution.pool(), price, taken);
        state.book.moveFen(Reason.REVERSAL, Place.of(Kind.POOL), Place.of(Kind.SHOP), out);
        long missing = contribution.pool() - out;
        for (int step = 0; step < points.length && missing > 0; step++) {
            missing -= takeCash(line[step], valueUpTo(missing, price, gone[step]));
        }
        boolean sameDay = state.orders.day(order) == state.dividends.today();
        long kept = contribution.fixed() - (sameDay ? takeBack(Kind.FIXED_FUND, contribution.fixed()) : 0);
        kept += contribution.tier() - (sameDay ? takeBack(Kind.TIER_FUND, contribution.tier()) : 0);
        state.addShortfall(missing + kept);
        return null;
    }

    /// Takes points and quota of every grant back and returns the points that were gone, by grant.
    private long[] takePoints(Contribution contribution, int[] line, long[] points) {
        long[] gone = new long[points.length];
        for (int step = 0; step < points.length; step++) {
            int member = line[step];
            state.exits.touch(member);
            long taken = Math.min(points[step], state.members.points(member));
            state.book.move(Reason.REVERSAL, new Place(Kind.POINTS, member), Place.of(Kind.BURNED), taken);
            if (!state.members.isMerchant(member)) {
                long value = contribution.grantValue(state.terms, step);
                Wide quota = contribution.quota(state.terms, step, value).times(PER_FEN);
                state.useQuota(Reason.REVERSAL, member, quota);
            }
            state.grant(member, -points[step]);
            gone[step] = points[step] - taken;
        }
        return gone;
    }

    /// Takes up to `fen` of the member's cash, whole fen only, and returns what was taken.
    private long takeCash(int member, long fen) {
        Wide whole = state.members.cash(member).dividedBy(PER_FEN);
        long taken = whole.min(Wide.of(fen)).toLong();
        state.book.moveFen(Reason.REVERSAL, new Place(Kind.CASH, member), Place.of(Kind.SHOP), taken);
        return taken;
    }

    /// Takes up to `fen` out of a fund, whole fen only, and returns what was taken.
    private long takeBack(Kind fund, long fen) {
        long taken = Math.min(fen, state.fen(fund));
        state.book.moveFen(Reason.REVERSAL, Place.of(fund), Place.of(Kind.SHOP), taken);
        return taken;
    }

    /// What the points are worth, at most `fen`; points that are gone may be worth more than any pool.
    private long valueUpTo(long fen, Price price, long points) {
        return state.terms.hasPool() ? price.value(points).min(Wide.of(fen)).toLong() : 0;
    }
}
