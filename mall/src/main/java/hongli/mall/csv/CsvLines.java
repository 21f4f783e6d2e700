package hongli.mall.csv;

import hongli.economy.terms.Fault;
import hongli.mall.refusal.Refusal;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// A file of CSV (RFC 4180) in UTF-8 as lines of cells, before anybody says what they mean.
///
/// @param heading the cells of the first line, stripped
/// @param lines the cells by the numbers of the lines, in their order, the heading's being 1: stripped, without guards
///     against formulas, no more than the heading has; blank lines are left out
public record CsvLines(List<String> heading, Map<Integer, List<String>> lines) {
    private static final int MOST_LINES = 5_000;

    /// Reads a whole file.
    ///
    /// @throws Refusal where it is no such file, where a line has more cells than the heading, and where there
    ///     are no lines or more than 5,000
    public static CsvLines of(byte[] file) {
        var format = CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get();
        try (var parser = CSVParser.builder()
                .setReader(new StringReader(text(file)))
                .setFormat(format)
                .get()) {
            return of(parser);
        } catch (IOException | UncheckedIOException _) {
            throw unsound("file", "wrong_form", "CSV (RFC 4180)", "other quotes");
        }
    }

    private static CsvLines of(CSVParser parser) {
        List<String> heading = List.of();
        Map<Integer, List<String>> lines = new LinkedHashMap<>();
        int line = 1;
        for (CSVRecord record : parser) {
            List<String> cells = cells(record);
            if (line == 1) {
                heading = cells;
            } else if (!cells.stream().allMatch(String::isEmpty)) {
                // What stands beyond the last heading was meant for some column, but nobody knows for which.
                if (cells.size() > heading.size()) {
                    throw unsound("lines[" + line + "]", "too_many", heading.size() + " cells", cells.size() + "");
                }
                lines.put(line, cells);
            }
            if (lines.size() > MOST_LINES) {
                throw unsound("file", "too_many", "at most " + MOST_LINES + " lines", "more");
            }
            line = (int) parser.getCurrentLineNumber() + 1;
        }
        if (lines.isEmpty()) {
            throw unsound("file", "missing", "a heading and at least one line", "");
        }
        return new CsvLines(heading, lines);
    }

    private static List<String> cells(CSVRecord record) {
        List<String> cells = new ArrayList<>();
        for (String cell : record) {
            cells.add(FormulaGuard.unguarded(cell.strip()));
        }
        return cells;
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
