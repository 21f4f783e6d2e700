package hongli.mall.aftersale;

import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.aftersale.Case.Kind;
import hongli.mall.aftersale.Case.Status;
import hongli.mall.aftersale.Cases.Step;
import hongli.mall.merchant.Seller;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import hongli.mall.trail.Trail;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/// What a merchant's clerk and the platform decide in a case. Whoever decides says which version was seen: of two
/// clerks on one case the second is told that it has changed.
public final class Decisions {
    private static final Duration APPEALABLE = Duration.ofDays(7);

    private final Tables tables;

    public Decisions(Tables tables) {
        this.tables = tables;
    }

    /// The merchant agrees: a refund is paid, anything else is awaited.
    public Case agree(Actor actor, Seen seen, String note) {
        return seller(actor, seen, Set.of(Status.ASKED), (work, found) -> agreed(work, found, note));
    }

    /// The merchant refuses, or refuses what came back; the member may appeal.
    public Case refuse(Actor actor, Seen seen, String note) {
        return seller(
                actor,
                seen,
                Set.of(Status.ASKED, Status.SENT_BACK),
                (_, _) -> Step.waiting(Status.REFUSED, APPEALABLE, note));
    }

    /// The merchant has the goods back.
    public Case receive(Actor actor, Seen seen, String note) {
        return seller(actor, seen, Set.of(Status.SENT_BACK), (_, found) -> received(found, note));
    }

    /// The merchant has sent other goods for those that came back.
    public Case replace(Actor actor, Seen seen, String carrier, String number) {
        return seller(actor, seen, Set.of(Status.RECEIVED), (_, found) -> {
            if (found.kind() != Kind.EXCHANGE) {
                throw AfterSaleGround.AFTER_SALE_STATUS_DIFFERS.with("status", Cases.word(found.status()));
            }
            return Step.last(Status.DONE, carrier + " " + number);
        });
    }

    /// The platform decides an appeal: for the member, or that nothing comes of it.
    public Case decide(Actor actor, Seen seen, boolean forMember, String note) {
        Actor operator = actor.requireOperator(Permission.AFTER_SALES_DECIDE);
        return tables.work(work -> step(work, operator, seen, Set.of(Status.APPEALED), (inner, found) -> {
            if (!forMember) {
                return Step.last(Status.CLOSED, note);
            }
            return found.carrier().isEmpty() ? agreed(inner, found, note) : received(found, note);
        }));
    }

    static Step agreed(Transaction work, Case found, String note) {
        Duration due = found.kind() == Kind.REFUND ? Duration.ZERO : Cases.days(work, "after_sale_send_back_days");
        return Step.waiting(Status.AGREED, due, note);
    }

    static Step received(Case found, String note) {
        return found.kind() == Kind.EXCHANGE
                ? Step.last(Status.RECEIVED, note)
                : Step.waiting(Status.RECEIVED, Duration.ZERO, note);
    }

    private Case seller(Actor actor, Seen seen, Set<Status> from, BiFunction<Transaction, Case, Step> deed) {
        Seller seller = Seller.of(tables, actor, Permission.AFTER_SALES_DECIDE);
        return seller.work(tables, work -> step(work, actor, seen, from, deed));
    }

    private static Case step(
            Transaction work, Actor by, Seen seen, Set<Status> from, BiFunction<Transaction, Case, Step> deed) {
        Case before = Cases.locked(work, seen, from);
        Case after = Cases.step(work, by, before, deed.apply(work, before));
        Trail.tell(
                work,
                by,
                "after_sale." + Cases.word(after.status()),
                new Trail.Subject("after_sale", after.id()),
                new Trail.Change(
                        Map.of("status", Cases.word(before.status())), Map.of("status", Cases.word(after.status()))));
        return after;
    }
}
