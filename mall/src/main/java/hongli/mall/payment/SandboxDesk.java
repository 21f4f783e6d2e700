package hongli.mall.payment;

import hongli.economy.exact.Money;
import hongli.ledger.wire.Json;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.refusal.General;
import hongli.mall.table.Row;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import hongli.mall.timer.Timers;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The hand on the sandbox channel: it pays as a customer would, and tells the mall late, again, out of order or never.
///
/// It exists in sandboxes only: whoever can use it can pay without money.
public final class SandboxDesk {
    /// The timer of what the sandbox will tell by itself.
    public static final String TIMER = "sandbox_notice";

    private static final String OWN = """
            select from mall.payment p join mall.checkout c on c.id = p.checkout where c.member = ? and p.reference = ?
            """;
    private static final String PAY = """
            update mall.sandbox_trade
            set status = 'paid', trade = ?, paid_fen = coalesce(?::bigint, amount_fen), paid_at = ?
            where reference = ? and status = 'open' returning paid_fen
            """;

    private final Tables tables;
    private final SandboxChannel channel;
    private final Notifications notifications;

    public SandboxDesk(Tables tables, SandboxChannel channel, Notifications notifications) {
        this.tables = tables;
        this.channel = channel;
        this.notifications = notifications;
    }

    /// Something the sandbox has to tell.
    ///
    /// @param told how often it was told
    /// @param lost whether it will not be told by itself
    public record Notice(long id, String event, String body, Instant dueAt, int told, boolean lost) {
        static Notice of(Row row) throws SQLException {
            return new Notice(
                    row.number("id"),
                    row.text("event"),
                    row.text("body"),
                    row.time("due_at"),
                    row.count("told"),
                    row.flag("lost"));
        }
    }

    /// How a payment is made.
    ///
    /// @param amount another amount than was asked for, to see that it pays nothing
    /// @param delay how long until it is told
    /// @param lost whether it is never told by itself
    public record Manner(Optional<Money> amount, Duration delay, boolean lost) {
        /// What was asked for, told at once.
        public static final Manner PLAIN = new Manner(Optional.empty(), Duration.ZERO, false);
    }

    /// Says no to whoever did not begin the payment that is called so, and does not steer the sandbox either.
    public void requireReach(Actor actor, String reference) {
        if (actor instanceof Actor.Operator operator) {
            operator.requireOperator(Permission.CLOCK_ADVANCE);
            return;
        }
        long member = actor.requireMember().id();
        if (!tables.<Boolean>work(work -> work.exists(OWN, member, reference))) {
            throw General.NOT_FOUND.with();
        }
    }

    /// As [#requireReach(Actor, String)], of what the sandbox tells of the payment.
    public void requireReach(Actor actor, long notice) {
        requireReach(
                actor,
                tables.work(work -> work.find(
                                "select body::jsonb ->> 'reference' reference from mall.sandbox_notice where id = ?",
                                row -> row.text("reference"),
                                notice)
                        .orElse("")));
    }

    /// Does what the timers of the sandbox say.
    public void register(Timers timers) {
        timers.when(
                TIMER,
                (work, id) -> work.afterwards(() -> {
                    if (!notice(id).lost()) {
                        deliver(id);
                    }
                }));
    }

    /// Pays as a customer would; the id of what will be told of it.
    public long pay(String reference, Manner manner) {
        return tables.work(work -> {
            String trade = "T" + UUID.randomUUID();
            Money amount = work.find(
                            PAY,
                            row -> row.money("paid_fen"),
                            trade,
                            manner.amount().orElse(null),
                            work.now(),
                            reference)
                    .orElseThrow(() -> whyNot(work, reference));
            return told(work, Map.of("reference", reference, "trade", trade, "amount", amount.toString()), manner);
        });
    }

    private static RuntimeException whyNot(Transaction work, String reference) {
        return work.exists("select from mall.sandbox_trade where reference = ?", reference)
                ? PaymentGround.TRADE_NOT_OPEN.with("reference", reference)
                : General.NOT_FOUND.with();
    }

    private static long told(Transaction work, Map<String, String> paid, Manner manner) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("event", "E" + UUID.randomUUID());
        fields.put("kind", "payment");
        fields.putAll(paid);
        fields.put("currency", PayChannel.Sum.YUAN);
        fields.put("at", work.now().toString());
        Instant due = work.now().plus(manner.delay());
        long id = work.insert(
                "insert into mall.sandbox_notice (event, body, due_at, lost) values (?, ?, ?, ?) returning id",
                fields.get("event"),
                Json.text(fields),
                due,
                manner.lost());
        if (!manner.lost()) {
            Timers.put(work, TIMER, id, due);
        }
        return id;
    }

    /// Tells the mall now; again, if it was told before.
    public Confirmation.Outcome deliver(long id) {
        Notice notice = notice(id);
        PayChannel.Envelope envelope = tables.work(work -> {
            work.send("update mall.sandbox_notice set told = told + 1, lost = false where id = ?", id);
            Timers.drop(work, TIMER, id);
            return channel.envelope(notice.body(), work.now());
        });
        return notifications.receive(SandboxChannel.NAME, envelope).outcome();
    }

    /// A notice as the sandbox would send it now, signed: for whoever carries it to the endpoint by hand.
    public PayChannel.Envelope envelope(long id) {
        Notice notice = notice(id);
        return tables.work(work -> channel.envelope(notice.body(), work.now()));
    }

    /// Has what was not told yet never be told by itself.
    public void lose(long id) {
        notice(id);
        tables.run(work -> {
            work.run("update mall.sandbox_notice set lost = true where id = ?", id);
            Timers.drop(work, TIMER, id);
        });
    }

    private Notice notice(long id) {
        return tables.read(work -> work.find("select * from mall.sandbox_notice where id = ?", Notice::of, id)
                .orElseThrow(General.NOT_FOUND::with));
    }

    /// What there is to tell and was told, the newest first; at most a hundred. Members see what is about
    /// their own payments.
    public List<Notice> notices(Actor actor) {
        String own = "";
        List<Object> values = new ArrayList<>();
        if (actor instanceof Actor.Operator operator) {
            operator.requireOperator(Permission.CLOCK_ADVANCE);
        } else {
            own = " where n.body::jsonb ->> 'reference' in (select p.reference from mall.payment p"
                    + " join mall.checkout c on c.id = p.checkout where c.member = ?)";
            values.add(actor.requireMember().id());
        }
        String sql = "select n.* from mall.sandbox_notice n" + own + " order by n.id desc limit 100";
        return tables.work(work -> work.all(sql, Notice::of, values.toArray()));
    }
}
