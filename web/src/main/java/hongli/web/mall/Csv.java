package hongli.web.mall;

import hongli.economy.exact.Money;
import hongli.mall.csv.FormulaGuard;
import hongli.mall.table.Listing;
import hongli.mall.table.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Lists as CSV (RFC 4180) in UTF-8, with the mark that spreadsheets look for, written page by page.
///
/// A text that a spreadsheet would take for a formula gets an apostrophe before it, which [CsvFile] takes away again;
/// numbers and amounts are written as they are.
public final class Csv {
    private static final int PAGE = 500;

    private Csv() {}

    /// A column: its heading, and what an item has in it; nothing where it is null or empty.
    public record Column<T>(String heading, Function<T, @Nullable Object> cell) {}

    /// Answers with a whole list.
    ///
    /// @param name of the file, without its ending
    /// @param sort what is sorted by, as in the list; null for its own order
    /// @param pages tells a page of the list
    public static <T> void send(
            HttpServletResponse response,
            String name,
            @Nullable String sort,
            List<Column<T>> columns,
            Function<Listing.Wish, Page<T>> pages)
            throws IOException {
        // Whoever may not, or asks for nonsense, is told so before anything is written.
        Page<T> page = pages.apply(new Listing.Wish(sort, null, PAGE));
        response.setStatus(200);
        response.setContentType("text/csv; charset=utf-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + ".csv\"");
        Writer out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        out.write('\uFEFF');
        out.write(columns.stream().map(Column::heading).collect(Collectors.joining(",")) + "\r\n");
        write(out, columns, page);
        while (page.next().isPresent()) {
            page = pages.apply(new Listing.Wish(sort, page.next().get(), PAGE));
            write(out, columns, page);
        }
        out.flush();
    }

    private static <T> void write(Writer out, List<Column<T>> columns, Page<T> page) throws IOException {
        for (T item : page.items()) {
            out.write(line(columns.stream().map(column -> text(column.cell().apply(item)))));
        }
    }

    private static String line(Stream<String> cells) {
        return cells.map(cell -> '"' + cell.replace("\"", "\"\"") + '"').collect(Collectors.joining(",")) + "\r\n";
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Optional<?> optional -> text(optional.orElse(null));
            case OptionalLong number -> number.isPresent() ? Long.toString(number.getAsLong()) : "";
            case Number number -> number.toString();
            case Money money -> money.toString();
            case Enum<?> constant -> Written.word(constant);
            default -> FormulaGuard.guarded(value.toString());
        };
    }
}
