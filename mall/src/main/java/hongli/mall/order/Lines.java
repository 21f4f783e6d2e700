package hongli.mall.order;

import hongli.economy.exact.Money;
import hongli.mall.refusal.General;
import hongli.mall.table.Transaction;
import java.util.Optional;

/// Lines of orders, as far as refunds need them.
final class Lines {
    private static final String REFUND = """
            update mall.order_line
            set refunded_fen = refunded_fen + ?, refunded_quantity = refunded_quantity + ?
            where id = ? and ? <= paid_fen - refunded_fen and ? <= quantity - refunded_quantity
            """;
    private static final String NOT_BACK = """
            select from mall.order_line
            where order_id = ? and refunded_quantity < quantity and (paid_fen = 0 or refunded_fen < paid_fen)
            """;

    private Lines() {}

    /// What was bought and paid, and what of it went back.
    record Line(long quantity, Money paid, long refundedQuantity, Money refunded) {}

    static long order(Transaction work, long line) {
        return work.find("select order_id from mall.order_line where id = ?", row -> row.number("order_id"), line)
                .orElseThrow(() -> General.NOT_FOUND.with("line", line));
    }

    static Optional<Line> find(Transaction work, long line) {
        return work.find(
                "select quantity, paid_fen, refunded_quantity, refunded_fen from mall.order_line where id = ?",
                row -> new Line(
                        row.number("quantity"),
                        row.money("paid_fen"),
                        row.number("refunded_quantity"),
                        row.money("refunded_fen")),
                line);
    }

    static void refund(Transaction work, long line, long quantity, Money amount) {
        if (quantity < 0 || work.run(REFUND, amount, quantity, line, amount, quantity) == 0) {
            throw OrderGround.REFUND_TOO_LARGE.with("line", line, "quantity", quantity);
        }
    }

    static boolean allBack(Transaction work, long order) {
        return !work.exists(NOT_BACK, order);
    }
}
