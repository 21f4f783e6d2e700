package hongli.mall.programme;

import hongli.economy.Price;
import hongli.economy.command.Command;
import hongli.economy.command.MemberId;
import hongli.economy.command.OrderId;
import hongli.economy.exact.Money;
import hongli.economy.exact.PicoFen;
import hongli.economy.exact.Points;
import hongli.economy.exact.Wide;
import hongli.economy.fact.Account.Kind;
import hongli.economy.fact.Fact;
import hongli.economy.fact.Outcome;
import hongli.economy.fact.Transfer;
import hongli.ledger.Ledger;
import hongli.ledger.ProgrammeId;
import hongli.mall.aftersale.Deduction;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import java.util.Optional;

/// What a refund must be less by, because the buyer no longer holds what the line brought (section 4 of the
/// rules): the points that are gone, at today's price, as far as the programme does not take cash for them
/// itself.
///
/// It is found by reversing the line on a copy of the programme that is thrown away, and is to be shown
/// before a refund is confirmed. Where a part of the line goes back, so does the same part of this, floored.
public final class Deductions implements Deduction {
    private final Tables tables;
    private final Ledger ledger;

    public Deductions(Tables tables, Ledger ledger) {
        this.tables = tables;
        this.ledger = ledger;
    }

    /// A line's deduction, with the numbers it comes of.
    ///
    /// @param granted what the line brought the buyer
    /// @param gone what of it the buyer no longer holds
    /// @param value what the gone points are worth now, as far as the refund is a part of the line
    /// @param cash what the programme will take from the buyer's cash for them
    /// @param amount what is to be kept back of the refund, never more than it
    public record Kept(Points granted, Points gone, Price price, Money value, Money cash, Money amount) {}

    private record Standing(ProgrammeId programme, String number, long member, boolean answered, Points granted) {}

    /// What to keep back when `refund` of what was paid for a line goes back; nothing where the programme was not told
    /// of the line yet.
    public Optional<Kept> of(long line, Money refund) {
        return tables.work(work -> find(work, line, refund));
    }

    @Override
    public Money of(Transaction work, Portion portion) {
        return find(work, portion.line(), portion.amount()).map(Kept::amount).orElse(Money.ZERO);
    }

    private Optional<Kept> find(Transaction work, long line, Money refund) {
        Money left = work.find(
                        "select paid_fen - refunded_fen as fen from mall.order_line where id = ?",
                        row -> row.money("fen"),
                        line)
                .orElse(Money.ZERO);
        return standing(work, line).flatMap(standing -> kept(standing, left, refund));
    }

    private static Optional<Standing> standing(Transaction work, long line) {
        return work.find(
                        "select programme, number, member, position is not null as answered,"
                                + " coalesce(points_micro, 0) as points from mall.settlement"
                                + " where line = ? and reversed_at is null",
                        row -> new Standing(
                                new ProgrammeId(row.text("programme")),
                                row.text("number"),
                                row.number("member"),
                                row.flag("answered"),
                                new Points(row.number("points"))),
                        line)
                .filter(Standing::answered);
    }

    private Optional<Kept> kept(Standing standing, Money left, Money refund) {
        var reverse = new Command.ReverseOrder(new OrderId(standing.number()));
        MemberId member = Ids.member(standing.member());
        Price price = ledger.read(standing.programme(), view -> view.totals().price())
                .orElseThrow(() -> ProgrammeGround.PROGRAMME_MISSING.with(
                        "programme", standing.programme().text()));
        Optional<Outcome> outcome = ledger.preview(standing.programme(), reverse);
        if (outcome.isPresent() && outcome.get() instanceof Outcome.Applied(Fact fact)) {
            long taken = taken(fact, member, Kind.POINTS).toLong();
            Money cash = new PicoFen(taken(fact, member, Kind.CASH)).toMoney();
            var gone = new Points(Math.max(0, standing.granted().micro() - taken));
            return Optional.of(new Reckoning(standing.granted(), gone, price, cash).of(refund, left));
        }
        return Optional.empty();
    }

    /// The whole line's deduction, before it is known how much of it goes back.
    record Reckoning(Points granted, Points gone, Price price, Money cash) {
        Kept of(Money refund, Money left) {
            Money back = new Money(Math.min(refund.fen(), left.fen()));
            long value = left.fen() == 0
                    ? 0
                    : Wide.ratio(price.value(gone).fen(), back.fen(), left.fen())
                            .toLong();
            long amount = Math.max(0, Math.min(value - cash.fen(), back.fen()));
            return new Kept(granted, gone, price, new Money(value), cash, new Money(amount));
        }
    }

    /// What the reversal takes from one of the member's accounts.
    private static Wide taken(Fact fact, MemberId member, Kind kind) {
        return fact.transfers().stream()
                .filter(each -> each.reason() == Transfer.Reason.REVERSAL)
                .filter(each -> Noted.isOf(each.from(), kind, member))
                .map(Transfer::amount)
                .reduce(Wide.ZERO, Wide::plus);
    }
}
