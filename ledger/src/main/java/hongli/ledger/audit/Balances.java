package hongli.ledger.audit;

import hongli.economy.Holding;
import hongli.economy.Programme;
import hongli.economy.Totals;
import hongli.economy.command.MemberId;
import hongli.economy.exact.Money;
import hongli.economy.exact.PicoFen;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Account;
import hongli.economy.fact.Account.Kind;
import hongli.ledger.reading.Posting;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The balances of all accounts as the postings add up, to be held against the engine's.
///
/// Dividends of closed days stand in one account until a member acts, while the engine counts them as the member's
/// cash at once, and its quota as used. So member by member the engine has as much more cash as it has less quota,
/// and over all members that is the balance of the account of dividends.
final class Balances {
    private final Map<Account, Wide> balances = new HashMap<>();

    void add(Posting posting) {
        Wide amount = posting.transfer().amount();
        balances.merge(posting.transfer().to(), amount, Wide::plus);
        balances.merge(posting.transfer().from(), Wide.ZERO.minus(amount), Wide::plus);
    }

    private Wide of(Kind kind) {
        return of(kind, null);
    }

    private Wide of(Kind kind, @Nullable MemberId member) {
        return balances.getOrDefault(new Account(kind, member), Wide.ZERO);
    }

    /// Tells `findings` whatever differs from what `programme` holds.
    void compare(Programme programme, Consumer<String> findings) {
        judgeUnits(findings);
        Totals totals = programme.totals();
        judgeHouse(totals, findings);
        Wide dividends = Wide.ZERO;
        for (int number = 0; number < totals.members(); number++) {
            dividends = dividends.plus(judgeMember(programme.holding(number), findings));
        }
        judge("dividends", of(Kind.DIVIDENDS), dividends, findings);
    }

    private void judgeUnits(Consumer<String> findings) {
        var sums = new EnumMap<Account.Unit, Wide>(Account.Unit.class);
        balances.forEach((account, balance) -> sums.merge(account.kind().unit(), balance, Wide::plus));
        sums.forEach((unit, sum) -> judge("sum of all " + unit, sum, Wide.ZERO, findings));
    }

    private void judgeHouse(Totals totals, Consumer<String> findings) {
        judge("pool", of(Kind.POOL), picoFen(totals.pool()), findings);
        judge("fixedFund", of(Kind.FIXED_FUND), totals.fixedFund().count(), findings);
        judge("tierFund", of(Kind.TIER_FUND), totals.tierFund().count(), findings);
        judge("residual", of(Kind.RESIDUAL), totals.residual().count(), findings);
        judge("withdrawn", of(Kind.WITHDRAWN), picoFen(totals.withdrawn()), findings);
        judge("treasury", of(Kind.TREASURY), Wide.of(totals.treasury().micro()), findings);
        judge("burned", of(Kind.BURNED), Wide.of(totals.burned().micro()), findings);
        judge(
                "issued",
                Wide.ZERO.minus(of(Kind.UNISSUED)),
                Wide.of(totals.issued().micro()),
                findings);
        judge(
                "constants",
                Wide.ZERO.minus(of(Kind.UNISSUED_CONSTANT)),
                Wide.of(totals.constants().fen()),
                findings);
    }

    /// Answers the dividends that are the member's and not yet booked.
    private Wide judgeMember(Holding holding, Consumer<String> findings) {
        MemberId member = holding.member();
        String name = " of " + member;
        judge("points" + name, of(Kind.POINTS, member), Wide.of(holding.points().micro()), findings);
        judge(
                "constant" + name,
                of(Kind.CONSTANT, member),
                Wide.of(holding.constant().fen()),
                findings);
        judge(
                "heldConstant" + name,
                of(Kind.HELD_CONSTANT, member),
                Wide.of(holding.heldConstant().fen()),
                findings);
        judge("heldCash" + name, of(Kind.HELD_CASH, member), picoFen(holding.heldCash()), findings);
        Wide unbooked = holding.cash().count().minus(of(Kind.CASH, member));
        Wide used = of(Kind.QUOTA, member).minus(holding.quota().count());
        judge("cash and quota" + name, unbooked, used, findings);
        if (unbooked.isNegative()) {
            findings.accept("cash" + name + " must be at least what was booked: missing=" + unbooked);
        }
        return unbooked;
    }

    private static Wide picoFen(Money money) {
        return PicoFen.of(money).count();
    }

    private static void judge(String what, Wide posted, Wide held, Consumer<String> findings) {
        if (!posted.equals(held)) {
            findings.accept(what + " must be what the postings add up to: held=" + held + ", posted=" + posted);
        }
    }
}
