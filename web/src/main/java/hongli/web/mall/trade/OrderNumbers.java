package hongli.web.mall.trade;

import hongli.mall.order.OrderLists;
import hongli.mall.table.Page;
import hongli.web.mall.Fields;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Adds to whatever tells its `order` the number by which people know that order.
final class OrderNumbers {
    private final OrderLists orders;

    OrderNumbers(OrderLists orders) {
        this.orders = orders;
    }

    /// A page told by `told`, with the numbers of its orders.
    <T> Map<String, Object> page(Page<T> page, Function<T, Map<String, Object>> told) {
        Page<Map<String, Object>> rows = page.map(told);
        add(rows.items());
        return Fields.page(rows, row -> row);
    }

    Map<String, Object> added(Map<String, Object> fields) {
        add(List.of(fields));
        return fields;
    }

    private void add(List<Map<String, Object>> rows) {
        Map<Long, String> numbers = orders.numbers(rows.stream()
                .map(row -> row.get("order"))
                .filter(Long.class::isInstance)
                .map(Long.class::cast)
                .toList());
        for (Map<String, Object> row : rows) {
            if (row.get("order") instanceof Long order && numbers.containsKey(order)) {
                row.put("order_number", numbers.get(order));
            }
        }
    }
}
