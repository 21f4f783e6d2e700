package hongli.mall.message;

import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.login.Contact;
import hongli.mall.table.Listing;
import hongli.mall.table.Page;
import hongli.mall.table.Row;
import hongli.mall.table.Tables;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A house of messages without phones and mailboxes, for trials: what it would bring, operators can read.
public final class SandboxMessages implements MessagePort {
    private static final Map<String, String> SORTS = Map.of("id", "id bigint");

    private final Tables tables;

    public SandboxMessages(Tables tables) {
        this.tables = tables;
    }

    /// A message that was brought.
    public record Brought(long id, String recipient, String content, Instant at) {
        static Brought of(Row row) throws SQLException {
            return new Brought(row.number("id"), row.text("recipient"), row.text("content"), row.time("at"));
        }
    }

    @Override
    public boolean reaches(Contact contact) {
        return true;
    }

    @Override
    public Answer send(Message message) {
        tables.run(work -> work.run(
                "insert into mall.sandbox_message (message, member, recipient, content, at) values (?, ?, ?, ?, ?)"
                        + " on conflict (message) do nothing",
                message.id(),
                message.member().isPresent() ? message.member().getAsLong() : null,
                message.to().text(),
                message.content(),
                work.now()));
        return Answer.SENT;
    }

    /// What was brought, the newest first where nothing else is asked for.
    ///
    /// @param recipient to whom, or null for all
    public Page<Brought> page(Actor actor, @Nullable String recipient, Listing.Wish wish) {
        actor.requireOperator(Permission.MESSAGES_READ);
        return tables.work(work -> Listing.of("select m.* from mall.sandbox_message m")
                .whereGiven("m.recipient = ?", recipient == null ? null : Contact.normal(recipient))
                .page(work, wish.orBy("-id"), SORTS, Brought::of));
    }
}
