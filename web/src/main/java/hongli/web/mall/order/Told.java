package hongli.web.mall.order;

import hongli.ledger.wire.Json;
import hongli.mall.basket.Article;
import hongli.mall.basket.Baskets;
import hongli.mall.coupon.Coupons;
import hongli.mall.order.OrderLists;
import hongli.mall.order.OrderPaper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Baskets, orders and coupons as JSON.
final class Told {
    private Told() {}

    static Map<String, Object> basket(List<Baskets.Line> lines) {
        return Map.of("lines", lines.stream().map(Told::line).toList());
    }

    private static Map<String, Object> line(Baskets.Line line) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("variant", line.key().variant());
        line.key().day().ifPresent(day -> fields.put("day", day.toString()));
        fields.put("quantity", line.quantity());
        fields.put("addedAt", line.addedAt().toString());
        line.article().ifPresent(article -> put(fields, article));
        return fields;
    }

    private static void put(Map<String, Object> fields, Article article) {
        fields.put("product", article.product());
        fields.put("merchant", article.merchant());
        fields.put("kind", article.kind().name().toLowerCase(Locale.ROOT));
        fields.put("title", article.title());
        fields.put("specification", object(article.specification()));
        fields.put("pictures", article.pictures());
        fields.put("listPrice", article.list().toString());
        fields.put("unitPrice", article.unit().toString());
        fields.put("stock", article.stock());
        fields.put("forSale", article.forSale());
    }

    /// JSON that the tables keep, to be told as JSON and not as a text.
    static Map<String, ?> object(String json) {
        return switch (Json.object(json)) {
            case Json.Reading.Parsed(var fields) -> fields;
            case Json.Reading.Faulty(var fault) -> throw new IllegalStateException("JSON must be kept: found=" + fault);
        };
    }

    static Map<String, Object> summary(OrderLists.Summary order) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", order.id());
        fields.put("number", order.number());
        fields.put("checkout", order.checkout());
        fields.put("member", order.member());
        fields.put("merchant", order.merchant());
        fields.put("merchantName", order.merchantName());
        fields.put("status", order.status().word());
        fields.put("titles", order.titles());
        fields.put("pictures", order.pictures());
        fields.put("goods", order.sums().goods().toString());
        fields.put("platformOff", order.sums().platformOff().toString());
        fields.put("merchantOff", order.sums().merchantOff().toString());
        fields.put("freight", order.sums().freight().toString());
        fields.put("payable", order.sums().payable().toString());
        fields.put("refunded", order.sums().refunded().toString());
        order.address().ifPresent(address -> fields.put("address", object(address)));
        fields.put("note", order.note());
        fields.put("placedAt", order.placedAt().toString());
        fields.put("version", order.version());
        return fields;
    }

    static Map<String, Object> paper(OrderPaper paper) {
        Map<String, Object> fields = summary(paper.summary());
        fields.put("lines", paper.lines().stream().map(Told::line).toList());
        fields.put("events", paper.events().stream().map(Told::event).toList());
        return fields;
    }

    private static Map<String, Object> line(OrderPaper.Line line) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", line.id());
        fields.put("product", line.product());
        fields.put("variant", line.variant());
        fields.put("kind", line.kind());
        line.day().ifPresent(day -> fields.put("day", day.toString()));
        fields.put("title", line.title());
        fields.put("specification", object(line.specification()));
        line.picture().ifPresent(picture -> fields.put("picture", picture));
        fields.put("target", line.target());
        fields.put("quantity", line.quantity());
        fields.put("refundedQuantity", line.refundedQuantity());
        fields.put("reviewed", line.reviewed());
        fields.put("listPrice", line.amounts().list().toString());
        fields.put("unitPrice", line.amounts().unit().toString());
        fields.put("platformOff", line.amounts().platformOff().toString());
        fields.put("merchantOff", line.amounts().merchantOff().toString());
        fields.put("freight", line.amounts().freight().toString());
        fields.put("paid", line.amounts().paid().toString());
        fields.put("refunded", line.amounts().refunded().toString());
        return fields;
    }

    private static Map<String, Object> event(OrderPaper.Event event) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("at", event.at().toString());
        fields.put("actor", event.actor());
        event.before().ifPresent(before -> fields.put("before", before));
        fields.put("after", event.after());
        fields.put("note", event.note());
        return fields;
    }

    static Map<String, Object> checkout(OrderLists.CheckoutPaper paper) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", paper.checkout().id());
        fields.put("status", paper.checkout().status().name().toLowerCase(Locale.ROOT));
        fields.put("payable", paper.checkout().amount().toString());
        fields.put("placedAt", paper.checkout().placedAt().toString());
        fields.put("payUntil", paper.payUntil().toString());
        fields.put("explanation", object(paper.explanation()));
        fields.put("orders", paper.orders().stream().map(Told::summary).toList());
        return fields;
    }

    static Map<String, Object> coupon(Coupons.Coupon coupon) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", coupon.id());
        fields.put("takenAt", coupon.takenAt().toString());
        coupon.checkout().ifPresent(checkout -> fields.put("checkout", checkout));
        fields.put("kind", coupon.kind().told());
        return fields;
    }
}
