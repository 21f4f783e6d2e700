package hongli.mall.trail;

import hongli.ledger.wire.Json;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.table.Listing;
import hongli.mall.table.Page;
import hongli.mall.table.Row;
import hongli.mall.table.Tables;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The audit log to be read: by operators all of it, by clerks what their own merchant's people did.
public final class TrailLines {
    private static final String COLUMNS =
            "select id, at, actor, key, merchant, action, kind, subject, before, after from mall.trail";
    private static final Map<String, String> SORTS = Map.of("at", "at timestamptz");

    private final Tables tables;

    /// One line.
    ///
    /// @param key the name of the access key it was done by, where it was by one
    public record Line(
            long id,
            Instant at,
            String actor,
            Optional<String> key,
            OptionalLong merchant,
            String action,
            Trail.Subject subject,
            Optional<Map<String, @Nullable Object>> before,
            Optional<Map<String, @Nullable Object>> after) {}

    /// What a list is asked for; null shows all.
    ///
    /// @param key the name of an access key
    /// @param action the whole of a code, or its beginning up to a dot: `goods`
    public record Filter(
            @Nullable String actor,
            @Nullable String key,
            @Nullable String action,
            @Nullable String kind,
            @Nullable Long subject,
            @Nullable Instant from,
            @Nullable Instant before) {}

    public TrailLines(Tables tables) {
        this.tables = tables;
    }

    /// Lines, newest first where nothing else is asked for.
    public Page<Line> list(Actor actor, Filter filter, Listing.Wish wish) {
        Listing listing = listing(filter);
        Listing.Wish sorted = wish.sort() == null ? new Listing.Wish("-at", wish.cursor(), wish.limit()) : wish;
        return switch (actor) {
            case Actor.Clerk _ -> {
                long merchant = actor.requireClerk(Permission.TRAIL_READ).merchant();
                yield tables.workAs(merchant, work -> listing.page(work, sorted, SORTS, TrailLines::line));
            }
            case Actor.Operator _, Actor.Member _, Actor.Guest _, Actor.House _ -> {
                actor.requireOperator(Permission.TRAIL_READ);
                yield tables.work(work -> listing.page(work, sorted, SORTS, TrailLines::line));
            }
        };
    }

    private static Listing listing(Filter filter) {
        Listing listing = Listing.of(COLUMNS)
                .whereGiven("actor = ?", filter.actor())
                .whereGiven("key = ?", filter.key())
                .whereGiven("kind = ?", filter.kind())
                .whereGiven("subject = ?", filter.subject())
                .whereGiven("at >= ?", filter.from())
                .whereGiven("at < ?", filter.before());
        String action = filter.action();
        return action == null ? listing : listing.where("action = ? or starts_with(action, ?)", action, action + ".");
    }

    private static Line line(Row row) throws SQLException {
        return new Line(
                row.number("id"),
                row.time("at"),
                row.text("actor"),
                row.findText("key"),
                row.findNumber("merchant"),
                row.text("action"),
                new Trail.Subject(row.text("kind"), row.number("subject")),
                row.findText("before").map(TrailLines::fields),
                row.findText("after").map(TrailLines::fields));
    }

    private static Map<String, @Nullable Object> fields(String text) {
        return switch (Json.object(text)) {
            case Json.Reading.Parsed(var fields) -> fields;
            case Json.Reading.Faulty(var fault) -> throw new IllegalStateException("a line must be JSON: " + fault);
        };
    }
}
