package hongli.web.mall.order;

import hongli.mall.access.Actor;
import hongli.mall.order.OrderLists;
import hongli.mall.table.Listing;
import hongli.mall.table.Page;
import hongli.web.mall.Asked;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Lists of orders as CSV (RFC 4180) in UTF-8, with the mark that spreadsheets look for, page by page.
final class OrderCsv {
    private static final int PAGE = 500;
    private static final String HEAD =
            "number,status,merchant,member,titles,goods,platform_off,merchant_off,freight,payable,refunded,receiver,"
                    + "phone,region,street,note,placed_at\r\n";

    private OrderCsv() {}

    static void send(OrderLists lists, Actor actor, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var asked = Asked.only(request, "status", "from", "until", "text", "sort");
        var filter = OrderFilter.of(asked);
        String sort = asked.text("sort", 40);
        Page<OrderLists.Summary> page = lists.page(actor, filter, new Listing.Wish(sort, null, PAGE));
        response.setStatus(200);
        response.setContentType("text/csv; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Disposition", "attachment; filename=\"orders.csv\"");
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        out.write('\uFEFF');
        out.write(HEAD);
        while (true) {
            for (OrderLists.Summary order : page.items()) {
                out.write(line(order));
            }
            Optional<String> next = page.next();
            if (next.isEmpty()) {
                break;
            }
            page = lists.page(actor, filter, new Listing.Wish(sort, next.get(), PAGE));
        }
        out.flush();
    }

    private static String line(OrderLists.Summary order) {
        Map<String, ?> address =
                order.address().<Map<String, ?>>map(Told::object).orElse(Map.of());
        var sums = order.sums();
        return List.of(
                                order.number(),
                                order.status().word(),
                                order.merchantName(),
                                order.member(),
                                order.titles(),
                                sums.goods(),
                                sums.platformOff(),
                                sums.merchantOff(),
                                sums.freight(),
                                sums.payable(),
                                sums.refunded(),
                                field(address, "receiver"),
                                field(address, "phone"),
                                field(address, "region"),
                                field(address, "street"),
                                order.note(),
                                order.placedAt())
                        .stream()
                        .map(value -> quoted(value.toString()))
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    private static String field(Map<String, ?> address, String name) {
        Object value = address.get(name);
        return value == null ? "" : value.toString();
    }

    /// A text that a spreadsheet would take for a formula gets a mark that makes it a text.
    private static String quoted(String value) {
        String harmless = !value.isEmpty() && "=+-@\t\r".indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        return '"' + harmless.replace("\"", "\"\"") + '"';
    }
}
