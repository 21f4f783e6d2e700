package hongli.mall.payment;

import hongli.economy.command.Asset;
import hongli.economy.exact.Money;
import hongli.mall.table.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;

/// One way by which a checkout is paid, wholly or in part.
///
/// @param attempt what is paid together has the same number
/// @param order what a hold is for; nothing where a channel pays all orders of the checkout at once
/// @param reference our name for it: the channel's out-trade number, or the root of hold ids
/// @param turn how often the hold was made smaller
/// @param counts whether the checkout was paid by this
public record Payment(
        long id,
        long checkout,
        long member,
        Way way,
        int attempt,
        OptionalLong order,
        Optional<String> channel,
        String reference,
        int turn,
        Money amount,
        Money refunded,
        Status status,
        boolean counts,
        Optional<String> trade,
        Instant startedAt,
        Optional<Instant> paidAt) {
    static final String SELECT = """
            select p.*, c.member from mall.payment p join mall.checkout c on c.id = p.checkout""";

    /// What pays.
    public enum Way {
        CHANNEL,
        CASH,
        CONSTANT
    }

    /// How far it is.
    public enum Status {
        STARTED,
        HELD,
        PAID,
        CAPTURED,
        RELEASED,
        FAILED,
        CLOSED
    }

    /// The payment in a row of [#SELECT].
    static Payment of(Row row) throws SQLException {
        return new Payment(
                row.number("id"),
                row.number("checkout"),
                row.number("member"),
                row.word("way", Way.class),
                row.count("attempt"),
                row.findNumber("order_id"),
                row.findText("channel"),
                row.text("reference"),
                row.count("turn"),
                row.money("amount_fen"),
                row.money("refunded_fen"),
                row.word("status", Status.class),
                row.flag("counts"),
                row.findText("trade"),
                row.time("started_at"),
                row.findTime("paid_at"));
    }

    /// The id under which the purse holds it now.
    public String hold() {
        return holdAt(turn);
    }

    String holdAt(int turn) {
        return turn == 0 ? reference : reference + "-" + turn;
    }

    /// What of it has not gone back.
    public Money rest() {
        return new Money(amount.fen() - refunded.fen());
    }

    Asset asset() {
        return switch (way) {
            case CASH -> Asset.CASH;
            case CONSTANT -> Asset.CONSTANT;
            case CHANNEL -> throw new IllegalStateException("a purse must pay it: payment=" + id);
        };
    }
}
