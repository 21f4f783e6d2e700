package hongli.mall.price;

import hongli.economy.exact.Money;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A price told line by line, as it is kept with a checkout and shown to the buyer. Amounts are yuan in texts.
public final class Explanation {
    private Explanation() {}

    /// The price, and how much of it constant points pay: as many as are offered and needed.
    public static Map<String, Object> of(Price price, Money points) {
        Money payable = price.payable();
        Money byPoints = new Money(Math.min(points.fen(), payable.fen()));
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("lines", price.lines().stream().map(Explanation::line).toList());
        told.put("list", price.list().toString());
        told.put("tierOff", new Money(price.list().fen() - price.goods().fen()).toString());
        told.put("goods", price.goods().toString());
        told.put("platformOff", price.off(Bearer.PLATFORM).toString());
        told.put("merchantOff", price.off(Bearer.MERCHANT).toString());
        told.put("freight", price.freight().toString());
        told.put("freightKnown", price.withFreight());
        told.put("payable", payable.toString());
        told.put("points", byPoints.toString());
        told.put("rest", new Money(payable.fen() - byPoints.fen()).toString());
        return told;
    }

    private static Map<String, Object> line(PricedItem line) {
        Item item = line.item();
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("variant", item.key().variant());
        item.key().day().ifPresent(day -> told.put("day", day.toString()));
        told.put("merchant", item.merchant());
        told.put("quantity", item.quantity());
        told.put("listPrice", item.list().toString());
        told.put("unitPrice", item.unit().toString());
        told.put("list", item.listAmount().toString());
        told.put("tierOff", line.tierOff().toString());
        List<Map<String, Object>> coupons = new ArrayList<>();
        line.cuts().forEach(cut -> coupons.add(cut(cut)));
        told.put("coupons", coupons);
        told.put("freight", line.freight().toString());
        told.put("paid", line.paid().toString());
        return told;
    }

    private static Map<String, Object> cut(PricedItem.Cut cut) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("coupon", cut.coupon());
        told.put("name", cut.name());
        told.put("borneBy", cut.bearer() == Bearer.PLATFORM ? "platform" : "merchant");
        told.put("off", cut.off().toString());
        return told;
    }
}
