package hongli.mall.aftersale;

import hongli.economy.exact.Money;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.aftersale.Case.Kind;
import hongli.mall.aftersale.Case.Status;
import hongli.mall.aftersale.Cases.Step;
import hongli.mall.delivery.TopUps;
import hongli.mall.refusal.General;
import hongli.mall.table.Row;
import hongli.mall.table.StatementFailed;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import hongli.mall.timer.Timers;
import hongli.mall.trail.Trail;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Refunds that the buyer did not ask for: made by an operator, with a reason, or by the house where a top-up failed.
///
/// They need nobody's consent and no return window, but are as exact as any other: a case of the line is written and
/// paid at once, by the same code, so that pieces, money, books and programme follow.
public final class Amends {
    private static final String LEFT = """
            select l.order_id, l.merchant, o.member, o.status, l.quantity - l.refunded_quantity as pieces,
                l.paid_fen - l.refunded_fen as left_fen,
                exists (select from mall.payment p where p.order_id = o.id and p.counts and p.status = 'captured')
                    as captured
            from mall.order_line l join mall.orders o on o.id = l.order_id where l.id = ? for update of o
            """;
    private static final String OPEN = """
            select * from mall.after_sale
            where line = ? and status in ('asked', 'agreed', 'appealed', 'sent_back', 'received') for update
            """;

    private static final String REASON = "充值失败 top-up failed";

    private final Tables tables;
    private final Deduction deduction;
    private final Reimbursement reimbursement;

    Amends(Tables tables, Deduction deduction, Reimbursement reimbursement) {
        this.tables = tables;
        this.deduction = deduction;
        this.reimbursement = reimbursement;
    }

    /// What goes back.
    ///
    /// @param quantity pieces, 0 where only a part of the price goes back
    /// @param amount of what was paid for the line; nothing for all that is left of it
    public record Portion(long line, long quantity, Optional<Money> amount) {}

    /// An operator's order to pay.
    ///
    /// @param key the operator's own; the same again answers the same
    /// @param kept what of the amount is kept back, as the operator was shown
    public record Request(String key, Portion portion, Money kept, String reason) {}

    /// What is left of a line.
    private record Line(
            long id, long order, long merchant, long member, String status, long pieces, Money left, boolean captured) {
        static Line of(Row row, long id) throws SQLException {
            return new Line(
                    id,
                    row.number("order_id"),
                    row.number("merchant"),
                    row.number("member"),
                    row.text("status"),
                    row.number("pieces"),
                    row.money("left_fen"),
                    row.flag("captured"));
        }
    }

    /// A case that is about to be paid.
    private record Draft(Line line, long quantity, Money amount, Money kept, String reason) {}

    /// Has failed top-ups be paid back.
    void register(Timers timers) {
        timers.when(TopUps.FAILED_TIMER, this::topUpFailed);
    }

    /// What would come of it.
    public AfterSales.Preview preview(Actor actor, Portion portion) {
        actor.requireOperator(Permission.PAYMENTS_REFUND);
        return tables.work(work -> preview(work, line(work, portion.line()), portion));
    }

    private AfterSales.Preview preview(Transaction work, Line line, Portion portion) {
        requirePossible(line);
        Money amount = portion.amount().orElse(line.left());
        if (portion.quantity() < 0 || portion.quantity() > line.pieces()) {
            throw tooMuch(line, line.pieces(), portion.quantity());
        }
        if (amount.compareTo(line.left()) > 0 || amount.fen() == 0 && portion.quantity() == 0) {
            throw tooMuch(line, line.left(), amount);
        }
        Money kept = deduction.of(work, new Deduction.Portion(line.id(), portion.quantity(), amount));
        Money most = kept.compareTo(amount) > 0 ? amount : kept;
        return new AfterSales.Preview(line.left(), amount, most, new Money(amount.fen() - most.fen()));
    }

    /// Pays, once under each key.
    ///
    /// @throws hongli.mall.refusal.Refusal where nothing of the kind is possible, where a case of the line is under
    ///     way, or where what was paid in cash or constant points has reached the merchant already
    public Case pay(Actor actor, Request request) {
        Actor.Operator operator = actor.requireOperator(Permission.PAYMENTS_REFUND);
        try {
            return tables.work(work -> {
                Line line = line(work, request.portion().line());
                return known(work, request).orElseGet(() -> paid(work, operator, line, request));
            });
        } catch (StatementFailed e) {
            throw e.isDuplicate()
                    ? AfterSaleGround.AFTER_SALE_OPEN.with(
                            "line", request.portion().line())
                    : e;
        }
    }

