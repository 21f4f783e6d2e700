package hongli.mall.people;

import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.login.Logins;
import hongli.mall.login.Sessions;
import hongli.mall.refusal.General;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import hongli.mall.trail.Trail;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How a person is forgotten. The books keep the member's number with its orders, payments and postings, as they must;
/// name, ways to reach, addresses and free texts go, and nobody can log in as it any more. It cannot be undone.
///
/// Who still has an order, an after-sale, a refund or a withdrawal under way, or runs a shop, must finish
/// that first. Whoever still has points, cash or constant points gives them up in so many words, or takes them out
/// before: afterwards nobody can.
public final class Erasure {
    private static final Map<String, String> UNFINISHED = unfinished();
    private final Tables tables;
    private final Logins logins;
    private final Belongings belongings;

    public Erasure(Tables tables, Logins logins, Belongings belongings) {
        this.tables = tables;
        this.logins = logins;
        this.belongings = belongings;
    }

    private static Map<String, String> unfinished() {
        Map<String, String> unfinished = new LinkedHashMap<>();
        unfinished.put(
                "orders",
                "select count(*) number from mall.orders where member = ?"
                        + " and status in ('unpaid', 'paid', 'shipped', 'delivered')");
        unfinished.put(
                "afterSales",
                "select count(*) number from mall.after_sale where member = ?"
                        + " and status in ('asked', 'agreed', 'appealed', 'sent_back', 'received')");
        unfinished.put(
                "refunds",
                "select count(*) number from mall.refund r join mall.payment p on p.id = r.payment"
                        + " join mall.checkout c on c.id = p.checkout"
                        + " where c.member = ? and r.status in ('started', 'failed')");
        unfinished.put(
                "withdrawals",
                "select count(*) number from mall.withdrawal where member = ?"
                        + " and status in ('asked', 'held', 'approved', 'paying')");
        unfinished.put(
                "merchants",
                "select count(*) number from mall.merchant where owner = ? and status not in ('rejected', 'closed')");
        return unfinished;
    }

    /// Forgets the member who asks.
    ///
    /// @param giveUp whether the member gives up what it has left
    /// @throws hongli.mall.refusal.Refusal where the password is wrong, while business is unfinished, and where
    ///     something is left that is not given up
    public void erase(Actor actor, String password, boolean giveUp) {
        long id = actor.requireMember().id();
        logins.requirePassword(Sessions.Holder.MEMBER, id, password);
        requireNothingLost(id, giveUp);
        tables.run(work -> erase(work, actor, id));
    }

    /// Forgets a member who asked an operator to.
    ///
    /// @param giveUp whether the member has said that it gives up what it has left
    public void erase(Actor actor, long id, boolean giveUp) {
        actor.requireOperator(Permission.MEMBERS_ERASE);
        requireNothingLost(id, giveUp);
        tables.run(work -> erase(work, actor, id));
    }

    private void requireNothingLost(long id, boolean giveUp) {
        Belongings.Left left = belongings.of(id);
        if (!giveUp && !left.isNothing()) {
            throw PeopleGround.MEMBER_OWNS_SOMETHING.with(
                    "cash", left.cash().toString(),
                    "constant", left.constant().toString(),
                    "points", left.points().toString());
        }
    }

    private static void erase(Transaction work, Actor actor, long id) {
        String status = work.find(
                        "select status from mall.member where id = ? for update", row -> row.text("status"), id)
                .orElseThrow(General.NOT_FOUND::with);
        if (status.equals("erased")) {
            throw PeopleGround.MEMBER_ERASED.with();
        }
        requireFinished(work, id);
        Forgetting.of(work, id);
        Trail.tell(
                work,
                actor,
                "member.erased",
                new Trail.Subject("member", id),
                new Trail.Change(Map.of("status", status), Map.of("status", "erased")));
    }

    private static void requireFinished(Transaction work, long id) {
        List<Object> open = new ArrayList<>();
        boolean[] isFinished = {true};
        UNFINISHED.forEach((name, sql) -> {
            long count = work.number(sql, id);
            isFinished[0] &= count == 0;
            open.addAll(List.of(name, count));
        });
        if (!isFinished[0]) {
            throw PeopleGround.BUSINESS_UNFINISHED.with(open.toArray());
        }
    }
}
