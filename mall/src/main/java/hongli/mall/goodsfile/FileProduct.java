package hongli.mall.goodsfile;

import hongli.economy.terms.Fault;
import hongli.mall.goods.Brands;
import hongli.mall.goods.Categories;
import hongli.mall.goods.Drafts;
import hongli.mall.goods.Goods;
import hongli.mall.goods.Offer;
import hongli.mall.goods.OfferRules;
import hongli.mall.goods.Product;
import hongli.mall.goods.Stock;
import hongli.mall.merchant.Freights;
import hongli.mall.merchant.Seller;
import hongli.mall.refusal.Refusal;
import hongli.mall.table.Transaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The lines of a file that are one product, and the way of it into the tables.
final class FileProduct {
    private static final Pattern VARIANT = Pattern.compile("variants\\[(\\d+)](?:\\.(\\w+))?");
    private static final List<Column> COMMON =
            List.of(Column.KIND, Column.TITLE, Column.DESCRIPTION, Column.CATEGORY, Column.BRAND, Column.FREIGHT);

    private final Transaction work;
    private final Seller seller;
    private final List<FileLine> lines;
    private final List<Fault> faults = new ArrayList<>();

    FileProduct(Transaction work, Seller seller, List<FileLine> lines) {
        this.work = work;
        this.seller = seller;
        this.lines = List.copyOf(lines);
    }

    /// Everything that was found wrong.
    List<Fault> faults() {
        return List.copyOf(faults);
    }

    /// Takes it in; where anything is wrong, it stands in the faults and nothing else counts.
    GoodsFiles.Report take(boolean submit) {
        requireOneProduct();
        Optional<Product> known = known();
        Offer offer = offer(known.map(product -> Product.newest(work, product)));
        OfferRules.faults(offer).forEach(this::note);
        if (!faults.isEmpty()) {
            return new GoodsFiles.Report(0, 0, 0, 0);
        }
        try {
            long id = written(known, offer);
            if (submit) {
                Drafts.submit(work, seller, Product.lock(work, id, seller.merchant()));
            }
            int stocks = stocked();
            return new GoodsFiles.Report(lines.size(), known.isEmpty() ? 1 : 0, known.isEmpty() ? 0 : 1, stocks);
        } catch (Refusal refusal) {
            refusal.faults().forEach(this::note);
            if (refusal.faults().isEmpty()) {
                fault(
                        lines.getFirst(),
                        Column.PRODUCT,
                        refusal.ground().code(),
                        refusal.values().toString());
            }
            return new GoodsFiles.Report(0, 0, 0, 0);
        }
    }

    private void requireOneProduct() {
        FileLine first = lines.getFirst();
        for (FileLine line : lines) {
            for (Column column : COMMON) {
                if (!line.cells().text(column).equals(first.cells().text(column))) {
                    fault(line, column, "differs", first.cells().text(column) + " as in line " + first.line());
                }
            }
        }
    }

    private Optional<Product> known() {
        Map<Long, FileLine> products = new LinkedHashMap<>();
        for (FileLine line : lines) {
            Goods.find(work, seller, line.variant().sku())
                    .ifPresent(place -> products.putIfAbsent(place.product(), line));
        }
        if (products.size() > 1) {
            products.values().stream()
                    .skip(1)
                    .forEach(line -> fault(
                            line,
                            Column.SKU,
                            "differs",
                            "SKUs of one product, as in line "
                                    + lines.getFirst().line()));
        }
        Optional<Product> known =
                products.keySet().stream().findFirst().map(id -> Product.lock(work, id, seller.merchant()));
        known.filter(product -> product.kind() != lines.getFirst().kind())
                .ifPresent(product -> fault(
                        lines.getFirst(), Column.KIND, "differs", product.kind().name() + " as it is"));
        return known;
    }

    private Offer offer(Optional<Offer> before) {
        Cells cells = lines.getFirst().cells();
        return new Offer(
                cells.text(Column.TITLE),
                kept(Column.DESCRIPTION, before.map(Offer::description)).orElse(""),
                named(Column.CATEGORY, before.map(Offer::category), path -> Categories.find(work, path)),
                named(Column.BRAND, before.map(Offer::brand), name -> Brands.find(work, name)),
                named(Column.FREIGHT, before.map(Offer::freight), name -> Freights.find(work, seller, name)),
                before.map(Offer::pictures).orElse(List.of()),
                variants(before));
    }

    /// What the file says, or what was so before where the file has no such column.
    private Optional<String> kept(Column column, Optional<String> before) {
        Cells cells = lines.getFirst().cells();
        return cells.texts().containsKey(column) ? Optional.of(cells.text(column)) : before;
    }

    private @Nullable Long named(Column column, Optional<Long> before, Function<String, Optional<Long>> find) {
        Cells cells = lines.getFirst().cells();
        String name = cells.text(column);
        if (!cells.texts().containsKey(column)) {
            return before.orElse(null);
        }
        if (name.isEmpty()) {
            return null;
        }
        Optional<Long> found = find.apply(name);
        if (found.isEmpty()) {
            fault(lines.getFirst(), column, "not_there", "a name that is there");
        }
        return found.orElse(null);
    }

    /// First those of the file, in its order, so that what is wrong with the n-th is wrong with the n-th line.
    private List<Offer.Variant> variants(Optional<Offer> before) {
        List<Offer.Variant> variants = new ArrayList<>();
        lines.forEach(line -> variants.add(line.variant()));
        List<String> skus = variants.stream().map(Offer.Variant::sku).toList();
        before.ifPresent(offer -> offer.variants().stream()
                .filter(variant -> !skus.contains(variant.sku()))
                .forEach(variants::add));
        return variants;
    }

    private long written(Optional<Product> known, Offer offer) {
        known.ifPresent(product -> Drafts.change(work, seller, product, offer));
        return known.map(Product::id)
                .orElseGet(() -> Drafts.create(work, seller, lines.getFirst().kind(), offer));
    }

    private int stocked() {
        int count = 0;
        for (FileLine line : lines) {
            Long wanted = line.stock();
            Goods.Place place = Goods.find(work, seller, line.variant().sku()).orElseThrow();
            if (wanted != null && wanted != place.stock()) {
                Stock.change(work, seller, place.variant(), new Stock.Change(wanted - place.stock(), "file"));
                count++;
            }
        }
        return count;
    }

    /// A fault of the offer, where it stands in the file.
    private void note(Fault fault) {
        var variant = VARIANT.matcher(fault.field());
        FileLine line = lines.getFirst();
        String field = fault.field();
        if (variant.matches() && Integer.parseInt(variant.group(1)) < lines.size()) {
            line = lines.get(Integer.parseInt(variant.group(1)));
            field = variant.group(2) == null ? "sku" : variant.group(2);
        }
        String column = field.equals("tierPrices") ? Column.TIER_PRICES.english() : field;
        faults.add(new Fault("lines[" + line.line() + "]." + column, fault.code(), fault.expected(), fault.found()));
    }

    private void fault(FileLine line, Column column, String code, String expected) {
        String field = "lines[" + line.line() + "]." + column.english();
        faults.add(new Fault(field, code, expected, line.cells().text(column)));
    }
}
