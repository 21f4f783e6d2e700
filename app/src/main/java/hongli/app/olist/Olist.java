package hongli.app.olist;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.commons.csv.CSVRecord;

/// The marketplace as its files tell: orders with their items, in the order in which they were placed.
///
/// @param orders those with items; 775 orders of the whole have none, so there is nothing to buy in them
/// @param categories of products, by product
record Olist(List<Sold> orders, Map<String, String> categories) {
    private static final String OTHERS = "outros";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    /// Reads the files of `folder`.
    ///
    /// @param most how many orders are read, the first ones of the file
    static Olist read(Path folder, long most) {
        Map<String, Sold.Customer> people = new HashMap<>();
        Sheet.read(folder, "customers", row -> people.put(row.get("customer_id"), customer(row)));
        Map<String, Sold> orders = new LinkedHashMap<>();
        Sheet.read(folder, "orders", row -> {
            if (orders.size() < most) {
                Sold order = order(row, people);
                orders.put(order.id, order);
            }
        });
        Sheet.read(folder, "order_items", row -> {
            Sold order = orders.get(row.get("order_id"));
            if (order != null) {
                order.add(
                        row.get("seller_id"),
                        row.get("product_id"),
                        fen(row.get("price")),
                        fen(row.get("freight_value")));
            }
        });
        Map<String, String> categories = new HashMap<>();
        Sheet.read(folder, "products", row -> categories.put(row.get("product_id"), row.get("product_category_name")));
        return new Olist(
                orders.values().stream()
                        .filter(order -> !order.items.isEmpty())
                        .sorted(Comparator.comparing(Sold::placedAt))
                        .toList(),
                categories);
    }

    private static Sold.Customer customer(CSVRecord row) {
        return new Sold.Customer(
                row.get("customer_unique_id"), row.get("customer_state") + "/" + row.get("customer_city"));
    }

    private static Sold order(CSVRecord row, Map<String, Sold.Customer> people) {
        List<LocalDateTime> times = new ArrayList<>();
        LocalDateTime last = LocalDateTime.MIN;
        for (String column : List.of(
                "order_purchase_timestamp",
                "order_approved_at",
                "order_delivered_carrier_date",
                "order_delivered_customer_date")) {
            String text = row.get(column);
            LocalDateTime time = text.isEmpty() ? last : LocalDateTime.parse(text, TIME);
            last = time.isBefore(last) ? last : time;
            times.add(last);
        }
        return new Sold(
                row.get("order_id"),
                people.getOrDefault(row.get("customer_id"), new Sold.Customer(row.get("customer_id"), "")),
                Sold.Status.of(row.get("order_status")),
                times);
    }

    /// The category of a product; those of which nothing is said are with the others.
    String category(String product) {
        String name = categories.getOrDefault(product, "");
        return name.isEmpty() ? OTHERS : name;
    }

    /// The categories of all that was sold.
    SortedSet<String> categoryNames() {
        SortedSet<String> names = new TreeSet<>();
        orders.forEach(order -> order.items
                .values()
                .forEach(items ->
                        items.forEach(item -> names.add(category(item.good().product())))));
        return names;
    }

    private static long fen(String text) {
        return new BigDecimal(text).movePointRight(2).longValueExact();
    }
}
