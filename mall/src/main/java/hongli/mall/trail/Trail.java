package hongli.mall.trail;

import hongli.ledger.wire.Json;
import hongli.mall.access.Actor;
import hongli.mall.table.Transaction;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The audit log. A line is written in the transaction of the change it tells of; the database lets nobody change it.
public final class Trail {
    private Trail() {}

    /// Something that was changed: `goods`, 17.
    public record Subject(String kind, long id) {}

    /// Tells that `actor` did `action` to `subject`; what is done in a merchant's name is this merchant's to read.
    ///
    /// @param action what was done, as a code: `goods.approved`
    public static void tell(Transaction work, Actor actor, String action, Subject subject, Change change) {
        work.send(
                "insert into mall.trail (at, actor, key, merchant, action, kind, subject, before, after)"
                        + " values (?, ?, ?, coalesce(?, mall.merchant_now()), ?, ?, ?, ?::jsonb, ?::jsonb)",
                work.now(),
                actor.label(),
                actor.key().orElse(null),
                actor instanceof Actor.Clerk clerk ? clerk.merchant() : null,
                action,
                subject.kind(),
                subject.id(),
                text(change.before()),
                text(change.after()));
    }

    /// Fields before and after; null where there was or is nothing.
    public record Change(
            @Nullable Map<String, ?> before, @Nullable Map<String, ?> after) {}

    private static @Nullable String text(@Nullable Map<String, ?> fields) {
        return fields == null ? null : Json.text(fields);
    }
}
