package hongli.mall.withdrawal;

import hongli.economy.command.Asset;
import hongli.economy.exact.Money;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.payment.ChannelAway;
import hongli.mall.payment.Purse;
import hongli.mall.payment.PurseLock;
import hongli.mall.refusal.General;
import hongli.mall.refusal.Refusal;
import hongli.mall.table.Listing;
import hongli.mall.table.Page;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import hongli.mall.timer.Timers;
import hongli.mall.trail.Trail;
import hongli.mall.withdrawal.Withdrawal.Status;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/// Requests of members and merchants for their cash: held in the purse, checked by rule, reviewed by an operator, then
/// paid out.
public final class Withdrawals {
    private final Tables tables;
    private final Purse purse;
    private final Rules rules;
    private final Payouts payouts;

    /// @param identities whether a member's identity is confirmed
    public Withdrawals(Tables tables, Purse purse, PayoutPort port, LongPredicate identities) {
        this.tables = tables;
        this.purse = purse;
        this.rules = new Rules(identities);
        this.payouts = new Payouts(tables, purse, port);
    }

    /// Does what the timers of withdrawals say.
    public void register(Timers timers) {
        payouts.register(timers);
    }

    /// Cash to leave.
    ///
    /// @param key the asker's own; the same again answers the same
    public record Request(String key, Money amount, String account) {}

    /// How much whoever asks may ask for, and how often.
    public Limits limits(Actor actor) {
        Purse.Holder holder = holder(actor, Permission.WITHDRAWALS_READ);
        return tables.work(work -> Limits.of(work, holder));
    }

    /// Asks for cash. It is held at once, so that it cannot be spent twice, and then waits for review.
    public Withdrawal ask(Actor actor, Request request) {
        Purse.Holder holder = holder(actor, Permission.WITHDRAWALS_ASK);
        long id = as(actor, work -> {
            // Two requests of one holder wait for each other: limits are counted once.
            PurseLock.take(work, holder);
            return find(work, holder, request).orElseGet(() -> insert(work, actor, holder, request));
        });
        Withdrawal withdrawal = heldNow(id);
        if (withdrawal.status() == Status.FAILED && withdrawal.decidedAt().isEmpty()) {
            throw cashShort(request);
        }
        return withdrawal;
    }

    private static Refusal cashShort(Request request) {
        return WithdrawalGround.CASH_SHORT.with("amount", request.amount().toString());
    }

    /// Whose cash it is: the member's own, or that of the merchant whose clerk asks and may.
    private static Purse.Holder holder(Actor actor, Permission permission) {
        return actor instanceof Actor.Clerk
                ? Purse.Holder.merchant(actor.requireClerk(permission).merchant())
                : Purse.Holder.member(actor.requireMember().id());
    }

    private <T> T as(Actor actor, Function<Transaction, T> deed) {
        return actor instanceof Actor.Clerk clerk ? tables.workAs(clerk.merchant(), deed) : tables.work(deed);
    }

    private Withdrawal heldNow(long id) {
        try {
            return tables.work(work -> held(work, purse, id));
        } catch (ChannelAway _) {
            // The timer holds it as soon as the purse answers.
            return tables.work(work -> locked(work, id));
        }
    }

    private static Optional<Long> find(Transaction work, Purse.Holder holder, Request request) {
        Optional<Withdrawal> known = work.find(
                "select * from mall.withdrawal where " + Rules.column(holder) + " = ? and key = ?",
                Withdrawal::of,
                holder.id(),
                request.key());
        known.ifPresent(before -> {
            if (!before.amount().equals(request.amount()) || !before.account().equals(request.account())) {
                throw WithdrawalGround.WITHDRAWAL_KEY_REUSED.with("key", request.key());
            }
        });
        return known.map(Withdrawal::id);
    }

    private long insert(Transaction work, Actor actor, Purse.Holder holder, Request request) {
        String checks = rules.check(work, holder, request.amount());
        if (purse.free(holder, Asset.CASH).compareTo(request.amount()) < 0) {
            throw cashShort(request);
        }
        long id = work.insert(
                "insert into mall.withdrawal (" + Rules.column(holder)
                        + ", key, amount_fen, account, status, hold, checks, asked_at)"
                        + " values (?, ?, ?, ?, 'asked', ?, ?::jsonb, ?) returning id",
                holder.id(),
                request.key(),
                request.amount(),
                request.account(),
                "W" + UUID.randomUUID().toString().replace("-", ""),
                checks,
                work.now());
        Timers.put(work, Payouts.TIMER, id, work.now().plus(Payouts.AGAIN));
        if (actor instanceof Actor.Clerk) {
            Trail.tell(
                    work,
                    actor,
                    "withdrawal.asked",
                    new Trail.Subject("withdrawal", id),
                    new Trail.Change(
                            null, Map.of("amount", request.amount().toString(), "account", request.account())));
        }
        return id;
    }

