package hongli.web.mall.order;

import hongli.mall.access.Actor;
import hongli.mall.order.OrderLists;
import hongli.mall.order.OrderLists.Summary;
import hongli.web.mall.Asked;
import hongli.web.mall.Csv;
import hongli.web.mall.Csv.Column;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Lists of orders as CSV.
final class OrderCsv {
    private static final List<Column<Summary>> COLUMNS = List.of(
            new Column<>("number", Summary::number),
            new Column<>("status", Summary::status),
            new Column<>("merchant", Summary::merchantName),
            new Column<>("member", Summary::member),
            new Column<>("titles", Summary::titles),
            new Column<>("goods", order -> order.sums().goods()),
            new Column<>("platform_off", order -> order.sums().platformOff()),
            new Column<>("merchant_off", order -> order.sums().merchantOff()),
            new Column<>("freight", order -> order.sums().freight()),
            new Column<>("payable", order -> order.sums().payable()),
            new Column<>("refunded", order -> order.sums().refunded()),
            new Column<>("receiver", order -> ofAddress(order, "receiver")),
            new Column<>("phone", order -> ofAddress(order, "phone")),
            new Column<>("region", order -> ofAddress(order, "region")),
            new Column<>("street", order -> ofAddress(order, "street")),
            new Column<>("note", Summary::note),
            new Column<>("placed_at", Summary::placedAt));

    private OrderCsv() {}

    static void send(OrderLists lists, Actor actor, Asked asked, HttpServletResponse response) throws IOException {
        var filter = OrderFilter.of(asked);
        Csv.send(response, "orders", asked.text("sort", 40), COLUMNS, wish -> lists.page(actor, filter, wish));
    }

    private static @Nullable Object ofAddress(Summary order, String name) {
        Map<String, ?> address =
                order.address().<Map<String, ?>>map(Told::object).orElse(Map.of());
        return address.get(name);
    }
}
