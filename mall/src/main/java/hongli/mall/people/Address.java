package hongli.mall.people;

import hongli.mall.table.Row;
import java.sql.SQLException;

/// Where a member wants things to be sent.
///
/// @param id 0 where it is new
/// @param region province, city and district by name: `广东省/深圳市/南山区`
public record Address(long id, String receiver, String phone, String region, String street, boolean isDefault) {
    static Address of(Row row) throws SQLException {
        return new Address(
                row.number("id"),
                row.text("receiver"),
                row.text("phone"),
                row.text("region"),
                row.text("street"),
                row.flag("is_default"));
    }

    /// Never says where somebody lives.
    @Override
    public String toString() {
        return "Address[id=" + id + "]";
    }
}