    /// Has the purse hold what was asked for, if it does not yet.
    static Withdrawal held(Transaction work, Purse purse, long id) {
        Withdrawal found = locked(work, id);
        if (found.status() != Status.ASKED) {
            return found;
        }
        PurseLock.take(work, found.holder());
        var hold = new Purse.Hold(found.hold(), found.holder(), Asset.CASH, found.amount());
        boolean done = purse.hold(hold) == Purse.Answer.DONE;
        work.run("update mall.withdrawal set status = ? where id = ?", done ? Status.HELD : Status.FAILED, id);
        Timers.drop(work, Payouts.TIMER, id);
        return locked(work, id);
    }

    static Withdrawal locked(Transaction work, long id) {
        return work.find("select * from mall.withdrawal where id = ? for update", Withdrawal::of, id)
                .orElseThrow(General.NOT_FOUND::with);
    }

    /// An operator lets it be paid out.
    public Withdrawal approve(Actor actor, long id, String note) {
        Withdrawal approved = tables.work(work -> decided(work, actor, id, Status.APPROVED, note));
        payouts.push(id);
        return one(actor, approved.id());
    }

    /// An operator says no; the member has the cash back.
    public Withdrawal refuse(Actor actor, long id, String note) {
        Withdrawal refused = tables.work(work -> decided(work, actor, id, Status.REFUSED, note));
        payouts.push(id);
        return one(actor, refused.id());
    }

    private static Withdrawal decided(Transaction work, Actor actor, long id, Status status, String note) {
        Actor.Operator operator = actor.requireOperator(Permission.WITHDRAWALS_REVIEW);
        Withdrawal before = locked(work, id);
        if (before.status() != Status.HELD) {
            throw WithdrawalGround.WITHDRAWAL_STATUS_DIFFERS.with("status", word(before.status()));
        }
        work.run(
                "update mall.withdrawal set status = ?, decided_at = ?, decided_by = ?, note = ? where id = ?",
                status,
                work.now(),
                operator.label(),
                note,
                id);
        Timers.put(work, Payouts.TIMER, id, work.now());
        Trail.tell(
                work,
                operator,
                "withdrawal." + word(status),
                new Trail.Subject("withdrawal", id),
                new Trail.Change(Map.of("status", "held"), Map.of("status", word(status), "note", note)));
        return locked(work, id);
    }

    static String word(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    /// One withdrawal, for whose it is or an operator.
    public Withdrawal one(Actor actor, long id) {
        requireReader(actor);
        return as(
                actor,
                work -> work.find("select * from mall.withdrawal where id = ?", Withdrawal::of, id)
                        .filter(found -> actor instanceof Actor.Operator
                                || found.holder().equals(holder(actor, Permission.WITHDRAWALS_READ)))
                        .orElseThrow(General.NOT_FOUND::with));
    }

    private static void requireReader(Actor actor) {
        if (actor instanceof Actor.Operator operator) {
            boolean reviews = operator.permissions().contains(Permission.WITHDRAWALS_REVIEW);
            operator.requireOperator(reviews ? Permission.WITHDRAWALS_REVIEW : Permission.WITHDRAWALS_READ);
        } else {
            holder(actor, Permission.WITHDRAWALS_READ);
        }
    }

    /// Which withdrawals are shown; null where it does not matter.
    ///
    /// @param from asked for from then on
    /// @param until asked for before
    public record Filter(
            @Nullable Status status,
            @Nullable Long member,
            @Nullable Long merchant,
            @Nullable Instant from,
            @Nullable Instant until) {
        /// All of them.
        public static final Filter ALL = new Filter(null, null, null, null, null);
    }

    /// A holder's own withdrawals, or all of them to an operator.
    public Page<Withdrawal> list(Actor actor, Filter filter, Listing.Wish wish) {
        requireReader(actor);
        Map<String, String> sorts = new LinkedHashMap<>();
        sorts.put("id", "id bigint");
        sorts.put("amount", "amount_fen bigint");
        sorts.put("asked_at", "asked_at timestamptz");
        var listing = Listing.of("select w.* from mall.withdrawal w")
                .whereGiven("w.status = ?", filter.status())
                .whereGiven("w.member = ?", filter.member())
                .whereGiven("w.merchant = ?", filter.merchant())
                .whereGiven("w.asked_at >= ?", filter.from())
                .whereGiven("w.asked_at < ?", filter.until());
        if (!(actor instanceof Actor.Operator)) {
            Purse.Holder holder = holder(actor, Permission.WITHDRAWALS_READ);
            listing.where("w." + Rules.column(holder) + " = ?", holder.id());
        }
        return as(actor, work -> listing.page(work, wish, sorts, Withdrawal::of));
    }
}
