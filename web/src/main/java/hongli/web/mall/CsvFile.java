package hongli.web.mall;

import hongli.economy.terms.Fault;
import hongli.mall.csv.CsvLines;
import hongli.mall.refusal.Refusal;
import hongli.web.api.Body;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A file of CSV that a caller sends in: every line is read as a [Form], and whatever is wrong is told with the numbers
/// of its lines, the heading's being 1: `lines[7].price`.
public final class CsvFile {
    private static final int MOST_BYTES = 2 << 20;
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
        var read = CsvLines.of(Body.read(request, MOST_BYTES, TYPES));
        requireHeadings(read.heading(), columns);
        var file = new CsvFile();
        read.lines()
                .forEach((line, cells) ->
                        file.lines.put(line, Form.ofLine(fields(cells, read.heading(), columns), line, file.faults)));
        return file;
    }

    private static void requireHeadings(List<String> headings, Map<String, Cell> columns) {
        Set<String> seen = new HashSet<>();
        for (String heading : headings) {
            if (!columns.containsKey(heading) || !seen.add(heading)) {
                String known = String.join(", ", columns.keySet());
                throw Refusal.of(List.of(new Fault("lines[1]", "one_heading", known, Written.shortened(heading))));
            }
        }
    }

    private static Map<String, @Nullable Object> fields(
            List<String> cells, List<String> headings, Map<String, Cell> columns) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < cells.size(); i++) {
            String heading = headings.get(i);
            String text = cells.get(i);
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
