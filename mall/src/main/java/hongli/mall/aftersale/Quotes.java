package hongli.mall.aftersale;

import hongli.economy.exact.Money;
import hongli.mall.aftersale.Case.Kind;
import hongli.mall.price.Portion;
import hongli.mall.refusal.General;
import hongli.mall.table.Transaction;
import java.time.Instant;
import java.util.Optional;

/// What a member can ask for of an order line, exact to the fen.
///
/// Pieces are worth their part of what was paid for the line, so that the parts of all pieces add up to it.
/// Freight goes back while nothing of the line was sent, and not afterwards. After delivery the return window must
/// still be open.
final class Quotes {
    private static final String LINE = """
            select l.order_id, l.merchant, l.kind, l.quantity, l.refunded_quantity, l.paid_fen, l.refunded_fen,
                   l.freight_fen, o.status, coalesce(o.delivered_at, o.completed_at) delivered_at,
                   exists (
                       select from mall.package p
                       where p.order_id = o.id and jsonb_exists(p.lines, l.id::text)) sent,
                   (select t.status from mall.top_up t where t.line = l.id) top_up
            from mall.order_line l join mall.orders o on o.id = l.order_id
            where l.id = ? and o.member = ? for update of o
            """;

    private Quotes() {}

    /// What can be asked for.
    ///
    /// @param most what the pieces are worth at most
    record Quote(long order, long merchant, Money most) {}

    private record Line(
            long order,
            long merchant,
            String kind,
            long quantity,
            long gone,
            Money paid,
            Money back,
            Money freight,
            String status,
            Optional<Instant> deliveredAt,
            boolean sent,
            Optional<String> topUp) {}

    /// The quote for `quantity` pieces of a line of a member's; locks the order.
    static Quote of(Transaction work, long member, long line, Kind kind, long quantity) {
        Line found = line(work, member, line);
        requirePossible(found, kind);
        requireInTime(work, found);
        if (quantity < 1 || quantity > found.quantity() - found.gone()) {
            throw AfterSaleGround.AFTER_SALE_TOO_MUCH.with(
                    "line", line, "most", found.quantity() - found.gone(), "asked", quantity);
        }
        Money base =
                found.sent() ? new Money(found.paid().fen() - found.freight().fen()) : found.paid();
        Money worth = Portion.of(base, found.quantity(), found.gone(), quantity);
        long left = found.paid().fen() - found.back().fen();
        Money most = kind == Kind.EXCHANGE ? Money.ZERO : new Money(Math.min(worth.fen(), left));
        return new Quote(found.order(), found.merchant(), most);
    }

    private static Line line(Transaction work, long member, long line) {
        return work.find(
                        LINE,
                        row -> new Line(
                                row.number("order_id"),
                                row.number("merchant"),
                                row.text("kind"),
                                row.number("quantity"),
                                row.number("refunded_quantity"),
                                row.money("paid_fen"),
                                row.money("refunded_fen"),
                                row.money("freight_fen"),
                                row.text("status"),
                                row.findTime("delivered_at"),
                                row.flag("sent"),
                                row.findText("top_up")),
                        line,
                        member)
                .orElseThrow(General.NOT_FOUND::with);
    }

    private static void requirePossible(Line line, Kind kind) {
        boolean possible = switch (line.status()) {
            case "paid", "shipped" -> kind == Kind.REFUND;
            case "delivered", "completed" -> kind == Kind.REFUND || line.kind().equals("physical");
            default -> false;
        };
        boolean loaded = line.topUp().isPresent() && !line.topUp().get().equals("failed");
        if (!possible || loaded) {
            throw AfterSaleGround.AFTER_SALE_NOT_POSSIBLE.with("status", line.status(), "kind", Cases.word(kind));
        }
    }

    private static void requireInTime(Transaction work, Line line) {
        if (line.deliveredAt().isPresent()) {
            Instant until = line.deliveredAt().get().plus(Cases.days(work, "return_days"));
            if (work.now().isAfter(until)) {
                throw AfterSaleGround.RETURN_WINDOW_PASSED.with("until", until.toString());
            }
        }
    }
}
