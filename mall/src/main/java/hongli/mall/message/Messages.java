package hongli.mall.message;

import hongli.mall.login.Contact;
import hongli.mall.table.Row;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import hongli.mall.timer.Timers;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Messages on their way out: each is written down in the transaction it follows from, and brought
/// afterwards, again and again until it was taken or is of no use any more. What was brought is not kept.
public final class Messages {
    private static final Logger LOG = LoggerFactory.getLogger(Messages.class);
    private static final String TIMER = "message";
    private static final Duration PAUSE = Duration.ofSeconds(20);

    private final Tables tables;
    private final MessagePort port;

    public Messages(Tables tables, MessagePort port) {
        this.tables = tables;
        this.port = port;
    }

    /// What is to be told.
    ///
    /// @param member to whom, where it is a member
    /// @param to nothing where nobody is there: all is done as if it were sent, so that nobody learns it
    ///     by waiting
    /// @param lasts for how long it is of use
    public record Draft(OptionalLong member, Optional<Contact> to, String content, Duration lasts) {
        /// Never says the content.
        @Override
        public String toString() {
            return "Draft[]";
        }
    }

    private record Waiting(
            OptionalLong member, Optional<Contact> to, String content, Instant until, boolean isWaiting) {
        static Waiting of(Row row) throws SQLException {
            return new Waiting(
                    row.findNumber("member"),
                    row.findText("recipient").flatMap(Contact::parse),
                    row.text("content"),
                    row.time("until_at"),
                    row.text("status").equals("waiting"));
        }
    }

    /// Does what the timers of messages say.
    public void register(Timers timers) {
        timers.when(TIMER, this::due);
    }

    /// What the sandbox has brought; nothing where this is no sandbox.
    public Optional<SandboxMessages> sandbox() {
        return port instanceof SandboxMessages sandbox ? Optional.of(sandbox) : Optional.empty();
    }

    /// Says no where nothing can be brought to such a contact.
    public void requireWay(Contact contact) {
        if (!port.reaches(contact)) {
            throw MessageGround.MESSAGES_UNAVAILABLE.with();
        }
    }

    /// Writes a message down; it is brought when the transaction stands.
    public static void put(Transaction work, Draft draft) {
        long id = work.insert(
                "insert into mall.message (member, recipient, content, made_at, until_at, status)"
                        + " values (?, ?, ?, ?, ?, 'waiting') returning id",
                draft.member().isPresent() ? draft.member().getAsLong() : null,
                draft.to().map(Contact::text).orElse(null),
                draft.content(),
                work.now(),
                work.now().plus(draft.lasts()));
        Timers.put(work, TIMER, id, work.now());
    }

    private void due(Transaction work, long id) {
        Optional<Waiting> found = work.find("select * from mall.message where id = ?", Waiting::of, id);
        if (found.isEmpty() || !found.get().isWaiting()) {
            return;
        }
        Waiting waiting = found.get();
        if (waiting.to().isEmpty()) {
            work.run("delete from mall.message where id = ?", id);
        } else if (!work.now().isBefore(waiting.until())) {
            end(work, id, MessagePort.Answer.REFUSED);
        } else {
            Timers.put(work, TIMER, id, work.now().plus(PAUSE));
            var message = new Message(id, waiting.member(), waiting.to().get(), waiting.content());
            work.afterwards(() -> bring(message));
        }
    }

    private void bring(Message message) {
        MessagePort.Answer answer = sent(message);
        if (answer != MessagePort.Answer.AWAY) {
            tables.run(work -> end(work, message.id(), answer));
        }
    }

    private MessagePort.Answer sent(Message message) {
        try {
            return port.send(message);
        } catch (RuntimeException e) {
            LOG.warn("message waits: id={}", message.id(), e);
            return MessagePort.Answer.AWAY;
        }
    }

    private static void end(Transaction work, long id, MessagePort.Answer answer) {
        work.run(
                "update mall.message set status = ?, ended_at = ?, content = '' where id = ? and status = 'waiting'",
                answer == MessagePort.Answer.SENT ? "sent" : "failed",
                work.now(),
                id);
        Timers.drop(work, TIMER, id);
    }
}
