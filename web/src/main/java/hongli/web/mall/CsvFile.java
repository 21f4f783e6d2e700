package hongli.web.mall;

import hongli.economy.terms.Fault;
import hongli.mall.refusal.Refusal;
import hongli.web.api.Body;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// A file of CSV that a caller sends in: every line is read as a [Form], and whatever is wrong is told with the numbers
/// of its lines, the heading's being 1: `lines[7].price`.
public final class CsvFile {
    private static final int MOST_BYTES = 2 << 20;
    private static final int MOST_LINES = 5_000;
    private static final int MOST_FAULTS = 1_000;
    private static final List<String> TYPES =
            List.of("text/csv", "application/vnd.ms-excel", "application/octet-stream");

    private final Map<Integer, Form> lines = new LinkedHashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    private CsvFile() {}

    /// How a cell is read.
    public enum Cell {
        TEXT,
        NUMBER,
        FLAG
    }

    /// Reads the body of a request.
    ///
    /// @param columns the headings that may occur, with what stands under them; those that are missing are empty
    /// @throws Refusal where it is no CSV in UTF-8 with such headings and at least one line
    public static CsvFile of(HttpServletRequest request, Map<String, Cell> columns) throws IOException {
        byte[] body = Body.read(request, MOST_BYTES, TYPES);
        try (var parser = CSVParser.builder()
                .setReader(new StringReader(text(body)))
                .setFormat(
                        CSVFormat.DEFAULT.builder().setIgnoreEmptyLines(false).get())
                .get()) {
            return of(parser, columns);
        } catch (IOException | UncheckedIOException e) {
            throw unsound("file", "wrong_form", "CSV (RFC 4180)", String.valueOf(e.getMessage()));
        }
    }

    private static CsvFile of(CSVParser parser, Map<String, Cell> columns) {
        var file = new CsvFile();
        List<String> headings = List.of();
        int line = 1;
        for (CSVRecord cells : parser) {
            if (line == 1) {
                headings = headings(cells, columns);
            } else if (!isBlank(cells)) {
                Map<String, @Nullable Object> fields = fields(line, cells, headings, columns);
                file.lines.put(line, Form.ofLine(fields, line, file.faults));
            }
            if (file.lines.size() > MOST_LINES) {
                throw unsound("file", "too_many", "at most " + MOST_LINES + " lines", "more");
            }
            line = (int) parser.getCurrentLineNumber() + 1;
        }
        if (file.lines.isEmpty()) {
            throw unsound("file", "missing", "a heading and at least one line", "");
        }
        return file;
    }

    private static List<String> headings(CSVRecord cells, Map<String, Cell> columns) {
        List<String> headings = new ArrayList<>();
        for (String cell : cells) {
            String heading = cell.strip();
            if (!columns.containsKey(heading) || headings.contains(heading)) {
                throw unsound(
                        "lines[1]", "one_heading", String.join(", ", columns.keySet()), Written.shortened(heading));
            }
            headings.add(heading);
        }
        return headings;
    }

    private static Map<String, @Nullable Object> fields(
            int line, CSVRecord cells, List<String> headings, Map<String, Cell> columns) {
        if (cells.size() > headings.size()) {
            throw unsound("lines[" + line + "]", "too_many", headings.size() + " cells", cells.size() + "");
        }
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            String heading = headings.get(i);
            String text = Csv.unguarded(cells.get(i).strip());
            fields.put(heading, text.isEmpty() ? null : value(text, columns.getOrDefault(heading, Cell.TEXT)));
        }
        return fields;
    }

    /// What is not of its kind stays a text, and is a fault where it is read.
    private static Object value(String text, Cell cell) {
        return switch (cell) {
            case TEXT -> text;
            case NUMBER -> text.matches("-?[0-9]{1,18}(\\.[0-9]{1,9})?") ? new BigDecimal(text) : text;
            case FLAG -> text.matches("true|false") ? Boolean.valueOf(text) : text;
        };
    }

    private static boolean isBlank(CSVRecord cells) {
        for (String cell : cells) {
            if (!cell.isBlank()) {
                return false;
            }
        }
        return true;
    }

    private static String text(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
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

    /// Reads every line; its form is ended here.
    ///
    /// @return what was read by the numbers of the lines, in their order; look at nothing of it before [#end]
    public <T> Map<Integer, T> read(Function<Form, T> reader) {
        Map<Integer, T> read = new LinkedHashMap<>();
        lines.forEach((line, form) -> {
            read.put(line, reader.apply(form));
            form.end();
        });
        return read;
    }

    /// Notes that a line must be otherwise.
    public void fault(int line, Fault fault) {
        String field = fault.field().isEmpty() ? "" : "." + fault.field();
        faults.add(new Fault("lines[" + line + "]" + field, fault.code(), fault.expected(), fault.found()));
    }

    /// Ends reading.
    ///
    /// @throws Refusal where anything is wrong, with all of it
    public void end() {
        if (!faults.isEmpty()) {
            throw Refusal.of(faults.stream().limit(MOST_FAULTS).toList());
        }
    }
}
