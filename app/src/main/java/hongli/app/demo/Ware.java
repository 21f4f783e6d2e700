package hongli.app.demo;

import hongli.app.demo.picture.Look;
import hongli.app.demo.picture.Motif;
import hongli.economy.exact.Money;
import hongli.mall.goods.Kind;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/// One of the goods of a demo, as its file tells.
///
/// @param seller the login of the merchant's clerk
/// @param category the path of its category: 茶叶/绿茶
record Ware(String seller, Kind kind, String category, String title, String description, Look look, List<Form> forms) {
    Ware {
        forms = List.copyOf(forms);
    }

    /// One thing of it that can be bought.
    ///
    /// @param specification name and value: 规格:250g
    /// @param weight how often it is bought, against the others
    record Form(String sku, String specification, Money price, Money cost, int grams, int weight) {}

    /// All goods, in the order of the file.
    static List<Ware> all() {
        Map<String, List<CSVRecord>> lines = new LinkedHashMap<>();
        try (var in = new InputStreamReader(
                Objects.requireNonNull(Ware.class.getResourceAsStream("goods.csv")), StandardCharsets.UTF_8)) {
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(in).stream()
                    .forEach(line -> lines.computeIfAbsent(line.get("title"), _ -> new ArrayList<>())
                            .add(line));
        } catch (IOException e) {
            throw new UncheckedIOException("the goods of the demo must be readable", e);
        }
        return lines.values().stream().map(Ware::of).toList();
    }

    private static Ware of(List<CSVRecord> lines) {
        CSVRecord first = lines.getFirst();
        var look = new Look(
                Motif.valueOf(first.get("motif").toUpperCase(Locale.ROOT)),
                color(first, "main"),
                color(first, "accent"),
                color(first, "backdrop"));
        return new Ware(
                first.get("seller"),
                Kind.valueOf(first.get("kind").toUpperCase(Locale.ROOT)),
                first.get("category"),
                first.get("title"),
                first.get("description"),
                look,
                lines.stream().map(Ware::form).toList());
    }

    private static Form form(CSVRecord line) {
        return new Form(
                line.get("sku"),
                line.get("specification"),
                money(line, "price"),
                money(line, "cost"),
                Integer.parseInt(line.get("grams")),
                Integer.parseInt(line.get("weight")));
    }

    private static Money money(CSVRecord line, String column) {
        return new Money(new BigDecimal(line.get(column)).movePointRight(2).longValueExact());
    }

    private static int color(CSVRecord line, String column) {
        return Integer.parseInt(line.get(column), 16);
    }
}
