package hongli.mall.merchant;

import hongli.economy.exact.Money;
import hongli.mall.table.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A merchant as operators and its own clerks see it.
///
/// @param owner the member who applied, or null for the platform's own shop
/// @param commissionMillionths the platform's part of its sales
/// @param reason why it was rejected, suspended or closed; empty where it was not
public record Merchant(
        long id,
        String name,
        Status status,
        @Nullable Long owner,
        String contact,
        String licence,
        Money entryFee,
        @Nullable Instant entryFeePaidAt,
        @Nullable Instant entryFeeRefundedAt,
        long commissionMillionths,
        String reason,
        Instant createdAt,
        long version) {
    static final String SELECT = "select m.id, m.name, m.status, m.owner, m.contact, m.licence, m.entry_fee_fen,"
            + " m.entry_fee_paid_at, m.entry_fee_refunded_at, m.commission_millionths, m.reason, m.created_at,"
            + " m.version from mall.merchant m";

    /// How far a merchant has come.
    public enum Status {
        APPLIED,
        REJECTED,
        ACCEPTED,
        OPEN,
        SUSPENDED,
        CLOSED
    }

    static Merchant read(Row row) throws SQLException {
        var owner = row.findNumber("owner");
        return new Merchant(
                row.number("id"),
                row.text("name"),
                row.word("status", Status.class),
                owner.isPresent() ? owner.getAsLong() : null,
                row.text("contact"),
                row.text("licence"),
                row.money("entry_fee_fen"),
                row.findTime("entry_fee_paid_at").orElse(null),
                row.findTime("entry_fee_refunded_at").orElse(null),
                row.number("commission_millionths"),
                row.text("reason"),
                row.time("created_at"),
                row.number("version"));
    }

    static String word(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    /// As the audit log tells it.
    Map<String, Object> told() {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("name", name);
        told.put("status", word(status));
        told.put("entryFee", entryFee.toString());
        told.put("entryFeePaid", entryFeePaidAt != null);
        told.put("entryFeeRefunded", entryFeeRefundedAt != null);
        told.put("commissionMillionths", commissionMillionths);
        told.put("reason", reason);
        return told;
    }
}
