package hongli.app.backtest;

import hongli.app.backtest.Columns.Meaning;
import hongli.app.console.Complaint;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where the columns of one file stand, found by their names in its first line.
///
/// @param amount the columns whose product is the amount
/// @param order the order's number, or -1 as the others where there is no such column
/// @param mark the column that marks a return
/// @param prefix what that column begins with in a return; null where anything in it marks one
record Header(
        int member,
        int time,
        List<Integer> amount,
        int order,
        int merchant,
        int mark,
        @Nullable String prefix,
        int item,
        int quantity) {
    private static final int NONE = -1;

    Header {
        amount = List.copyOf(amount);
    }

    /// Finds the columns in the names of the first line; blanks around a name do not count.
    static Header of(Columns columns, List<String> names) {
        var finder = new Finder(names.stream().map(String::strip).toList());
        String mark = columns.text(Meaning.RETURN).orElse("");
        boolean plainMark = mark.isEmpty() || finder.indexOf(mark) >= 0 || mark.indexOf(':') < 0;
        int colon = mark.lastIndexOf(':');
        return new Header(
                finder.require(columns, Meaning.MEMBER),
                finder.require(columns, Meaning.TIME),
                finder.factors(columns.text(Meaning.AMOUNT).orElse("")),
                finder.require(columns, Meaning.ORDER),
                finder.require(columns, Meaning.MERCHANT),
                mark.isEmpty() ? NONE : finder.require(plainMark ? mark : mark.substring(0, colon)),
                plainMark ? null : mark.substring(colon + 1).strip(),
                finder.require(columns, Meaning.ITEM),
                finder.require(columns, Meaning.QUANTITY));
    }

    private record Finder(List<String> names) {
        int indexOf(String name) {
            return names.indexOf(name.strip());
        }

        int require(Columns columns, Meaning meaning) {
            return columns.text(meaning).map(this::require).orElse(NONE);
        }

        int require(String name) {
            int index = indexOf(name);
            if (index < 0) {
                String known = String.join(", ", names);
                throw Complaint.misuse(
                        "文件里没有“" + name.strip() + "”这一列，有的列是：" + known,
                        "the file has no column \"" + name.strip() + "\"; it has " + known);
            }
            return index;
        }

        List<Integer> factors(String text) {
            if (indexOf(text) >= 0) {
                return List.of(indexOf(text));
            }
            List<Integer> factors = new ArrayList<>();
            for (String factor : text.split("\\*", -1)) {
                factors.add(require(factor));
            }
            return factors;
        }
    }
}
