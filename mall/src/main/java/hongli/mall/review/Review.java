package hongli.mall.review;

import hongli.mall.table.Row;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a buyer says of a line of an order.
///
/// @param author the buyer's name with all but its first character left out; that nobody is there where
///     it was erased
/// @param specification of what was bought, as JSON
/// @param reply the merchant's, or null
/// @param hidden whether customers do not see it
public record Review(
        long id,
        long product,
        String title,
        String specification,
        long merchant,
        String author,
        int stars,
        String content,
        @Nullable String reply,
        boolean hidden,
        Instant at) {
    static final String SELECT = """
            select r.id, r.product, l.title, l.specification::text, r.merchant, r.stars, r.content, r.reply,
                r.hidden, r.at,
                case u.status when 'erased' then u.name else left(u.name, 1) || '**' end author
            from mall.review r join mall.order_line l on l.id = r.line join mall.member u on u.id = r.member
            """;

    static Review read(Row row) throws SQLException {
        return new Review(
                row.number("id"),
                row.number("product"),
                row.text("title"),
                row.text("specification"),
                row.number("merchant"),
                row.text("author"),
                row.count("stars"),
                row.text("content"),
                row.findText("reply").orElse(null),
                row.flag("hidden"),
                row.time("at"));
    }
}
