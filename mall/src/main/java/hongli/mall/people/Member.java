package hongli.mall.people;

import hongli.mall.table.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/// A customer as the mall knows them.
///
/// @param tier as the programme last told
public record Member(
        long id,
        Optional<String> phone,
        Optional<String> email,
        String name,
        int tier,
        Status status,
        String referralCode,
        Instant joinedAt,
        Optional<Instant> phoneProvedAt,
        Optional<Instant> emailProvedAt) {
    /// Whether a member may act.
    public enum Status {
        ACTIVE,
        LOCKED,
        /// The person was erased; the number stays in the books.
        ERASED
    }

    static Member of(Row row) throws SQLException {
        return new Member(
                row.number("id"),
                row.findText("phone"),
                row.findText("email"),
                row.text("name"),
                row.count("tier"),
                row.word("status", Status.class),
                row.text("referral_code"),
                row.time("joined_at"),
                row.findTime("phone_proved_at"),
                row.findTime("email_proved_at"));
    }
}
