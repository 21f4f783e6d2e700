package hongli.mall.notice;

import hongli.economy.exact.Money;
import hongli.mall.access.Actor;
import hongli.mall.table.Listing;
import hongli.mall.table.Page;
import hongli.mall.table.Row;
import hongli.mall.table.Tables;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/// The steps that a member's orders, cases and withdrawals took without the member, as they stand in
/// their logs; nothing is written twice, and only until when the member has read is kept.
public final class Notices {
    /// Steps of three logs, whose numbers are made into one by the number of the log.
    private static final String STEPS = """
            select n.* from (
                select e.id * 4 id, e.at, 'order' kind, o.id subject, o.number, e.after status, null::bigint amount_fen
                from mall.order_event e join mall.orders o on o.id = e.order_id
                where o.member = ? and e.before is not null and e.actor <> ?
                union all
                select e.id * 4 + 1, e.at, 'after_sale', a.id, o.number, e.after, a.amount_fen
                from mall.after_sale_event e join mall.after_sale a on a.id = e.after_sale
                join mall.orders o on o.id = a.order_id
                where a.member = ? and e.actor <> ?
                union all
                select w.id * 4 + 2, coalesce(w.paid_at, w.decided_at), 'withdrawal', w.id, null, w.status, w.amount_fen
                from mall.withdrawal w where w.member = ? and w.decided_at is not null) n
            """;
    private static final String SEEN = "coalesce((select notices_seen_at from mall.member where id = ?), '-infinity')";
    private static final Map<String, String> SORTS = Map.of("at", "at timestamptz");

    private final Tables tables;

    public Notices(Tables tables) {
        this.tables = tables;
    }

    /// What a notice is about.
    public enum Kind {
        ORDER,
        AFTER_SALE,
        WITHDRAWAL
    }

    /// One step.
    ///
    /// @param subject the number of the order, case or withdrawal
    /// @param order the number of the order as people read it
    /// @param status what it became
    public record Notice(
            long id,
            Instant at,
            Kind kind,
            long subject,
            Optional<String> order,
            String status,
            Optional<Money> amount,
            boolean read) {}

    /// The steps of the member who asks, the newest first.
    public Page<Notice> page(Actor actor, Listing.Wish wish) {
        var member = actor.requireMember();
        String select = "select s.*, s.at <= " + SEEN + " read from (" + STEPS + ") s";
        return tables.work(work -> Listing.of(
                        select, member.id(), member.id(), member.label(), member.id(), member.label(), member.id())
                .page(work, wish.orBy("-at"), SORTS, Notices::notice));
    }

    /// How many steps the member has not read.
    public long unread(Actor actor) {
        var member = actor.requireMember();
        return tables.work(work -> work.number(
                "select count(*) number from (" + STEPS + ") s where s.at > " + SEEN,
                member.id(),
                member.label(),
                member.id(),
                member.label(),
                member.id(),
                member.id()));
    }

    /// Keeps that the member has read all steps up to `until`; what was read stays so.
    public void read(Actor actor, Instant until) {
        var member = actor.requireMember();
        tables.run(work -> work.run(
                "update mall.member set notices_seen_at = greatest(notices_seen_at, ?) where id = ?",
                until.isBefore(work.now()) ? until : work.now(),
                member.id()));
    }

    private static Notice notice(Row row) throws SQLException {
        var fen = row.findNumber("amount_fen");
        return new Notice(
                row.number("id"),
                row.time("at"),
                row.word("kind", Kind.class),
                row.number("subject"),
                row.findText("number"),
                row.text("status"),
                fen.isPresent() ? Optional.of(new Money(fen.getAsLong())) : Optional.empty(),
                row.flag("read"));
    }
}
