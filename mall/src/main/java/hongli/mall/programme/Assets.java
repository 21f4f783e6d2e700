package hongli.mall.programme;

import hongli.economy.Holding;
import hongli.economy.Price;
import hongli.economy.command.Command;
import hongli.economy.command.MemberId;
import hongli.economy.exact.Money;
import hongli.economy.exact.PicoFen;
import hongli.economy.exact.Points;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Account;
import hongli.economy.fact.Fact;
import hongli.economy.fact.Outcome;
import hongli.economy.fact.Transfer;
import hongli.economy.terms.Terms;
import hongli.ledger.Answer;
import hongli.ledger.Key;
import hongli.ledger.Ledger;
import hongli.ledger.ProgrammeId;
import hongli.ledger.Submission;
import hongli.ledger.reading.StatementLine;
import hongli.ledger.reading.StatementPage;
import hongli.mall.access.Actor;
import hongli.mall.table.Tables;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a member holds in the programme, and the ways out of it that the member goes: points back to the pool for
/// money, or into constant points.
public final class Assets {
    private final Tables tables;
    private final Ledger ledger;

    public Assets(Tables tables, Ledger ledger) {
        this.tables = tables;
        this.ledger = ledger;
    }

    /// A way out.
    public enum Way {
        /// For money, less the fee, into the member's cash.
        REDEEM(Account.Kind.CASH),
        /// Into constant points, of which each pays one yuan.
        CONVERT(Account.Kind.CONSTANT);

        private final Account.Kind to;

        Way(Account.Kind to) {
            this.to = to;
        }

        private Command command(MemberId member, Points points, @Nullable Money atLeast) {
            return switch (this) {
                case REDEEM -> new Command.RedeemPoints(member, points, atLeast);
                case CONVERT -> new Command.ConvertPoints(member, points, atLeast);
            };
        }
    }

    /// What a member holds, at one moment.
    ///
    /// @param price of a point, as a fraction
    /// @param value of the points at this price
    /// @param exit what redeeming all of them now would pay
    /// @param nextTier how many granted points reach the next tier; nothing at the highest
    public record Held(Holding holding, Price price, Money value, Money exit, Optional<Points> nextTier) {}

    /// What the asking member holds; nothing where the member has not joined the programme yet.
    public Optional<Held> held(Actor actor) {
        MemberId member = Ids.member(actor.requireMember().id());
        ProgrammeId programme = programme();
        return ledger.read(
                        programme,
                        view -> Optional.ofNullable(view.holding(member))
                                .map(holding -> new Seen(
                                        holding, view.terms(), view.totals().price())))
                .flatMap(found -> found)
                .map(seen -> held(programme, seen));
    }

    private record Seen(Holding holding, Terms terms, Price price) {}

    private Held held(ProgrammeId programme, Seen seen) {
        Holding holding = seen.holding();
        Money value = seen.terms().hasPool() ? seen.price().value(holding.points()) : Money.ZERO;
        return new Held(holding, seen.price(), value, exit(programme, holding), nextTier(seen.terms(), holding));
    }

    private Money exit(ProgrammeId programme, Holding holding) {
        if (holding.points().micro() == 0) {
            return Money.ZERO;
        }
        return ledger.preview(programme, Way.REDEEM.command(holding.member(), holding.points(), null))
                .map(outcome -> paid(outcome, holding.member(), Way.REDEEM))
                .orElse(Money.ZERO);
    }

    private static Optional<Points> nextTier(Terms terms, Holding holding) {
        return terms.tierThresholds().stream().skip(holding.tier()).findFirst();
    }

    /// What would come of going this way now; nothing is done.
    public Optional<Outcome> preview(Actor actor, Way way, Points points) {
        MemberId member = Ids.member(actor.requireMember().id());
        return ledger.preview(programme(), way.command(member, points, null));
    }

    /// What somebody wants out.
    ///
    /// @param key of the member's choice; the same again changes nothing more
    /// @param atLeast for less than this it is not done, or null
    public record Request(
            String key, Points points, @Nullable Money atLeast) {}

    /// Goes this way, once for each key.
    public Answer go(Actor actor, Way way, Request request) {
        MemberId member = Ids.member(actor.requireMember().id());
        var key = new Key("member:" + member.text() + ":exit:" + request.key());
        return ledger.submit(
                programme(), new Submission(key, way.command(member, request.points(), request.atLeast())));
    }

    /// What the member was paid, or would be.
    public static Money paid(Outcome outcome, MemberId member, Way way) {
        return switch (outcome) {
            case Outcome.Applied(Fact fact) -> paid(fact, member, way);
            case Outcome.Refused _ -> Money.ZERO;
        };
    }

    private static Money paid(Fact fact, MemberId member, Way way) {
        Wide sum = fact.transfers().stream()
                .filter(each ->
                        each.reason() == (way == Way.REDEEM ? Transfer.Reason.REDEMPTION : Transfer.Reason.CONVERSION))
                .filter(each -> Noted.isOf(each.to(), way.to, member))
                .map(Transfer::amount)
                .reduce(Wide.ZERO, Wide::plus);
        return way == Way.REDEEM ? new PicoFen(sum).toMoney() : new Money(sum.toLong());
    }

    /// The asking member's statement, newest first, from a place on; nothing where there is no programme.
    public Optional<StatementPage> statement(Actor actor, StatementLine.Place from, int limit) {
        MemberId member = Ids.member(actor.requireMember().id());
        return ledger.statements().page(programme(), member, from, limit);
    }

    private ProgrammeId programme() {
        return tables.work(ShopTerms::read).programme();
    }
}
