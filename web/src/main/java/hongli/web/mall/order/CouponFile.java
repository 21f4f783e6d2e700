package hongli.web.mall.order;

import hongli.economy.exact.Money;
import hongli.mall.coupon.CouponKind;
import hongli.mall.coupon.CouponTerms;
import hongli.mall.price.Off;
import hongli.web.mall.Csv.Column;
import hongli.web.mall.CsvFile.Cell;
import hongli.web.mall.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// Kinds of coupons as a file, in and out under the same headings. A line with an `id` is a kind that is there: its
/// terms are fixed, and it is left as it is; a line without one is a new kind.
final class CouponFile {
    static final Map<String, Cell> CELLS = cells();

    static final List<Column<CouponKind>> COLUMNS = List.of(
            new Column<>("id", CouponKind::id),
            new Column<>("borneBy", CouponKind::bearer),
            new Column<>("issued", CouponKind::issued),
            new Column<>("merchant", kind -> kind.terms().merchant()),
            new Column<>("category", kind -> kind.terms().category()),
            new Column<>("name", kind -> kind.terms().name()),
            new Column<>("threshold", kind -> kind.terms().threshold()),
            new Column<>("off", kind -> amount(kind.terms().off())),
            new Column<>("offMillionths", kind -> part(kind.terms().off())),
            new Column<>("most", kind -> most(kind.terms().off())),
            new Column<>("stacks", kind -> kind.terms().stacks()),
            new Column<>("mostIssued", kind -> kind.terms().limits().all()),
            new Column<>("eachMember", kind -> kind.terms().limits().eachMember()),
            new Column<>("from", kind -> kind.terms().from()),
            new Column<>("until", kind -> kind.terms().until()));

    private CouponFile() {}

    private static Map<String, Cell> cells() {
        Map<String, Cell> cells = new LinkedHashMap<>();
        for (String number :
                new String[] {"id", "issued", "merchant", "category", "offMillionths", "mostIssued", "eachMember"}) {
            cells.put(number, Cell.NUMBER);
        }
        for (String text : new String[] {"borneBy", "name", "threshold", "off", "most", "from", "until"}) {
            cells.put(text, Cell.TEXT);
        }
        cells.put("stacks", Cell.FLAG);
        return cells;
    }

    /// The terms of a line, where it is a new kind.
    ///
    /// @param own the merchant whose clerk sends the file; nothing for an operator
    static Optional<CouponTerms> read(Form line, OptionalLong own) {
        Optional<Long> id = line.findNumber("id", 1, Long.MAX_VALUE);
        line.findText("borneBy", 20);
        line.findNumber("issued", 0, Long.MAX_VALUE);
        OptionalLong merchant = CouponKindApi.number(line, "merchant");
        CouponTerms terms = CouponKindApi.terms(line, merchant.isPresent() ? merchant : own);
        return id.isPresent() ? Optional.empty() : Optional.of(terms);
    }

    private static @Nullable Money amount(Off off) {
        return switch (off) {
            case Off.Amount(var amount) -> amount;
            case Off.Part _ -> null;
        };
    }

    private static @Nullable Long part(Off off) {
        return switch (off) {
            case Off.Amount _ -> null;
            case Off.Part(var rate, var _) -> rate.millionths();
        };
    }

    private static Optional<Money> most(Off off) {
        return switch (off) {
            case Off.Amount _ -> Optional.empty();
            case Off.Part(var _, var most) -> most;
        };
    }
}
