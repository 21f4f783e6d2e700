package hongli.mall.sale;

import hongli.economy.exact.Money;
import hongli.mall.table.Row;
import hongli.mall.table.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the lines of orders, with the part of each that was paid out of the programme.
public final class SoldLines {
    private static final String LINES = """
            select l.id, l.order_id, l.paid_fen, l.freight_fen, l.platform_discount_fen, l.refunded_fen, l.cost_fen,
                l.quantity - l.refunded_quantity as kept,
                row_number() over (partition by l.order_id order by l.id) as number
            from mall.order_line l join mall.orders o on o.id = l.order_id where o.checkout = ? order by l.id
            """;
    private static final String PURSE = """
            select coalesce(sum(amount_fen), 0) number from mall.payment
            where checkout = ? and way = ? and status in ('started', 'held', 'paid', 'captured')
            """;

    private SoldLines() {}

    /// A line and its order.
    private record Placed(long order, SoldLine line) {}

    /// The lines of one order, in order.
    public static List<SoldLine> ofOrder(Transaction work, long order) {
        return work
                .find("select checkout from mall.orders where id = ?", row -> row.number("checkout"), order)
                .map(checkout -> placed(work, checkout))
                .orElse(List.of())
                .stream()
                .filter(placed -> placed.order() == order)
                .map(Placed::line)
                .toList();
    }

    /// All lines of what was paid at once, in order.
    public static List<SoldLine> ofCheckout(Transaction work, long checkout) {
        return placed(work, checkout).stream().map(Placed::line).toList();
    }

    /// One line.
    public static Optional<SoldLine> find(Transaction work, long line) {
        return work.find("select order_id from mall.order_line where id = ?", row -> row.number("order_id"), line)
                .flatMap(order -> ofOrder(work, order).stream()
                        .filter(each -> each.id() == line)
                        .findFirst());
    }

    private static List<Placed> placed(Transaction work, long checkout) {
        List<Placed> lines = work.all(LINES, SoldLines::read, checkout);
        List<Money> weights = lines.stream().map(each -> each.line().paid()).toList();
        List<Money> constant = Split.of(new Money(work.number(PURSE, checkout, "constant")), weights);
        List<Money> cash = Split.of(new Money(work.number(PURSE, checkout, "cash")), weights);
        List<Placed> split = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            split.add(withPurse(lines.get(i), constant.get(i), cash.get(i)));
        }
        return split;
    }

    private static Placed read(Row row) throws SQLException {
        return new Placed(
                row.number("order_id"),
                new SoldLine(
                        row.number("id"),
                        row.count("number"),
                        row.money("paid_fen"),
                        row.money("freight_fen"),
                        row.money("platform_discount_fen"),
                        Money.ZERO,
                        Money.ZERO,
                        row.money("refunded_fen"),
                        row.money("cost_fen"),
                        row.number("kept")));
    }

    private static Placed withPurse(Placed placed, Money constant, Money cash) {
        SoldLine line = placed.line();
        return new Placed(
                placed.order(),
                new SoldLine(
                        line.id(),
                        line.number(),
                        line.paid(),
                        line.freight(),
                        line.platformCoupon(),
                        constant,
                        cash,
                        line.refunded(),
                        line.cost(),
                        line.kept()));
    }
}
