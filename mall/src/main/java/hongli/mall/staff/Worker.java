package hongli.mall.staff;

import hongli.mall.access.Permission;
import hongli.mall.table.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Set;

/// Somebody who works here.
///
/// @param mustChange whether the password is still the one that was handed out
public record Worker(
        long id,
        String login,
        String name,
        long role,
        String roleName,
        Set<Permission> permissions,
        boolean isActive,
        boolean mustChange,
        Instant since) {
    public Worker {
        permissions = Set.copyOf(permissions);
    }

    static Worker of(Row row) throws SQLException {
        return new Worker(
                row.number("id"),
                row.text("login"),
                row.text("name"),
                row.number("role"),
                row.text("role_name"),
                Role.permissions(row),
                row.text("status").equals("active"),
                row.flag("must_change"),
                row.time("created_at"));
    }
}
