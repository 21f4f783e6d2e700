package hongli.mall.goodsfile;

import hongli.economy.terms.Fault;
import hongli.mall.csv.CsvLines;
import hongli.mall.refusal.Refusal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The cells of a file of goods, line by line, before they are understood.
///
/// @param line the number of the line in the file, the heading's is 1
/// @param texts by column, stripped; a column the file lacks is missing
record Cells(int line, Map<Column, String> texts) {
    private static final int MOST_BYTES = 8 << 20;

    Cells {
        texts = Map.copyOf(texts);
    }

    String text(Column column) {
        return texts.getOrDefault(column, "");
    }

    /// Reads a whole file.
    ///
    /// @throws Refusal where it is no CSV in UTF-8 with the headings that are needed
    static List<Cells> read(byte[] file) {
        if (file.length > MOST_BYTES) {
            throw unsound("file", "too_large", "at most " + MOST_BYTES + " bytes", file.length + "");
        }
        CsvLines read = CsvLines.of(file);
        List<Column> columns = columns(read.heading());
        List<Cells> lines = new ArrayList<>();
        read.lines().forEach((line, texts) -> lines.add(cells(line, texts, columns)));
        return lines;
    }

    private static List<Column> columns(List<String> headings) {
        List<Column> columns = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (String heading : headings) {
            Column.named(heading)
                    .filter(column -> !columns.contains(column))
                    .ifPresentOrElse(
                            columns::add, () -> faults.add(new Fault("lines[1]", "one_heading", headings(), heading)));
        }
        for (Column column : Column.values()) {
            if (column.needed && !columns.contains(column)) {
                faults.add(new Fault("lines[1]." + column.english(), "missing", column.chinese, ""));
            }
        }
        if (!faults.isEmpty()) {
            throw Refusal.of(faults);
        }
        return columns;
    }

    private static String headings() {
        List<String> headings = new ArrayList<>();
        for (Column column : Column.values()) {
            headings.add(column.chinese + "/" + column.english());
        }
        return String.join(", ", headings);
    }

    private static Cells cells(int line, List<String> cells, List<Column> columns) {
        Map<Column, String> texts = new EnumMap<>(Column.class);
        for (int i = 0; i < columns.size(); i++) {
            texts.put(columns.get(i), i < cells.size() ? cells.get(i) : "");
        }
        return new Cells(line, texts);
    }

    private static Refusal unsound(String field, String code, String expected, String found) {
        return Refusal.of(List.of(new Fault(field, code, expected, found)));
    }
}
