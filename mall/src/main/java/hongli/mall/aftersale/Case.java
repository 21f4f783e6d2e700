package hongli.mall.aftersale;

import hongli.economy.exact.Money;
import hongli.mall.table.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// One refund, return or exchange of pieces of an order line.
///
/// @param amount what the pieces are worth; the member gets it back less the deduction
/// @param carrier how the goods come back; empty before
/// @param version grows by every step; who decides must have seen the newest
public record Case(
        long id,
        long order,
        long line,
        long merchant,
        long member,
        Kind kind,
        long quantity,
        Money amount,
        Money deduction,
        String reason,
        List<Long> evidence,
        String carrier,
        String number,
        Status status,
        Instant askedAt,
        Optional<Instant> dueAt,
        long version) {
    public Case {
        evidence = List.copyOf(evidence);
    }

    /// What the member wants.
    public enum Kind {
        REFUND,
        RETURN,
        EXCHANGE
    }

    /// How far it is.
    public enum Status {
        ASKED,
        AGREED,
        REFUSED,
        APPEALED,
        SENT_BACK,
        RECEIVED,
        DONE,
        CLOSED
    }

    /// What the member gets.
    public Money payout() {
        return new Money(amount.fen() - deduction.fen());
    }

    static Case of(Row row) throws SQLException {
        return new Case(
                row.number("id"),
                row.number("order_id"),
                row.number("line"),
                row.number("merchant"),
                row.number("member"),
                row.word("kind", Kind.class),
                row.number("quantity"),
                row.money("amount_fen"),
                row.money("deduction_fen"),
                row.text("reason"),
                row.numbers("evidence"),
                row.text("carrier"),
                row.text("number"),
                row.word("status", Status.class),
                row.time("asked_at"),
                row.findTime("due_at"),
                row.number("version"));
    }
}
