package hongli.economy;

import hongli.economy.exact.PicoFen;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Account.Kind;
import hongli.economy.fact.Dividend;
import hongli.economy.fact.Transfer.Reason;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Shares the funds of a day among members, under their quotas (section 4, *day.closed*, and section 6).
///
/// Section 6 takes members by quota per weight, the smallest first, and pays each that is limited its whole quota. A
/// limited member takes no more than its share, so the dividend for the others can only rise, and whoever was limited
/// stays so: the set of the limited is the same in whatever order they are found. Hence only those whose limit the
/// dividend reaches are looked at, as [Exits] brings them up; everybody else is granted the dividend by one sum.
final class DayClose {
    private final State state;

    DayClose(State state) {
        this.state = state;
    }

    /// Shares what is in the funds; forced sales are the caller's.
    Dividend share(@Nullable LocalDate date) {
        int tiers = state.terms.tierThresholds().size();
        Wide each = tiers == 0 ? Wide.ZERO : state.book.of(Kind.TIER_FUND).dividedBy(tiers);
        boolean[] eligible = new boolean[tiers + 1];
        for (int tier = 1; tier <= tiers; tier++) {
            eligible[tier] = state.exits.headsFrom(tier) > 0;
            if (!eligible[tier]) {
                state.book.move(Reason.DIVIDEND, Place.of(Kind.TIER_FUND), Place.of(Kind.FIXED_FUND), each);
            }
        }
        Wide perPoint = shareByPoints();
        List<PicoFen> perHead = new ArrayList<>();
        for (int tier = 1; tier <= tiers; tier++) {
            perHead.add(new PicoFen(eligible[tier] ? shareByHead(tier, each) : Wide.ZERO));
        }
        state.dividends.endDay();
        return new Dividend(date, new PicoFen(perPoint), perHead);
    }

    /// Shares the fixed fund by points and returns the dividend per micro-point.
    private Wide shareByPoints() {
        Exits exits = state.exits;
        while (exits.weight() > 0) {
            Wide dividend = state.book.of(Kind.FIXED_FUND).dividedBy(exits.weight());
            if (!exits.reachesByPoints(Exits.scaled(dividend))) {
                grant(Kind.FIXED_FUND, dividend.times(exits.weight()));
                state.dividends.addPerPoint(dividend);
                return dividend;
            }
            int member = exits.byPoints().top();
            if (exits.quota(member).isAtMost(dividend.times(state.members.points(member)))) {
                payOff(Kind.FIXED_FUND, member);
            } else {
                exits.limit(member, Exits.scaled(dividend), Wide.ZERO);
            }
        }
        return Wide.ZERO;
    }

    /// Shares `part` of the tier fund by heads of `tier` and above and returns the dividend per head.
    private Wide shareByHead(int tier, Wide part) {
        Exits exits = state.exits;
        Wide left = part;
        while (exits.headsFrom(tier) > 0) {
            int heads = exits.headsFrom(tier);
            Wide dividend = left.dividedBy(heads);
            int member = exits.firstByHead(tier, dividend);
            if (member == Members.NOBODY) {
                grant(Kind.TIER_FUND, dividend.times(heads));
                state.dividends.addPerHead(tier, dividend);
                return dividend;
            }
            Wide quota = exits.quota(member);
            if (quota.isAtMost(dividend)) {
                payOff(Kind.TIER_FUND, member);
                left = left.minus(quota);
            } else {
                exits.limit(member, Wide.ZERO, dividend);
            }
        }
        return Wide.ZERO;
    }

    private void grant(Kind fund, Wide amount) {
        state.book.move(Reason.DIVIDEND, Place.of(fund), Place.of(Kind.DIVIDENDS), amount);
    }

    /// Pays a member all that is left of its quota.
    private void payOff(Kind fund, int member) {
        state.exits.touch(member);
        Wide quota = state.members.quota(member);
        state.book.move(Reason.LAST_DIVIDEND, Place.of(fund), new Place(Kind.CASH, member), quota);
        state.useQuota(Reason.LAST_DIVIDEND, member, quota);
        state.exits.settle();
    }
}