    /// Whoever holds the order's lock looks first whether it was done.
    private static Optional<Case> known(Transaction work, Request request) {
        Optional<Case> known = work.find("select * from mall.after_sale where key = ?", Case::of, request.key());
        known.ifPresent(before -> {
            Portion portion = request.portion();
            boolean same = before.line() == portion.line()
                    && before.quantity() == portion.quantity()
                    && portion.amount().map(before.amount()::equals).orElse(true)
                    && before.reason().equals(request.reason());
            if (!same) {
                throw AfterSaleGround.REFUND_KEY_REUSED.with("key", request.key());
            }
        });
        return known;
    }

    private Case paid(Transaction work, Actor.Operator operator, Line line, Request request) {
        AfterSales.Preview preview = preview(work, line, request.portion());
        if (!preview.deduction().equals(request.kept())) {
            throw AfterSaleGround.DEDUCTION_CHANGED.with(
                    "deduction", preview.deduction().toString());
        }
        var draft =
                new Draft(line, request.portion().quantity(), preview.amount(), preview.deduction(), request.reason());
        Case done = paid(work, operator, draft, request.key());
        Trail.tell(
                work,
                operator,
                "refund.made",
                new Trail.Subject("order", line.order()),
                new Trail.Change(
                        null,
                        Map.of(
                                "case", done.id(),
                                "line", line.id(),
                                "quantity", done.quantity(),
                                "amount", done.amount().toString(),
                                "deduction", done.deduction().toString(),
                                "reason", done.reason())));
        return done;
    }

    private Case paid(Transaction work, Actor by, Draft draft, @Nullable String key) {
        long id = work.insert(
                "insert into mall.after_sale (order_id, line, merchant, member, kind, quantity, amount_fen,"
                        + " deduction_fen, reason, status, asked_at, version, key)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, 'asked', ?, 0, ?) returning id",
                draft.line().order(),
                draft.line().id(),
                draft.line().merchant(),
                draft.line().member(),
                Kind.REFUND,
                draft.quantity(),
                draft.amount(),
                draft.kept(),
                draft.reason(),
                work.now(),
                key);
        Case agreed = Cases.step(work, by, Cases.locked(work, id), Step.last(Status.AGREED, draft.reason()));
        return reimbursement.pay(work, agreed);
    }

    /// The buyer may have asked first: then the merchant need not answer any more.
    private void topUpFailed(Transaction work, long id) {
        Line line = line(work, id);
        Optional<Case> open = work.find(OPEN, Case::of, id);
        if (open.isPresent()) {
            if (open.get().status() == Status.ASKED) {
                Cases.step(work, new Actor.House(), open.get(), Step.waiting(Status.AGREED, Duration.ZERO, REASON));
            }
            return;
        }
        if (line.pieces() == 0 && line.left().fen() == 0) {
            return;
        }
        AfterSales.Preview all = preview(work, line, new Portion(id, line.pieces(), Optional.empty()));
        paid(work, new Actor.House(), new Draft(line, line.pieces(), all.amount(), all.deduction(), REASON), null);
    }

    private static Line line(Transaction work, long line) {
        return work.find(LEFT, row -> Line.of(row, line), line).orElseThrow(() -> General.NOT_FOUND.with("line", line));
    }

    private static void requirePossible(Line line) {
        boolean possible = switch (line.status()) {
            case "paid", "shipped", "delivered", "completed" -> true;
            default -> false;
        };
        if (!possible) {
            throw AfterSaleGround.AFTER_SALE_NOT_POSSIBLE.with(
                    "status", line.status(), "kind", Kind.REFUND.name().toLowerCase(Locale.ROOT));
        }
        if (line.captured()) {
            throw AfterSaleGround.PURSE_CAPTURED.with("order", line.order());
        }
    }

    private static RuntimeException tooMuch(Line line, Object most, Object asked) {
        return AfterSaleGround.AFTER_SALE_TOO_MUCH.with(
                "line", line.id(), "most", String.valueOf(most), "asked", String.valueOf(asked));
    }
}
