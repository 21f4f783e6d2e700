package hongli.mall.goodsfile;

import hongli.economy.terms.Fault;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.merchant.Seller;
import hongli.mall.refusal.Refusal;
import hongli.mall.table.DryRun;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Files of goods: taken in wholly or not at all, and given out in the form they are taken in.
///
/// A file has a line for each variant. Lines with the same name in the column `product` are one product; where one of
/// their SKUs is known, it is that product which is changed, and variants the file does not name stay as they are.
/// What comes in becomes drafts; the stock is set at once.
public final class GoodsFiles {
    private static final int MOST_FAULTS = 1_000;

    private final Tables tables;

    public GoodsFiles(Tables tables) {
        this.tables = tables;
    }

    /// What is to be done with a file.
    ///
    /// @param dry whether it is only tried: everything is checked as if it were done, and nothing stands
    /// @param submit whether what comes in is submitted at once
    public record Wish(boolean dry, boolean submit) {}

    /// What came in, or would.
    public record Report(int lines, int created, int changed, int stocks) {
        Report plus(Report other) {
            return new Report(
                    lines + other.lines, created + other.created, changed + other.changed, stocks + other.stocks);
        }
    }

    /// Takes a file in.
    ///
    /// @throws Refusal where anything in it is wrong, with every line and field that is: `lines[7].price`
    public Report take(Actor actor, byte[] file, Wish wish) {
        Seller seller = Seller.of(tables, actor, Permission.GOODS_CHANGE);
        List<Fault> faults = new ArrayList<>();
        Map<String, List<FileLine>> products = new LinkedHashMap<>();
        for (Cells cells : Cells.read(file)) {
            FileLine line = FileLine.of(cells, faults);
            products.computeIfAbsent(cells.text(Column.PRODUCT), _ -> new ArrayList<>())
                    .add(line);
        }
        if (products.values().stream().flatMap(List::stream).anyMatch(line -> line.stock() != null)) {
            Seller.of(tables, actor, Permission.STOCK_CHANGE);
        }
        return DryRun.of(
                wish.dry(),
                deed -> seller.work(tables, deed),
                work -> taken(work, seller, products, wish.submit(), new ArrayList<>(faults)));
    }

    private static Report taken(
            Transaction work, Seller seller, Map<String, List<FileLine>> products, boolean submit, List<Fault> faults) {
        var report = new Report(0, 0, 0, 0);
        for (List<FileLine> lines : products.values()) {
            var product = new FileProduct(work, seller, lines);
            report = report.plus(product.take(submit));
            faults.addAll(product.faults());
        }
        if (!faults.isEmpty()) {
            throw Refusal.of(faults.stream().distinct().limit(MOST_FAULTS).toList());
        }
        return report;
    }

    /// All goods of the caller's merchant, as CSV in UTF-8 with a mark at its beginning that spreadsheets ask for; the
    /// newest form of each.
    public byte[] give(Actor actor) {
        Seller seller = Seller.of(tables, actor, Permission.GOODS_READ);
        return seller.work(tables, work -> new Given(work, seller).file());
    }
}
