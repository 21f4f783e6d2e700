package hongli.mall.referral;

import hongli.mall.table.Row;
import java.sql.SQLException;
import java.time.Instant;

/// One try to bind a member to whoever has a code.
///
/// @param outcome `bound`, or the code of the reason why not
public record Try(String code, String source, String outcome, Instant at) {
    static Try of(Row row) throws SQLException {
        return new Try(row.text("code"), row.text("source"), row.text("outcome"), row.time("at"));
    }
}
