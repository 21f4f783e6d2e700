package hongli.mall.table;

import hongli.economy.terms.Fault;
import hongli.mall.refusal.Refusal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A query whose rows are shown page by page: filtered, sorted by a column and then by id, and gone on with after the
/// last row that was seen, so that no page skips or repeats a row while others are added.
public final class Listing {
    private static final char GAP = '\u001f';

    private final StringBuilder conditions = new StringBuilder();
    private final List<@Nullable Object> values = new ArrayList<>();
    private final String select;

    private Listing(String select) {
        this.select = select;
    }

    /// What a page is asked for.
    ///
    /// @param sort a name of what can be sorted by, with `-` before it where the greatest comes first
    /// @param cursor what an earlier page gave as next
    /// @param limit how many items a page has
    public record Wish(@Nullable String sort, @Nullable String cursor, int limit) {
        /// The same wish, sorted by `otherwise` where nothing was asked for.
        public Wish orBy(String otherwise) {
            return sort == null ? new Wish(otherwise, cursor, limit) : this;
        }
    }

    /// Begins with a `select` without conditions that has a column `id`; it may end with `from` and joins.
    ///
    /// @param given the values of the question marks in it
    public static Listing of(String select, @Nullable Object... given) {
        var listing = new Listing(select);
        listing.values.addAll(Arrays.asList(given));
        return listing;
    }

    /// Shows only rows for which `condition` holds; it is a text of ours with question marks.
    public Listing where(String condition, @Nullable Object... given) {
        conditions
                .append(conditions.isEmpty() ? " where " : " and ")
                .append('(')
                .append(condition)
                .append(')');
        values.addAll(Arrays.asList(given));
        return this;
    }

    /// As [#where], unless `given` is null.
    public Listing whereGiven(String condition, @Nullable Object given) {
        return given == null ? this : where(condition, given);
    }

    /// One page.
    ///
    /// @param sorts what can be sorted by, each with the column of the `select` and its type, as in `price bigint`;
    ///     the first one counts where nothing is asked for
    public <T> Page<T> page(Transaction work, Wish wish, Map<String, String> sorts, Transaction.Reader<T> reader) {
        String asked = wish.sort() == null ? sorts.keySet().iterator().next() : wish.sort();
        boolean falling = asked.startsWith("-");
        String sort = sorts.get(falling ? asked.substring(1) : asked);
        if (sort == null) {
            throw Refusal.of(
                    List.of(new Fault("sort", "wrong_form", String.join(", ", sorts.keySet()) + ", or -name", asked)));
        }
        String column = sort.substring(0, sort.indexOf(' '));
        String after = "";
        List<@Nullable Object> all = new ArrayList<>(values);
        if (wish.cursor() != null) {
            after = " where (list." + column + ", list.id) " + (falling ? "<" : ">") + " (?::"
                    + sort.substring(sort.indexOf(' ') + 1) + ", ?)";
            all.addAll(place(wish.cursor()));
        }
        String order = falling ? " desc" : "";
        String sql = "select list.*, list." + column + "::text as sort_value from (" + select + conditions + ") list"
                + after + " order by list." + column + order + ", list.id" + order + " limit " + (wish.limit() + 1);
        return page(found(work, new Asked(sql, all), wish, reader), wish.limit());
    }

    /// What all rows together come to, on whatever page they are.
    ///
    /// @param columns a text of ours that reckons over them, as in `count(*) as parts`
    public <T> T whole(Transaction work, String columns, Transaction.Reader<T> reader) {
        return work.one("select " + columns + " from (" + select + conditions + ") list", reader, values.toArray());
    }

    private record Asked(String sql, List<@Nullable Object> values) {}

    private static <T> List<Found<T>> found(Transaction work, Asked asked, Wish wish, Transaction.Reader<T> reader) {
        try {
            return work.all(
                    asked.sql(),
                    row -> new Found<>(reader.read(row), cursor(row)),
                    asked.values().toArray());
        } catch (StatementFailed e) {
            // Filters are values of their types; only what a caller made up as a cursor can be of another.
            throw e.isUnsoundValue() && wish.cursor() != null ? strange(wish.cursor()) : e;
        }
    }

    /// A row and the cursor of what follows it.
    private record Found<T>(T item, String cursor) {}

    private static <T> Page<T> page(List<Found<T>> found, int limit) {
        boolean more = found.size() > limit;
        List<Found<T>> shown = more ? found.subList(0, limit) : found;
        return new Page<>(
                shown.stream().map(Found::item).toList(),
                more ? Optional.of(shown.getLast().cursor()) : Optional.empty());
    }

    private static String cursor(Row row) throws SQLException {
        String text = row.text("sort_value") + GAP + row.number("id");
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Object> place(String cursor) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            int gap = text.lastIndexOf(GAP);
            return List.of(text.substring(0, gap), Long.valueOf(text.substring(gap + 1)));
        } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
            throw strange(cursor);
        }
    }

    private static Refusal strange(String cursor) {
        return Refusal.of(List.of(new Fault("cursor", "wrong_form", "what an earlier page gave as next", cursor)));
    }
}
