package hongli.economy;

import static hongli.economy.exact.PicoFen.PER_FEN;

import hongli.economy.exact.Wide;
import hongli.economy.fact.Account.Kind;

/// The laws of section 7 that one state, or one step from a state to the next, can be seen to keep or break.
///
/// That money in is money out needs no check after a command, since balances change by transfers alone; the audit adds
/// everything up nevertheless, to catch a fault of memory.
final class Laws {
    private final State state;

    Laws(State state) {
        this.state = state;
    }

    /// What can be checked after every command at once.
    void check(Price before) {
        Price now = state.price();
        if (now.compareTo(before) < 0) {
            throw new LawBroken("law 1: the price never falls: before=" + before + ", after=" + now);
        }
        if (state.issued() > state.terms.cap().micro()) {
            throw new LawBroken("law 2: issued <= cap: issued=" + state.issued() + ", cap=" + state.terms.cap());
        }
        long constants = state.constants();
        if (constants > 0 && !isCovered(now, constants)) {
            throw new LawBroken("law 3: the treasury is worth the constant points: treasury="
                    + state.book.of(Kind.TREASURY) + ", constants=" + constants);
        }
    }

    /// Adds up all members.
    void audit() {
        check(state.price());
        Wide points = state.book.of(Kind.TREASURY).plus(state.book.of(Kind.FOUNDER_POINTS));
        Wide constants = Wide.ZERO;
        Wide accrued = Wide.ZERO;
        Wide money = Wide.ZERO;
        for (int member = 0; member < state.members.size(); member++) {
            auditMember(member);
            points = points.plus(Wide.of(state.members.points(member)));
            constants = constants
                    .plus(Wide.of(state.members.constant(member)))
                    .plus(Wide.of(state.members.heldConstant(member)));
            accrued = accrued.plus(state.exits.accrued(member));
            money = money.plus(state.cash(member)).plus(Wide.product(state.members.heldCash(member), PER_FEN));
        }
        require(
                points.equals(Wide.of(state.book.circulating())),
                "law 2: circulating is the sum of all points",
                points);
        require(
                constants.equals(Wide.of(state.constants())),
                "law 3: constants are the sum of the members'",
                constants);
        require(accrued.equals(state.book.of(Kind.DIVIDENDS)), "law 5: dividends granted are those accrued", accrued);
        for (Kind kind : new Kind[] {
            Kind.POOL, Kind.FIXED_FUND, Kind.TIER_FUND, Kind.WITHDRAWN, Kind.RESIDUAL, Kind.SHOP, Kind.FOUNDER_PAYMENT
        }) {
            money = money.plus(state.book.of(kind));
        }
        require(money.isZero(), "law 5: money in is money out", money);
        state.exits.audit();
    }

    private void auditMember(int member) {
        boolean merchant = state.members.isMerchant(member);
        int tier = merchant ? 0 : state.terms.tier(state.members.granted(member));
        require(tier == state.members.tier(member), "a tier is what was granted", Wide.of(tier));
        require(!(merchant && state.exits.shares(member)), "a merchant has no quota", Wide.of(member));
        Wide quota = state.exits.quota(member);
        boolean shares = state.exits.shares(member);
        require(!quota.isNegative() && shares == quota.isPositive(), "law 4: no quota below zero", quota);
        Wide cash = state.cash(member);
        require(!cash.isNegative(), "law 4: no cash below zero", cash);
    }

    private boolean isCovered(Price price, long constants) {
        Wide worth = Wide.product(state.book.of(Kind.TREASURY).toLong(), price.fen());
        return worth.compareTo(Wide.product(constants, price.micro())) >= 0;
    }

    private static void require(boolean holds, String law, Wide found) {
        if (!holds) {
            throw new LawBroken(law + ": found=" + found);
        }
    }
}
