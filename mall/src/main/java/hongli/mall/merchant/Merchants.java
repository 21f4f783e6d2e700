package hongli.mall.merchant;

import hongli.economy.exact.Money;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.merchant.Merchant.Status;
import hongli.mall.refusal.General;
import hongli.mall.table.Listing;
import hongli.mall.table.Page;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import hongli.mall.timer.Timers;
import hongli.mall.trail.Trail;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The merchants of the mall and the way in: applied, accepted, entry fee paid and open; suspended and open again.
public final class Merchants {
    /// The timer by which an entry fee is looked at.
    static final String ENTRY_FEE_TIMER = "merchant.entry_fee";

    private static final Map<String, String> SORTS = Map.of("id", "id bigint");

    private final Tables tables;

    public Merchants(Tables tables) {
        this.tables = tables;
    }

    /// What somebody who wants to sell says of itself.
    public record Application(String name, String contact, String licence) {}

    /// On what terms a merchant is let in.
    public record Admission(Money entryFee, long commissionMillionths) {
        public Admission {
            if (commissionMillionths < 0 || commissionMillionths > 1_000_000) {
                throw new IllegalArgumentException("commission must be 0 to 1: millionths=" + commissionMillionths);
            }
        }
    }

    /// Asks to be let in; one application of a member at a time.
    ///
    /// @return the number of the merchant to be
    public long apply(Actor actor, Application application) {
        long member = actor.requireMember().id();
        return tables.work(work -> {
            if (!Mode.isMulti(work)) {
                throw MerchantGround.SINGLE_MERCHANT.with();
            }
            work.exists("select 1 from mall.member where id = ? for update", member);
            if (work.exists("select 1 from mall.merchant where owner = ? and status = 'applied'", member)) {
                throw MerchantGround.APPLICATION_UNDER_WAY.with();
            }
            return work.insert(
                    "insert into mall.merchant (name, status, owner, contact, licence, created_at)"
                            + " values (?, 'applied', ?, ?, ?, ?) returning id",
                    application.name(),
                    member,
                    application.contact(),
                    application.licence(),
                    work.now());
        });
    }

    /// What a member applied for.
    public List<Merchant> applications(Actor actor) {
        long member = actor.requireMember().id();
        return tables.work(
                work -> work.all(Merchant.SELECT + " where m.owner = ? order by m.id desc", Merchant::read, member));
    }

    /// Lets a merchant in on these terms; without a fee it is open at once.
    public void accept(Actor actor, long id, Admission terms) {
        move(actor, id, new Step("merchant.accepted", Set.of(Status.APPLIED)), work -> {
            work.run(
                    "update mall.merchant set status = ?, entry_fee_fen = ?, commission_millionths = ?, reason = '',"
                            + " version = version + 1 where id = ?",
                    terms.entryFee().fen() == 0 ? Status.OPEN : Status.ACCEPTED,
                    terms.entryFee(),
                    terms.commissionMillionths(),
                    id);
        });
    }

    /// Does not let a merchant in, also where it was accepted but is not open yet; an entry fee that comes in
    /// meanwhile goes back.
    public void reject(Actor actor, long id, String reason) {
        Set<Status> from = Set.of(Status.APPLIED, Status.ACCEPTED);
        move(actor, id, new Step("merchant.rejected", from), to(id, Status.REJECTED, reason));
    }

    /// Notes that the entry fee came in by no channel; the merchant is open.
    public void entryFeePaid(Actor actor, long id) {
        move(
                actor,
                id,
                new Step("merchant.opened", Set.of(Status.ACCEPTED)),
                work -> work.run(
                        "update mall.merchant set status = 'open', entry_fee_paid_at = ?, entry_fee_by_hand = true,"
                                + " version = version + 1 where id = ?",
                        work.now(),
                        id));
    }

    /// Takes all its goods out of the customers' sight and keeps its clerks out, for as long as it lasts.
    public void suspend(Actor actor, long id, String reason) {
        move(actor, id, new Step("merchant.suspended", Set.of(Status.OPEN)), to(id, Status.SUSPENDED, reason));
    }

