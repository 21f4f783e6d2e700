package hongli.economy;

import static hongli.economy.exact.PicoFen.PER_FEN;

import hongli.economy.command.Command;
import hongli.economy.exact.Limits;
import hongli.economy.exact.Money;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Account.Kind;
import hongli.economy.fact.Refusal;
import hongli.economy.fact.Transfer.Reason;
import hongli.economy.terms.Terms.Grant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Settles orders: the contribution, the grants up the referral line, and their quotas (section 4, *order.settled*).
final class Settlement {
    private static final long MICRO_PER_POINT = 1_000_000;
    private static final Wide LARGEST_QUOTA = Wide.product(Limits.QUOTA_FEN, PER_FEN);

    private final State state;

    Settlement(State state) {
        this.state = state;
    }

    @Nullable
    Refusal settle(Command.SettleOrder command) {
        if (state.orders.find(command.order()) != Orders.UNKNOWN) {
            return new Refusal.OrderExists(command.order());
        }
        int buyer = state.members.find(command.member());
        if (buyer == Members.NOBODY) {
            return new Refusal.MemberUnknown(command.member());
        }
        var contribution = Contribution.of(state.terms, command.base().fen());
        if (contribution.total() > Limits.MONEY_FEN - state.contributed()) {
            return new Refusal.MoneyLimit(new Money(Limits.MONEY_FEN));
        }
        int[] line = line(state, buyer);
        long[] values = values(contribution, line.length);
        long[] quotas = new long[line.length];
        Refusal refusal = reckonQuotas(contribution, line, values, quotas);
        if (refusal != null) {
            return refusal;
        }
        long[] points = points(contribution, values);
        contribute(contribution);
        for (int step = 0; step < line.length; step++) {
            grant(step == 0 ? Reason.GRANT : Reason.REFERRAL, line[step], points[step], quotas[step]);
        }
        int today = state.dividends.today();
        state.orders.add(command.order(), contribution.base(), buyer, today, points);
        return null;
    }

    /// The buyer and those who referred it, as far as referrals are granted.
    static int[] line(State state, int buyer) {
        int[] line = new int[1 + state.terms.referralRates().size()];
        int length = 0;
        for (int member = buyer;
                length < line.length && member != Members.NOBODY;
                member = state.members.referrer(member)) {
            line[length++] = member;
        }
        return length == line.length ? line : Arrays.copyOf(line, length);
    }

    /// What each grant is for, in fen.
    private long[] values(Contribution contribution, int grants) {
        long[] values = new long[grants];
        for (int step = 0; step < grants; step++) {
            values[step] = contribution.grantValue(state.terms, step);
        }
        return values;
    }

    /// Fills in the quota in fen that comes with each grant, or refuses the first that would pass the limit.
    private @Nullable Refusal reckonQuotas(Contribution contribution, int[] line, long[] values, long[] quotas) {
        for (int step = 0; step < line.length; step++) {
            if (state.members.isMerchant(line[step])) {
                continue;
            }
            Wide more = contribution.quota(state.terms, step, values[step]);
            Wide room = LARGEST_QUOTA.minus(state.exits.quota(line[step]));
            if (more.compareTo(Wide.of(Limits.QUOTA_FEN)) > 0
                    || more.times(PER_FEN).compareTo(room) > 0) {
                return new Refusal.QuotaLimit(state.members.id(line[step]), new Money(Limits.QUOTA_FEN));
            }
            quotas[step] = more.toLong();
        }
        return null;
    }

    /// Micro-points of each grant, at the price before the order; both limits are used up in grant order.
    private long[] points(Contribution contribution, long[] values) {
        Price price = state.price();
        long room = state.terms.cap().micro() - state.issued();
        if (state.terms.grant() instanceof Grant.ByAmount && state.terms.hasPool()) {
            room = price.pointsFor(contribution.pool()).min(Wide.of(room)).toLong();
        }
        long[] points = new long[values.length];
        for (int step = 0; step < values.length; step++) {
            Wide asked = switch (state.terms.grant()) {
                case Grant.ByValue _ -> price.pointsFor(values[step]);
                case Grant.ByAmount(Money perPoint) -> Wide.ratio(values[step], MICRO_PER_POINT, perPoint.fen());
            };
            points[step] = asked.min(Wide.of(room)).toLong();
            room -= points[step];
        }
        return points;
    }

    private void contribute(Contribution contribution) {
        var shop = Place.of(Kind.SHOP);
        state.book.moveFen(Reason.CONTRIBUTION, shop, Place.of(Kind.POOL), contribution.pool());
        state.book.moveFen(Reason.CONTRIBUTION, shop, Place.of(Kind.FIXED_FUND), contribution.fixed());
        state.book.moveFen(Reason.CONTRIBUTION, shop, Place.of(Kind.TIER_FUND), contribution.tier());
        state.contribute(contribution.total());
    }

    private void grant(Reason reason, int member, long points, long quota) {
        state.exits.touch(member);
        state.book.move(reason, Place.of(Kind.UNISSUED), new Place(Kind.POINTS, member), points);
        state.book.moveFen(reason, Place.of(Kind.UNGRANTED), new Place(Kind.QUOTA, member), quota);
        state.grant(member, points);
    }
}
