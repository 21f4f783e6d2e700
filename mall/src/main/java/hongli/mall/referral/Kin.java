package hongli.mall.referral;

import hongli.mall.table.Row;
import java.sql.SQLException;
import java.time.Instant;

/// Somebody in the line of referrals of a member.
///
/// @param level how many steps away
/// @param referrer who brought them, 0 where nobody did
/// @param isActive whether the account can be used
public record Kin(
        long member, int level, String name, boolean isActive, long referrer, String source, Instant boundAt) {
    static Kin of(Row row) throws SQLException {
        return new Kin(
                row.number("id"),
                row.count("level"),
                row.text("name"),
                row.text("status").equals("active"),
                row.number("referrer"),
                row.text("source"),
                row.time("bound_at"));
    }
}
