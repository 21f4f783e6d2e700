package hongli.mall.programme;

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
import hongli.ledger.Ledger;
import hongli.mall.access.Actor;
import hongli.mall.order.Quotes;
import hongli.mall.order.Wish;
import hongli.mall.price.Item;
import hongli.mall.refusal.General;
import hongli.mall.sale.SoldLine;
import hongli.mall.sale.SoldLines;
import hongli.mall.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What the programme would grant for a basket if it were settled at this moment under today's terms,
/// found by playing it on a copy of the programme that is thrown away.
///
/// It describes one moment: others buy before, prices move, and what is sent back counts for nothing.
public final class Previews {
    private static final long NOBODY = 0;

    private final Tables tables;
    private final Ledger ledger;

    public Previews(Tables tables, Ledger ledger) {
        this.tables = tables;
        this.ledger = ledger;
    }

    /// A line and what would be granted to the buyer for it.
    ///
    /// @param refusal why the programme would not take it, or null
    public record Line(
            int number,
            Share share,
            Points points,
            Money quota,
            Formula formula,
            @Nullable String refusal) {}

    /// All lines, and the price they were reckoned with.
    public record Preview(List<Line> lines, Price price) {
        public Preview {
            lines = List.copyOf(lines);
        }

        /// All points together.
        public Points points() {
            return new Points(
                    lines.stream().mapToLong(line -> line.points().micro()).reduce(0, Math::addExact));
        }
    }

    /// The same for what the asking member has in an order that is not settled yet.
    public Preview ofCheckout(Actor actor, long checkout) {
        long member = actor.requireMember().id();
        return of(member, tables.work(work -> {
            if (!work.exists("select from mall.checkout where id = ? and member = ?", checkout, member)) {
                throw General.NOT_FOUND.with();
            }
            return SoldLines.ofCheckout(work, checkout);
        }));
    }

    /// What would be granted for lines of a basket or of a product's page.
    ///
    /// @param keys of the lines, in the order of those of the preview
    public record Estimate(List<Item.Key> keys, Preview preview) {
        public Estimate {
            keys = List.copyOf(keys);
        }
    }

    /// The same for what the asking member would buy, at the price it has now: with what is known of its delivery, and
    /// the points that it would pay with. A guest is told what a new member without a referrer would be granted.
    public Estimate ofWish(Actor actor, Wish.Quoted quoted) {
        List<Quotes.Wanted> wanted = tables.work(work -> Quotes.wanted(work, actor, quoted));
        long member = actor instanceof Actor.Member known ? known.id() : NOBODY;
        return new Estimate(
                wanted.stream().map(Quotes.Wanted::key).toList(),
                of(member, wanted.stream().map(Quotes.Wanted::line).toList()));
    }

    /// The preview of lines that may be in no table yet.
    ///
    /// @param member who buys; joins the copy of the programme first, unless it has joined
    public Preview of(long member, List<SoldLine> lines) {
        ShopTerms terms = tables.work(ShopTerms::read);
        List<Command.JoinMember> joins = tables.work(work -> Outbox.joins(work, member));
        List<Share> shares = lines.stream().map(line -> Share.of(line, terms)).toList();
        List<Command> commands = new ArrayList<>(joins);
        IntStream.range(0, shares.size())
                .filter(i -> shares.get(i).amount().fen() > 0)
                .forEach(i -> commands.add(Settlements.command("preview:" + i, member, shares.get(i))));
        List<Outcome> outcomes = ledger.preview(terms.programme(), commands)
                .orElseThrow(() -> ProgrammeGround.PROGRAMME_MISSING.with(
                        "programme", terms.programme().text()));
        var now = ledger.read(
                        terms.programme(),
                        view -> new Now(view.terms(), view.totals().price()))
                .orElseThrow();
        return new Preview(
                told(Ids.member(member), shares, outcomes.subList(joins.size(), outcomes.size()), now), now.price());
    }

    private record Now(Terms terms, Price price) {}

    private static List<Line> told(MemberId member, List<Share> shares, List<Outcome> outcomes, Now now) {
        List<Line> lines = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < shares.size(); i++) {
            Share share = shares.get(i);
            Formula formula = Formula.of(now.terms(), share.base(), 0, now.price());
            Outcome outcome = share.amount().fen() > 0 ? outcomes.get(next++) : null;
            lines.add(line(member, i + 1, share, formula, outcome));
        }
        return lines;
    }

    private static Line line(MemberId member, int number, Share share, Formula formula, @Nullable Outcome outcome) {
        return switch (outcome) {
            case null -> new Line(number, share, Points.ZERO, Money.ZERO, formula, null);
            case Outcome.Refused(var refusal) ->
                new Line(number, share, Points.ZERO, Money.ZERO, formula, refusal.code());
            case Outcome.Applied(Fact fact) ->
                new Line(
                        number,
                        share,
                        new Points(granted(fact, member, Account.Kind.POINTS).toLong()),
                        new PicoFen(granted(fact, member, Account.Kind.QUOTA)).toMoney(),
                        formula,
                        null);
        };
    }

    /// What the order itself brought to a member.
    static Wide granted(Fact fact, MemberId member, Account.Kind kind) {
        return fact.transfers().stream()
                .filter(each -> each.reason() == Transfer.Reason.GRANT || each.reason() == Transfer.Reason.REFERRAL)
                .filter(each -> Noted.isOf(each.to(), kind, member))
                .map(Transfer::amount)
                .reduce(Wide.ZERO, Wide::plus);
    }
}
