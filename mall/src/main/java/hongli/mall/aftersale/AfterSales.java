package hongli.mall.aftersale;

import hongli.economy.exact.Money;
import hongli.mall.access.Actor;
import hongli.mall.aftersale.Case.Kind;
import hongli.mall.aftersale.Case.Status;
import hongli.mall.aftersale.Cases.Step;
import hongli.mall.refusal.General;
import hongli.mall.table.StatementFailed;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/// What a member does in a case: look, ask, send back, appeal, withdraw.
public final class AfterSales {
    private final Tables tables;
    private final Deduction deduction;

    public AfterSales(Tables tables, Deduction deduction) {
        this.tables = tables;
        this.deduction = deduction;
    }

    /// Pieces of a line, and what is wanted.
    ///
    /// @param amount less than the pieces are worth, where both sides agree on that; else all
    public record Wish(long line, Kind kind, long quantity, Optional<Money> amount) {}

    /// What would come of a wish: shown before it is confirmed.
    ///
    /// @param most what the pieces are worth at most
    /// @param deduction what is kept back because the buyer no longer holds what was granted
    public record Preview(Money most, Money amount, Money deduction, Money payout) {}

    /// A wish that is meant.
    ///
    /// @param deduction what the member was shown and agrees to
    /// @param evidence pictures that the member brought in before
    public record Request(Wish wish, Money deduction, String reason, List<Long> evidence) {
        public Request {
            evidence = List.copyOf(evidence);
        }
    }

    public Preview preview(Actor actor, Wish wish) {
        long member = actor.requireMember().id();
        return tables.work(work -> preview(work, member, wish));
    }

    private Preview preview(Transaction work, long member, Wish wish) {
        Quotes.Quote quote = Quotes.of(work, member, wish.line(), wish.kind(), wish.quantity());
        Money amount = wish.amount().orElse(quote.most());
        if (amount.compareTo(quote.most()) > 0) {
            throw AfterSaleGround.AFTER_SALE_TOO_MUCH.with(
                    "line", wish.line(), "most", quote.most().toString(), "asked", amount.toString());
        }
        Money asked = deduction.of(work, new Deduction.Portion(wish.line(), wish.quantity(), amount));
        Money kept = asked.compareTo(amount) > 0 ? amount : asked;
        return new Preview(quote.most(), amount, kept, new Money(amount.fen() - kept.fen()));
    }

    /// Asks for it; the merchant has some days to answer, and agrees by silence.
    public Case ask(Actor actor, Request request) {
        long member = actor.requireMember().id();
        Wish wish = request.wish();
        try {
            return tables.work(work -> {
                Preview preview = preview(work, member, wish);
                if (!preview.deduction().equals(request.deduction())) {
                    throw AfterSaleGround.DEDUCTION_CHANGED.with(
                            "deduction", preview.deduction().toString());
                }
                Evidence.requireOwn(work, member, request.evidence());
                Quotes.Quote quote = Quotes.of(work, member, wish.line(), wish.kind(), wish.quantity());
                long id = insert(work, member, quote, request, preview);
                return Cases.step(
                        work,
                        actor,
                        Cases.locked(work, id),
                        Step.waiting(Status.ASKED, Cases.days(work, "after_sale_answer_days"), request.reason()));
            });
        } catch (StatementFailed e) {
            throw e.isDuplicate() ? AfterSaleGround.AFTER_SALE_OPEN.with("line", wish.line()) : e;
        }
    }

    private static long insert(Transaction work, long member, Quotes.Quote quote, Request request, Preview preview) {
        return work.insert(
                "insert into mall.after_sale (order_id, line, merchant, member, kind, quantity, amount_fen,"
                        + " deduction_fen, reason, evidence, status, asked_at, version)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'asked', ?, 0) returning id",
                quote.order(),
                request.wish().line(),
                quote.merchant(),
                member,
                request.wish().kind(),
                request.wish().quantity(),
                preview.amount(),
                preview.deduction(),
                request.reason(),
                request.evidence(),
                work.now());
    }

    /// Says how the goods come back.
    public Case sendBack(Actor actor, Seen seen, String carrier, String number) {
        return own(actor, seen, Set.of(Status.AGREED), (work, found) -> {
            if (found.kind() == Kind.REFUND) {
                throw AfterSaleGround.AFTER_SALE_STATUS_DIFFERS.with("status", Cases.word(found.status()));
            }
            work.run("update mall.after_sale set carrier = ?, number = ? where id = ?", carrier, number, found.id());
            return Step.waiting(Status.SENT_BACK, Cases.days(work, "after_sale_receive_days"), carrier + " " + number);
        });
    }

    /// Asks the platform to decide what the merchant refused.
    public Case appeal(Actor actor, Seen seen, String note) {
        return own(actor, seen, Set.of(Status.REFUSED), (_, _) -> Step.last(Status.APPEALED, note));
    }

    /// Wants nothing any more.
    public Case close(Actor actor, Seen seen) {
        var open = Set.of(Status.ASKED, Status.REFUSED, Status.APPEALED, Status.AGREED);
        return own(actor, seen, open, (_, found) -> {
            if (found.status() == Status.AGREED && found.kind() == Kind.REFUND) {
                // The money is on its way.
                throw AfterSaleGround.AFTER_SALE_STATUS_DIFFERS.with("status", Cases.word(found.status()));
            }
            return Step.last(Status.CLOSED, "");
        });
    }

    private Case own(Actor actor, Seen seen, Set<Status> from, BiFunction<Transaction, Case, Step> deed) {
        long member = actor.requireMember().id();
        return tables.work(work -> {
            if (Cases.locked(work, seen.id()).member() != member) {
                throw General.NOT_FOUND.with();
            }
            Case found = Cases.locked(work, seen, from);
            return Cases.step(work, actor, found, deed.apply(work, found));
        });
    }
}
