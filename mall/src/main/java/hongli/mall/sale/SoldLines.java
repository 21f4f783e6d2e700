package hongli.mall.sale;

import hongli.economy.exact.Money;
import hongli.mall.price.Split;
import hongli.mall.table.Row;
import hongli.mall.table.Transaction;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Reads the lines of orders, with the part of each that was paid in constant points.
public final class SoldLines {
    private static final String LINES = """
            select l.id, l.paid_fen, l.freight_fen, l.platform_discount_fen, l.refunded_fen, l.cost_fen,
                l.quantity - l.refunded_quantity as kept, row_number() over (order by l.id) as number,
                (select coalesce(sum(amount_fen), 0)::bigint from mall.payment
                    where order_id = l.order_id and way = 'constant' and counts) constant_fen
            from mall.order_line l where l.order_id = ? order by l.id
            """;

    private SoldLines() {}

    /// The lines of one order, in order.
    public static List<SoldLine> ofOrder(Transaction work, long order) {
        // Each line says what was paid in constant points for the whole order.
        List<SoldLine> lines = work.all(LINES, SoldLines::read, order);
        Money constant = lines.isEmpty() ? Money.ZERO : lines.getFirst().constant();
        List<Money> parts =
                Split.of(constant, lines.stream().map(SoldLine::paid).toList());
        List<SoldLine> split = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            split.add(lines.get(i).withConstant(parts.get(i)));
        }
        return split;
    }

    /// All lines of what is paid at once, in order.
    public static List<SoldLine> ofCheckout(Transaction work, long checkout) {
        return work
                .all("select id from mall.orders where checkout = ? order by id", row -> row.number("id"), checkout)
                .stream()
                .flatMap(order -> ofOrder(work, order).stream())
                .toList();
    }

    private static SoldLine read(Row row) throws SQLException {
        return new SoldLine(
                row.number("id"),
                row.count("number"),
                row.money("paid_fen"),
                row.money("freight_fen"),
                row.money("platform_discount_fen"),
                row.money("constant_fen"),
                row.money("refunded_fen"),
                row.money("cost_fen"),
                row.number("kept"));
    }
}
