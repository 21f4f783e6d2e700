package hongli.mall.staff;

import hongli.mall.access.Permission;
import hongli.mall.table.Row;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What some of those who work here may do.
///
/// @param workers how many have it
public record Role(long id, String name, Set<Permission> permissions, long workers) {
    public Role {
        permissions = Set.copyOf(permissions);
    }

    static Role of(Row row) throws SQLException {
        return new Role(row.number("id"), row.text("name"), permissions(row), row.number("workers"));
    }

    static Set<Permission> permissions(Row row) throws SQLException {
        return row.texts("permissions").stream()
                .map(name -> Permission.valueOf(name.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
    }
}
