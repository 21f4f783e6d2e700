package hongli.economy;

import hongli.economy.fact.Account.Kind;
import hongli.economy.fact.Transfer.Reason;

/// Ends a programme: every holder is paid at one price, and what is left is the operator's (section 4,
/// *programme.closed*).
final class WindUp {
    private final State state;

    WindUp(State state) {
        this.state = state;
    }

    /// Pays everybody out; holds, the last day and forced sales are the caller's.
    void payOut() {
        Price price = state.price();
        for (int member = 0; member < state.members.size(); member++) {
            payOut(member, price);
        }
        state.exits.settle();
        burn(Place.of(Kind.TREASURY), state.book.of(Kind.TREASURY).toLong());
        burn(Place.of(Kind.FOUNDER_POINTS), state.book.of(Kind.FOUNDER_POINTS).toLong());
        state.book.moveFen(Reason.WIND_UP, Place.of(Kind.POOL), Place.of(Kind.RESIDUAL), state.book.pool());
        for (Kind rest : new Kind[] {Kind.FIXED_FUND, Kind.TIER_FUND}) {
            state.book.move(Reason.WIND_UP, Place.of(rest), Place.of(Kind.RESIDUAL), state.book.of(rest));
        }
        state.close();
    }

    private void payOut(int member, Price price) {
        state.exits.touch(member);
        long points = state.members.points(member);
        long constant = state.members.constant(member);
        var cash = new Place(Kind.CASH, member);
        burn(new Place(Kind.POINTS, member), points);
        if (state.terms.hasPool()) {
            long value = price.value(points).toLong();
            state.book.moveFen(Reason.WIND_UP, Place.of(Kind.POOL), cash, value);
        }
        state.book.move(Reason.WIND_UP, new Place(Kind.CONSTANT, member), Place.of(Kind.UNISSUED_CONSTANT), constant);
        state.book.moveFen(Reason.WIND_UP, Place.of(Kind.POOL), cash, constant);
        state.useQuota(Reason.WIND_UP, member, state.members.quota(member));
    }

    private void burn(Place from, long points) {
        state.book.move(Reason.WIND_UP, from, Place.of(Kind.BURNED), points);
    }
}
