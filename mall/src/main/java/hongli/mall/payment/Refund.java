package hongli.mall.payment;

import hongli.economy.exact.Money;
import hongli.mall.table.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// Money on its way back to where it came from.
///
/// @param order what it is for; nothing where a payment too many goes back wholly
/// @param afterSale the case it follows from, where there is one
public record Refund(
        long id,
        long payment,
        OptionalLong order,
        OptionalLong afterSale,
        String reference,
        String reason,
        Money amount,
        Status status,
        Instant startedAt,
        Optional<Instant> doneAt) {
    /// How far it is.
    public enum Status {
        STARTED,
        DONE,
        FAILED
    }

    static Refund of(Row row) throws SQLException {
        return new Refund(
                row.number("id"),
                row.number("payment"),
                row.findNumber("order_id"),
                row.findNumber("after_sale"),
                row.text("reference"),
                row.text("reason"),
                row.money("amount_fen"),
                row.word("status", Status.class),
                row.time("started_at"),
                row.findTime("done_at"));
    }
}
