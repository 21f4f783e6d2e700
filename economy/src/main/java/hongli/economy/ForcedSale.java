package hongli.economy;

import static hongli.economy.exact.PicoFen.PER_FEN;

import hongli.economy.exact.Wide;
import hongli.economy.fact.Account.Kind;
import hongli.economy.fact.Transfer.Reason;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// Sells out members whose points are worth their quota (section 5, 强制卖出).
///
/// Who is due once stays due: a sale raises the price and changes nobody else. So all that the level reaches are taken
/// from the heap, judged exactly and put in exact order; after each sale the level is looked at again.
final class ForcedSale {
    private final State state;
    private final Comparator<Due> order;

    /// A member to be sold out: its exit price is `whole + rest / points` pico-fen per micro-point.
    private record Due(int member, long points, Wide whole, long rest) {
        static Due of(int member, long points, Wide quota) {
            Wide whole = quota.dividedBy(points);
            return new Due(
                    member, points, whole, quota.minus(whole.times(points)).toLong());
        }

        int compareExit(Due other) {
            int byWhole = whole.compareTo(other.whole);
            return byWhole != 0
                    ? byWhole
                    : Wide.product(rest, other.points).compareTo(Wide.product(other.rest, points));
        }
    }

    ForcedSale(State state) {
        this.state = state;
        this.order = ((Comparator<Due>) Due::compareExit)
                .thenComparing((a, b) -> state.members.compareIds(a.member, b.member));
    }

    /// Sells until nobody is due; the price must have been left before.
    void run() {
        if (!isDue()) {
            return;
        }
        PriorityQueue<Due> due = new PriorityQueue<>(order);
        collect(due);
        for (Due next = due.poll(); next != null; next = due.poll()) {
            sell(next.member);
            collect(due);
        }
    }

    private boolean isDue() {
        return state.terms.forcedSale() && state.hasPrice() && state.exits.reachesByPoints(state.exits.saleLevel());
    }

    private void collect(PriorityQueue<Due> due) {
        List<Integer> staying = new ArrayList<>();
        while (isDue()) {
            int member = state.exits.byPoints().top();
            state.exits.byPoints().remove(member);
            Wide quota = state.exits.quota(member);
            long points = state.members.points(member);
            if (isWorth(points, quota)) {
                due.add(Due.of(member, points, quota));
            } else {
                staying.add(member);
            }
        }
        staying.forEach(member -> state.exits.limit(member, state.exits.saleLevel(), Wide.ZERO));
    }

    /// Whether `points · F · 10^12 >= quota · S`, without a product of more than 128 bits: the quota is
    /// split into whole fen and the rest, and only where the whole fen leave it open does the rest
    /// decide.
    private boolean isWorth(long points, Wide quota) {
        long circulating = state.book.circulating();
        Wide fen = quota.dividedBy(PER_FEN);
        long rest = quota.minus(fen.times(PER_FEN)).toLong();
        Wide beyond = Wide.product(points, state.book.pool()).minus(Wide.product(fen.toLong(), circulating));
        if (beyond.isNegative()) {
            return false;
        }
        return beyond.compareTo(Wide.of(circulating)) >= 0
                || Wide.product(beyond.toLong(), PER_FEN).compareTo(Wide.product(rest, circulating)) >= 0;
    }

    private void sell(int member) {
        state.exits.touch(member);
        Wide quota = state.members.quota(member);
        long ceiling = quota.dividedBy(PER_FEN).toLong();
        long points = state.members.points(member);
        long sold = state.value(points) <= ceiling
                ? points
                : state.price().pointsFor(ceiling).toLong();
        long gross = state.value(sold);
        state.useQuota(Reason.FORCED_SALE, member, quota);
        if (gross > 0) {
            long net = gross - state.terms.redemptionFee().partUp(gross).toLong();
            state.book.move(Reason.FORCED_SALE, new Place(Kind.POINTS, member), Place.of(Kind.BURNED), sold);
            state.book.moveFen(Reason.FORCED_SALE, Place.of(Kind.POOL), new Place(Kind.CASH, member), net);
            state.leavePrice();
        }
        state.exits.settle();
    }
}
