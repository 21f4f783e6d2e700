package hongli.mall.goodsfile;

import hongli.economy.terms.Fault;
import hongli.mall.refusal.Refusal;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// The cells of a file of goods, line by line, before they are understood.
///
/// @param line the number of the line in the file, the heading's is 1
/// @param texts by column, stripped; a column the file lacks is missing
record Cells(int line, Map<Column, String> texts) {
    static final int MOST_LINES = 5_000;
    static final int MOST_BYTES = 8 << 20;

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
        var format = CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get();
        try (var parser = CSVParser.builder()
                .setReader(new StringReader(text(file)))
                .setFormat(format)
                .get()) {
            return lines(parser);
        } catch (IOException | UncheckedIOException e) {
            throw unsound("file", "wrong_form", "CSV (RFC 4180)", message(e));
        }
    }

    /// What is wrong, without the names of classes around it.
    private static String message(Exception e) {
        Throwable cause = e.getCause();
        return String.valueOf(cause == null ? e.getMessage() : cause.getMessage());
    }

    private static List<Cells> lines(CSVParser parser) {
        List<Cells> lines = new ArrayList<>();
        List<Column> columns = List.of();
        var records = parser.iterator();
        int line = 1;
        while (records.hasNext()) {
            CSVRecord record = records.next();
            if (line == 1) {
                columns = columns(record);
            } else if (!isBlank(record)) {
                lines.add(cells(line, record, columns));
            }
            if (lines.size() > MOST_LINES) {
                throw unsound("file", "too_many", "at most " + MOST_LINES + " lines", "more");
            }
            line = (int) parser.getCurrentLineNumber() + 1;
        }
        if (lines.isEmpty()) {
            throw unsound("file", "missing", "a heading and at least one line", "");
        }
        return lines;
    }

    private static List<Column> columns(CSVRecord record) {
        List<Column> columns = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (String heading : record) {
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

    private static Cells cells(int line, CSVRecord record, List<Column> columns) {
        Map<Column, String> texts = new EnumMap<>(Column.class);
        for (int i = 0; i < columns.size(); i++) {
            texts.put(
                    columns.get(i),
                    i < record.size() ? Formula.unguarded(record.get(i).strip()) : "");
        }
        // What stands beyond the last heading was meant for some column, but nobody knows for which.
        if (record.size() > columns.size()) {
            throw unsound("lines[" + line + "]", "too_many", columns.size() + " cells", record.size() + "");
        }
        return new Cells(line, texts);
    }

    private static boolean isBlank(CSVRecord record) {
        for (String cell : record) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw unsound("file", "wrong_form", "no zero characters", "some");
            }
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException _) {
            throw unsound("file", "not_utf8", "UTF-8", "other bytes");
        }
    }

    private static Refusal unsound(String field, String code, String expected, String found) {
        return Refusal.of(List.of(new Fault(field, code, expected, found)));
    }
}
