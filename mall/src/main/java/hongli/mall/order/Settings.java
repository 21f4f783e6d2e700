package hongli.mall.order;

import hongli.mall.table.Transaction;

/// What the shop has set for orders.
final class Settings {
    private Settings() {}

    static long number(Transaction work, String name) {
        return work.number("select (value #>> '{}')::bigint number from mall.setting where name = ?", name);
    }
}