    public void resume(Actor actor, long id) {
        move(actor, id, new Step("merchant.resumed", Set.of(Status.SUSPENDED)), to(id, Status.OPEN, ""));
    }

    /// Ends a merchant for good; its orders and bills stay.
    public void close(Actor actor, long id, String reason) {
        Set<Status> from = Set.of(Status.ACCEPTED, Status.OPEN, Status.SUSPENDED);
        move(actor, id, new Step("merchant.closed", from), to(id, Status.CLOSED, reason));
    }

    /// Changes the terms of one that was let in; bills made before stay as they are.
    public void changeCommission(Actor actor, long id, long millionths) {
        var terms = new Admission(Money.ZERO, millionths);
        Set<Status> from = Set.of(Status.ACCEPTED, Status.OPEN, Status.SUSPENDED);
        move(
                actor,
                id,
                new Step("merchant.commission_changed", from),
                work -> work.run(
                        "update mall.merchant set commission_millionths = ?, version = version + 1 where id = ?",
                        terms.commissionMillionths(),
                        id));
    }

    public Merchant one(Actor actor, long id) {
        actor.requireOperator(Permission.MERCHANTS_READ);
        return tables.work(work -> find(work, id, ""));
    }

    /// The merchant that the clerk works for.
    public Merchant mine(Actor.Clerk clerk) {
        return tables.workAs(clerk.merchant(), work -> find(work, clerk.merchant(), ""));
    }

    /// The merchants in this state, or all.
    ///
    /// @param text part of a name, or null
    public Page<Merchant> page(Actor actor, @Nullable Status status, @Nullable String text, Listing.Wish wish) {
        actor.requireOperator(Permission.MERCHANTS_READ);
        return tables.work(work -> Listing.of(Merchant.SELECT)
                .whereGiven("m.status = ?", status)
                .whereGiven("strpos(lower(m.name), ?) > 0", text == null ? null : text.toLowerCase(Locale.ROOT))
                .page(work, wish.orBy("-id"), SORTS, Merchant::read));
    }

    /// What is done, and from where it may be done.
    private record Step(String action, Set<Status> from) {}

    /// A change within a transaction.
    private interface Deed {
        void apply(Transaction work);
    }

    private static Deed to(long id, Status status, String reason) {
        return work -> work.run(
                "update mall.merchant set status = ?, reason = ?, version = version + 1 where id = ?",
                status,
                reason,
                id);
    }

    private void move(Actor actor, long id, Step step, Deed deed) {
        actor.requireOperator(Permission.MERCHANTS_REVIEW);
        tables.run(work -> {
            Merchant before = find(work, id, " for update");
            if (!step.from().contains(before.status()) || id == Mode.ownShop(work)) {
                throw MerchantGround.MERCHANT_NOT_THERE_YET.with(
                        "state", before.status().name().toLowerCase(Locale.ROOT));
            }
            deed.apply(work);
            Timers.put(work, ENTRY_FEE_TIMER, id, work.now());
            keepOut(work, id);
            Trail.tell(
                    work,
                    actor,
                    step.action(),
                    new Trail.Subject("merchant", id),
                    new Trail.Change(before.told(), find(work, id, "").told()));
        });
    }

    /// Ends the sessions of clerks whose merchant is not open; whether they may log in again is seen at
    /// the door.
    private static void keepOut(Transaction work, long id) {
        work.run(
                "delete from mall.session where staff in (select w.id from mall.staff w join mall.merchant m"
                        + " on m.id = w.merchant where m.id = ? and m.status <> 'open')",
                id);
    }

    static Merchant find(Transaction work, long id, String lock) {
        return work.find(Merchant.SELECT + " where m.id = ?" + lock, Merchant::read, id)
                .orElseThrow(() -> General.NOT_FOUND.with("merchant", id));
    }
}
