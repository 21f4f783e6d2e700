package hongli.mall.staff;

import hongli.mall.access.Permission;
import hongli.mall.table.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/// What lets a program ask in the name of the worker who made it.
///
/// @param hint how its token begins
/// @param maker the worker who made it, by number, and `makerLogin` by login
/// @param usedAt when it was last used, about to the hour
public record AccessKey(
        long id,
        String name,
        String hint,
        State state,
        Set<Permission> permissions,
        long maker,
        String makerLogin,
        Instant since,
        Instant expiresAt,
        Optional<Instant> usedAt) {
    public AccessKey {
        permissions = Set.copyOf(permissions);
    }

    /// Whether it opens anything.
    public enum State {
        ACTIVE,
        /// Its maker is locked out or has a password to choose.
        RESTING,
        EXPIRED,
        REVOKED
    }

    static AccessKey of(Row row) throws SQLException {
        return new AccessKey(
                row.number("id"),
                row.text("name"),
                row.text("hint"),
                row.word("state", State.class),
                Role.permissions(row),
                row.number("staff"),
                row.text("login"),
                row.time("created_at"),
                row.time("expires_at"),
                row.findTime("used_at"));
    }
}
