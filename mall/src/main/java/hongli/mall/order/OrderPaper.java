package hongli.mall.order;

import hongli.economy.exact.Money;
import hongli.mall.table.Row;
import hongli.mall.table.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// An order in full: what it comes to, its lines, and every step it took.
public record OrderPaper(OrderLists.Summary summary, List<Line> lines, List<Event> events) {
    private static final String LINES = """
            select id, product, variant, kind, day, title, specification::text specification, target, quantity,
                refunded_quantity, list_fen, unit_fen, platform_discount_fen, merchant_discount_fen, freight_fen,
                paid_fen, refunded_fen, (select pictures[1] from mall.product p where p.id = product) picture,
                exists (select from mall.review r where r.line = order_line.id) reviewed
            from mall.order_line where order_id = ? order by id
            """;

    public OrderPaper {
        lines = List.copyOf(lines);
        events = List.copyOf(events);
    }

    /// A line.
    ///
    /// @param specification as JSON
    /// @param picture the first that the product has now
    /// @param reviewed whether its buyer has said something of it, shown or not
    public record Line(
            long id,
            long product,
            long variant,
            String kind,
            Optional<LocalDate> day,
            String title,
            String specification,
            String target,
            long quantity,
            long refundedQuantity,
            OptionalLong picture,
            boolean reviewed,
            Amounts amounts) {}

    /// The amounts of a line: one piece by the list and at the buyer's price, the rest for all its pieces.
    public record Amounts(
            Money list, Money unit, Money platformOff, Money merchantOff, Money freight, Money paid, Money refunded) {}

    /// A step.
    public record Event(Instant at, String actor, Optional<String> before, String after, String note) {}

    static OrderPaper read(Transaction work, OrderLists.Summary summary) {
        List<Event> events = work.all(
                "select at, actor, before, after, note from mall.order_event where order_id = ? order by id",
                row -> new Event(
                        row.time("at"), row.text("actor"), row.findText("before"), row.text("after"), row.text("note")),
                summary.id());
        return new OrderPaper(summary, work.all(LINES, OrderPaper::line, summary.id()), events);
    }

    private static Line line(Row row) throws SQLException {
        return new Line(
                row.number("id"),
                row.number("product"),
                row.number("variant"),
                row.text("kind"),
                Optional.ofNullable(row.date("day")),
                row.text("title"),
                row.text("specification"),
                row.text("target"),
                row.number("quantity"),
                row.number("refunded_quantity"),
                row.findNumber("picture"),
                row.flag("reviewed"),
                new Amounts(
                        row.money("list_fen"),
                        row.money("unit_fen"),
                        row.money("platform_discount_fen"),
                        row.money("merchant_discount_fen"),
                        row.money("freight_fen"),
                        row.money("paid_fen"),
                        row.money("refunded_fen")));
    }
}
