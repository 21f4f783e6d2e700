package hongli.app.olist;

import hongli.economy.exact.Money;
import java.util.Map;
import java.util.TreeMap;

/// What one seller sold, as a file of goods: a product for each of Olist's, a variant for each price
/// and freight it had, with as many pieces in stock as were ordered.
final class Offers {
    private static final int MOST_VARIANTS = 100;
    private static final String HEADING = "product,sku,kind,title,category,freight,specification,price,grams,stock\n";

    private final Olist olist;
    private final Map<String, Map<Sold.Good, Long>> products = new TreeMap<>();

    Offers(Olist olist) {
        this.olist = olist;
    }

    void add(Sold.Item item) {
        // What is delivered for nothing has no template, so it is a product of its own.
        String name = item.good().product() + (item.good().freightFen() == 0 ? "-0" : "");
        products.computeIfAbsent(name, _ -> new TreeMap<>(Sold.Good.ONE_ORDER))
                .merge(item.good(), item.quantity(), Long::sum);
    }

    /// @param template by which everything is sent that costs something to send
    String file(String template) {
        var file = new StringBuilder(HEADING);
        products.forEach((name, goods) -> {
            int place = 0;
            for (var good : goods.entrySet()) {
                String part = name + "." + place++ / MOST_VARIANTS;
                append(file, part, template, good.getKey(), good.getValue());
            }
        });
        return file.toString();
    }

    private void append(StringBuilder file, String part, String template, Sold.Good good, long quantity) {
        Money price = new Money(good.priceFen());
        Money freight = new Money(good.freightFen());
        file.append(part).append(',').append(good.sku()).append(",physical,");
        file.append(good.product())
                .append(',')
                .append(olist.category(good.product()))
                .append(',');
        file.append(good.freightFen() == 0 ? "" : template).append(',');
        file.append("价格=").append(price).append(";运费=").append(freight).append(',');
        file.append(price)
                .append(',')
                .append(good.freightFen())
                .append(',')
                .append(quantity)
                .append('\n');
    }
}
