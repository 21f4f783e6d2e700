package hongli.mall.withdrawal;

import hongli.economy.exact.Money;
import hongli.mall.payment.Purse;
import hongli.mall.table.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// Cash of a member's or a merchant's that is to leave.
///
/// @param hold under which the purse keeps it aside
/// @param note what the operator wrote
public record Withdrawal(
        long id,
        Purse.Holder holder,
        String key,
        Money amount,
        String account,
        Status status,
        String hold,
        String checks,
        Instant askedAt,
        Optional<Instant> decidedAt,
        String note,
        Optional<Instant> paidAt) {
    /// How far it is.
    public enum Status {
        ASKED,
        HELD,
        APPROVED,
        REFUSED,
        PAYING,
        PAID,
        FAILED
    }

    private static Purse.Holder holder(Row row) throws SQLException {
        var member = row.findNumber("member");
        return member.isPresent()
                ? Purse.Holder.member(member.getAsLong())
                : Purse.Holder.merchant(row.number("merchant"));
    }

    static Withdrawal of(Row row) throws SQLException {
        return new Withdrawal(
                row.number("id"),
                holder(row),
                row.text("key"),
                row.money("amount_fen"),
                row.text("account"),
                row.word("status", Status.class),
                row.text("hold"),
                row.text("checks"),
                row.time("asked_at"),
                row.findTime("decided_at"),
                row.text("note"),
                row.findTime("paid_at"));
    }
}
