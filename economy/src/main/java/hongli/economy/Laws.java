package hongli.economy;

import static hongli.economy.exact.PicoFen.PER_FEN;

import hongli.economy.LawReport.Law;
import hongli.economy.exact.Decimals;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Account.Kind;
import java.util.ArrayList;
import java.util.List;

/// The laws of section 7 that one state, or one step from a state to the next, can be seen to keep or break.
///
/// That money in is money out needs no check after a command, since balances change by transfers alone; the audit adds
/// everything up nevertheless, to catch a fault of memory.
final class Laws {
    private static final int OF_POINTS = 6;
    private static final int OF_FEN = 2;
    private static final int OF_PICO_FEN = 14;

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
        for (LawReport report : reports()) {
            if (!report.holds()) {
                throw new LawBroken("law " + report.law().number() + ": " + report.law() + ": found=" + report.left()
                        + ", against=" + report.right());
            }
        }
        state.exits.audit();
    }

    /// Every law that can be seen in this state, in order, with what was compared.
    List<LawReport> reports() {
        var sums = new Sums();
        for (int member = 0; member < state.members.size(); member++) {
            sums.add(member);
        }
        List<LawReport> reports = new ArrayList<>(ofPoints(sums));
        reports.addAll(ofConstants(sums));
        reports.add(alike(Law.MEMBERS_ARE_SOUND, Wide.of(sums.unsound), Wide.ZERO, 0));
        reports.addAll(ofMoney(sums));
        return reports;
    }

    private List<LawReport> ofPoints(Sums sums) {
        Price price = state.price();
        Wide circulating = Wide.of(state.book.circulating());
        boolean isFraction = state.book.pool() > 0 && state.book.circulating() > 0;
        Wide all = sums.points.plus(state.book.of(Kind.TREASURY)).plus(state.book.of(Kind.FOUNDER_POINTS));
        Wide issued = Wide.of(state.issued());
        return List.of(
                new LawReport(
                        Law.PRICE_IS_POOL_BY_CIRCULATION,
                        fraction(price.fen(), price.micro()),
                        isFraction
                                ? fraction(state.book.pool(), state.book.circulating())
                                : fraction(price.fen(), price.micro()),
                        !isFraction || price.fen() == state.book.pool() && price.micro() == state.book.circulating()),
                alike(Law.CIRCULATING_IS_ALL_POINTS, circulating, all, OF_POINTS),
                alike(
                        Law.ISSUED_LESS_BURNED_CIRCULATES,
                        issued.minus(state.book.of(Kind.BURNED)),
                        circulating,
                        OF_POINTS),
                atMost(Law.ISSUED_WITHIN_CAP, issued, Wide.of(state.terms.cap().micro()), OF_POINTS));
    }

    private static String fraction(long fen, long micro) {
        return Decimals.format(Wide.of(fen), OF_FEN) + " / " + Decimals.format(Wide.of(micro), OF_POINTS);
    }

    private List<LawReport> ofConstants(Sums sums) {
        Wide constants = Wide.of(state.constants());
        Wide worth = state.terms.hasPool()
                ? state.price().value(state.book.of(Kind.TREASURY).toLong())
                : Wide.ZERO;
        // The value is floored: constants that it covers, the exact worth covers as well, and not only then.
        boolean covered = constants.isZero() || isCovered(state.price(), state.constants());
        return List.of(
                alike(Law.CONSTANTS_ARE_HELD, constants, sums.constants, OF_FEN),
                new LawReport(
                        Law.CONSTANTS_ARE_COVERED,
                        Decimals.format(constants, OF_FEN),
                        Decimals.format(worth, OF_FEN),
                        covered));
    }

    private List<LawReport> ofMoney(Sums sums) {
        Wide in = Wide.ZERO.minus(state.book.of(Kind.SHOP)).minus(state.book.of(Kind.FOUNDER_PAYMENT));
        Wide there = sums.money;
        for (Kind kind : new Kind[] {Kind.POOL, Kind.FIXED_FUND, Kind.TIER_FUND, Kind.WITHDRAWN, Kind.RESIDUAL}) {
            there = there.plus(state.book.of(kind));
        }
        Wide pool = Wide.of(state.book.pool());
        return List.of(
                alike(Law.DIVIDENDS_ARE_ACCRUED, state.book.of(Kind.DIVIDENDS), sums.accrued, OF_PICO_FEN),
                alike(Law.MONEY_IN_IS_MONEY_OUT, in, there, OF_PICO_FEN),
                atMost(Law.POOL_COVERS_ALL_POINTS, worthOfAll(sums), pool, OF_FEN));
    }

    private Wide worthOfAll(Sums sums) {
        if (!state.terms.hasPool() || state.book.circulating() == 0) {
            return Wide.ZERO;
        }
        Price price = state.price();
        return sums.worth
                .plus(price.value(state.book.of(Kind.TREASURY).toLong()))
                .plus(price.value(state.book.of(Kind.FOUNDER_POINTS).toLong()));
    }

    private static LawReport alike(Law law, Wide left, Wide right, int decimals) {
        return new LawReport(
                law, Decimals.format(left, decimals), Decimals.format(right, decimals), left.equals(right));
    }

    private static LawReport atMost(Law law, Wide left, Wide right, int decimals) {
        return new LawReport(
                law, Decimals.format(left, decimals), Decimals.format(right, decimals), left.isAtMost(right));
    }

    private boolean isCovered(Price price, long constants) {
        Wide worth = Wide.product(state.book.of(Kind.TREASURY).toLong(), price.fen());
        return worth.compareTo(Wide.product(constants, price.micro())) >= 0;
    }

    /// What all members hold together.
    private final class Sums {
        private Wide points = Wide.ZERO;
        private Wide worth = Wide.ZERO;
        private Wide constants = Wide.ZERO;
        private Wide accrued = Wide.ZERO;
        private Wide money = Wide.ZERO;
        private long unsound;

        void add(int member) {
            points = points.plus(Wide.of(state.members.points(member)));
            worth = worth.plus(state.price().value(state.members.points(member)));
            constants = constants
                    .plus(Wide.of(state.members.constant(member)))
                    .plus(Wide.of(state.members.heldConstant(member)));
            accrued = accrued.plus(state.exits.accrued(member));
            money = money.plus(state.cash(member)).plus(Wide.product(state.members.heldCash(member), PER_FEN));
            if (!isSound(member)) {
                unsound++;
            }
        }

        /// No quota and no cash below zero, no quota of a merchant, and the tier that was granted.
        private boolean isSound(int member) {
            boolean merchant = state.members.isMerchant(member);
            int tier = merchant ? 0 : state.terms.tier(state.members.granted(member));
            boolean shares = state.exits.shares(member);
            Wide quota = state.exits.quota(member);
            return tier == state.members.tier(member)
                    && !(merchant && shares)
                    && !quota.isNegative()
                    && shares == quota.isPositive()
                    && !state.cash(member).isNegative();
        }
    }
}
