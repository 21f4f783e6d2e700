package hongli.mall;

import hongli.ledger.Ledger;
import hongli.mall.people.Arrivals;
import hongli.mall.programme.Joining;
import hongli.mall.programme.StatementEarnings;
import hongli.mall.programme.Whys;
import hongli.mall.referral.Earnings;
import hongli.mall.table.Tables;

/// What rooms of the mall ask of each other through ports: who hears of everyone who joins, and who knows what
/// referrals earned.
public record Neighbours(Arrivals arrivals, Earnings earnings) {
    /// The programme hears of everyone who joins, and its statements know the earnings.
    public static Neighbours inProgramme(Tables tables, Ledger ledger) {
        return new Neighbours(new Joining(), new StatementEarnings(tables, ledger, new Whys(tables, ledger)));
    }
}
