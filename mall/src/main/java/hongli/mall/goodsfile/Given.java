package hongli.mall.goodsfile;

import hongli.mall.csv.FormulaGuard;
import hongli.mall.goods.Kind;
import hongli.mall.goods.Offer;
import hongli.mall.goods.Product;
import hongli.mall.merchant.Seller;
import hongli.mall.table.Transaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/// A file of goods as it is given out.
final class Given {
    private static final String PATHS = """
            with recursive path(id, name) as (
                select c.id, c.name from mall.category c where c.parent is null
                union all select c.id, p.name || '/' || c.name from mall.category c join path p on c.parent = p.id)
            select id, name from path
            """;

    private final Transaction work;
    private final Seller seller;
    private final Map<Long, String> categories;
    private final Map<Long, String> brands;
    private final Map<Long, String> freights;
    private final Map<String, Long> stocks;

    Given(Transaction work, Seller seller) {
        this.work = work;
        this.seller = seller;
        categories = names(PATHS);
        brands = names("select id, name from mall.brand");
        freights = names("select id, name from mall.freight_template where merchant = ?", seller.merchant());
        stocks = new HashMap<>();
        work.all(
                        "select sku, stock from mall.variant where merchant = ?",
                        row -> Map.entry(row.text("sku"), row.number("stock")),
                        seller.merchant())
                .forEach(stock -> stocks.put(stock.getKey(), stock.getValue()));
    }

    byte[] file() {
        List<Long> products = work.all(
                "select id from mall.product where merchant = ? order by id",
                row -> row.number("id"),
                seller.merchant());
        var text = new StringBuilder("\ufeff");
        try (var printer = new CSVPrinter(text, CSVFormat.DEFAULT)) {
            List<String> headings = new ArrayList<>();
            for (Column column : Column.values()) {
                headings.add(column.chinese);
            }
            printer.printRecord(headings);
            for (long id : products) {
                write(printer, id);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text must be writable", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(CSVPrinter printer, long id) throws IOException {
        Product product = Product.own(work, id, seller.merchant());
        Offer offer = Product.newest(work, product);
        for (Offer.Variant variant : offer.variants()) {
            List<String> cells = new ArrayList<>();
            for (Column column : Column.values()) {
                cells.add(FormulaGuard.guarded(cell(column, product, offer, variant)));
            }
            printer.printRecord(cells);
        }
    }

    private String cell(Column column, Product product, Offer offer, Offer.Variant variant) {
        return switch (column) {
            case PRODUCT -> Long.toString(product.id());
            case SKU -> variant.sku();
            case KIND -> product.kind().name().toLowerCase(Locale.ROOT);
            case TITLE -> offer.title();
            case DESCRIPTION -> offer.description();
            case CATEGORY -> name(categories, offer.category());
            case BRAND -> name(brands, offer.brand());
            case FREIGHT -> name(freights, offer.freight());
            case SPECIFICATION ->
                variant.specification().entrySet().stream()
                        .map(word -> word.getKey() + "=" + word.getValue())
                        .collect(Collectors.joining(";"));
            case PRICE -> variant.price().toString();
            case COST -> variant.cost().toString();
            case TIER_PRICES ->
                variant.tierPrices().stream().map(price -> price.toString()).collect(Collectors.joining(";"));
            case GRAMS -> Integer.toString(variant.grams());
            case STOCK -> product.kind() == Kind.BOOKING ? "" : Long.toString(stocks.getOrDefault(variant.sku(), 0L));
        };
    }

    private static String name(Map<Long, String> names, @Nullable Long id) {
        return id == null ? "" : names.getOrDefault(id, "");
    }

    private Map<Long, String> names(String sql, Object... values) {
        Map<Long, String> names = new HashMap<>();
        work.all(sql, row -> Map.entry(row.number("id"), row.text("name")), values)
                .forEach(name -> names.put(name.getKey(), name.getValue()));
        return names;
    }
}
