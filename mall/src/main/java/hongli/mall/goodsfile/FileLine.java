package hongli.mall.goodsfile;

import hongli.economy.exact.Money;
import hongli.economy.terms.Fault;
import hongli.mall.goods.Kind;
import hongli.mall.goods.Offer;
import hongli.mall.goods.Stock;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A line of a file of goods, understood: a variant, and what it says of its product.
///
/// @param kind of the product
/// @param stock what shall be in stock, or null where it stays
record FileLine(
        Cells cells,
        Kind kind,
        Offer.Variant variant,
        @Nullable Long stock) {
    private static final Map<String, Kind> KINDS =
            Map.of("实物", Kind.PHYSICAL, "卡券", Kind.VOUCHER, "充值", Kind.TOP_UP, "预订", Kind.BOOKING);
    private static final String MONEY = "[0-9]{1,9}(\\.[0-9]{1,2})?";

    int line() {
        return cells.line();
    }

    /// Reads a line; whatever is wrong with it is added to `faults`, and something harmless stands in its place.
    static FileLine of(Cells cells, List<Fault> faults) {
        return new Reader(cells, faults).line();
    }

    private record Reader(Cells cells, List<Fault> faults) {
        FileLine line() {
            if (cells.text(Column.PRODUCT).isEmpty()) {
                fault(Column.PRODUCT, "missing", "a name for the product within this file");
            }
            return new FileLine(
                    cells,
                    kind(),
                    new Offer.Variant(
                            cells.text(Column.SKU),
                            specification(),
                            money(Column.PRICE, cells.text(Column.PRICE)),
                            cells.text(Column.COST).isEmpty()
                                    ? Money.ZERO
                                    : money(Column.COST, cells.text(Column.COST)),
                            tierPrices(),
                            (int) number(Column.GRAMS, 10_000_000, 0)),
                    cells.text(Column.STOCK).isEmpty() ? null : number(Column.STOCK, Stock.MOST, 0));
        }

        private Kind kind() {
            String text = cells.text(Column.KIND).toLowerCase(Locale.ROOT);
            for (Kind kind : Kind.values()) {
                if (kind.name().toLowerCase(Locale.ROOT).equals(text)) {
                    return kind;
                }
            }
            Kind kind = KINDS.get(text);
            if (kind == null) {
                fault(Column.KIND, "wrong_form", "实物/physical, 卡券/voucher, 充值/top_up, 预订/booking");
                return Kind.PHYSICAL;
            }
            return kind;
        }

        private SortedMap<String, String> specification() {
            SortedMap<String, String> words = new TreeMap<>();
            for (String part : parts(Column.SPECIFICATION)) {
                int equals = part.indexOf('=');
                boolean sound = equals > 0 && equals < part.length() - 1;
                if (!sound
                        || words.put(
                                        part.substring(0, equals).strip(),
                                        part.substring(equals + 1).strip())
                                != null) {
                    fault(Column.SPECIFICATION, "wrong_form", "颜色=红;容量=750ml");
                }
            }
            return words;
        }

        private List<Money> tierPrices() {
            return parts(Column.TIER_PRICES).stream()
                    .map(part -> money(Column.TIER_PRICES, part.strip()))
                    .toList();
        }

        private List<String> parts(Column column) {
            String text = cells.text(column).replace('；', ';').replace('＝', '=');
            List<String> parts = new ArrayList<>();
            for (String part : text.split(";", -1)) {
                if (!part.isBlank()) {
                    parts.add(part);
                }
            }
            return parts;
        }

        private Money money(Column column, String text) {
            if (!text.matches(MONEY)) {
                fault(column, text.isEmpty() ? "missing" : "wrong_form", "12.50");
                return new Money(1);
            }
            return new Money(new BigDecimal(text).movePointRight(2).longValueExact());
        }

        private long number(Column column, long most, long otherwise) {
            String text = cells.text(column);
            if (text.isEmpty()) {
                return otherwise;
            }
            if (!text.matches("[0-9]{1,10}") || Long.parseLong(text) > most) {
                fault(column, "out_of_range", "a whole number from 0 to " + most);
                return otherwise;
            }
            return Long.parseLong(text);
        }

        private void fault(Column column, String code, String expected) {
            faults.add(
                    new Fault("lines[" + cells.line() + "]." + column.english(), code, expected, cells.text(column)));
        }
    }
}
