package hongli.mall.people;

import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.login.Contact;
import hongli.mall.login.LoginGround;
import hongli.mall.login.Logins;
import hongli.mall.login.Sessions;
import hongli.mall.refusal.General;
import hongli.mall.table.Listing;
import hongli.mall.table.Page;
import hongli.mall.table.StatementFailed;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import hongli.mall.trail.Trail;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The members: what they tell of themselves, and what operators may do about them.
public final class Members {
    private static final String COLUMNS =
            "select m.id, m.phone, m.email, m.name, m.tier, m.status, m.referral_code, m.joined_at,"
                    + " m.phone_proved_at, m.email_proved_at from mall.member m";
    private static final Map<String, String> SORTS = Map.ofEntries(
            Map.entry("id", "id bigint"),
            Map.entry("joinedAt", "joined_at timestamptz"),
            Map.entry("name", "name text"));

    private final Tables tables;
    private final Logins logins;

    /// What a list of members is asked for; null shows all.
    ///
    /// @param text part of a name, or the whole of a phone number or an address
    /// @param referrer who brought them
    public record Filter(
            Member.@Nullable Status status,
            @Nullable String text,
            @Nullable Long referrer,
            @Nullable Instant joinedFrom,
            @Nullable Instant joinedBefore) {}

    public Members(Tables tables, Logins logins) {
        this.tables = tables;
        this.logins = logins;
    }

    /// The member who asks.
    public Member me(Actor actor) {
        long id = actor.requireMember().id();
        return tables.work(work -> one(work, id));
    }

    /// A member, for operators.
    public Member find(Actor actor, long id) {
        actor.requireOperator(Permission.MEMBERS_READ);
        return tables.work(work -> one(work, id));
    }

    private static Member one(Transaction work, long id) {
        return work.find(COLUMNS + " where m.id = ?", Member::of, id).orElseThrow(General.NOT_FOUND::with);
    }

    /// Members page by page, for operators.
    public Page<Member> list(Actor actor, Filter filter, Listing.Wish wish) {
        actor.requireOperator(Permission.MEMBERS_READ);
        String text = filter.text();
        Listing listing = Listing.of(COLUMNS)
                .whereGiven("m.status = ?", filter.status())
                .whereGiven(
                        "exists (select from mall.referral r where r.member = m.id and r.referrer = ?)",
                        filter.referrer())
                .whereGiven("m.joined_at >= ?", filter.joinedFrom())
                .whereGiven("m.joined_at < ?", filter.joinedBefore());
        if (text != null) {
            String contact = Contact.normal(text);
            listing.where("strpos(m.name, ?) > 0 or m.phone = ? or m.email = ?", text, contact, contact);
        }
        return tables.work(work -> listing.page(work, sorted(wish), SORTS, Member::of));
    }

    /// Newest first where nothing else is asked for.
    private static Listing.Wish sorted(Listing.Wish wish) {
        return wish.sort() == null ? new Listing.Wish("-id", wish.cursor(), wish.limit()) : wish;
    }

    /// Takes another name.
    public void rename(Actor actor, String name) {
        long id = actor.requireMember().id();
        tables.run(work -> work.run("update mall.member set name = ? where id = ? and status = 'active'", name, id));
    }

    /// Takes another phone number or address of e-mail, beside the one of the other sort.
    ///
    /// @throws hongli.mall.refusal.Refusal where the password is wrong, or somebody else has it
    public void reachBy(Actor actor, String contact, String password) {
        long id = actor.requireMember().id();
        Contact read = Contact.parse(contact).orElseThrow(PeopleGround.CONTACT_UNSOUND::with);
        logins.requirePassword(Sessions.Holder.MEMBER, id, password);
        String column = switch (read) {
            case Contact.Phone _ -> "phone";
            case Contact.Email _ -> "email";
        };
        try {
            tables.run(work -> work.run(
                    "update mall.member set " + column + " = ?, " + column + "_proved_at = null where id = ? and "
                            + column + " is distinct from ? and status = 'active'",
                    read.text(),
                    id,
                    read.text()));
        } catch (StatementFailed e) {
            throw taken(e);
        }
    }

    static RuntimeException taken(StatementFailed e) {
        return e.isDuplicate() ? PeopleGround.CONTACT_TAKEN.with() : e;
    }

    /// Keeps a member out, with all their sessions, until [#unlock].
    ///
    /// @param why for the trail; no person's data
    public void lock(Actor actor, long id, String why) {
        change(actor, id, Member.Status.ACTIVE, Member.Status.LOCKED, why);
    }

    /// Lets a member in again.
    public void unlock(Actor actor, long id, String why) {
        change(actor, id, Member.Status.LOCKED, Member.Status.ACTIVE, why);
    }

    private void change(Actor actor, long id, Member.Status before, Member.Status after, String why) {
        actor.requireOperator(Permission.MEMBERS_CHANGE);
        tables.run(work -> {
            Member.Status found = one(work, id).status();
            if (found == Member.Status.ERASED) {
                throw PeopleGround.MEMBER_ERASED.with();
            }
            if (found == after) {
                return;
            }
            if (work.run("update mall.member set status = ? where id = ? and status = ?", after, id, before) == 0) {
                throw General.CHANGED_MEANWHILE.with();
            }
            Sessions.endAll(work, Sessions.Holder.MEMBER, id);
            Trail.tell(
                    work,
                    actor,
                    after == Member.Status.LOCKED ? "member.locked" : "member.unlocked",
                    new Trail.Subject("member", id),
                    new Trail.Change(Map.of("status", word(before)), Map.of("status", word(after), "why", why)));
        });
    }

    private static String word(Member.Status status) {
        return status == Member.Status.LOCKED ? "locked" : "active";
    }

    /// Says no where the member may not act now: for rooms that act for members long after they logged in.
    public static void requireActive(Transaction work, long id) {
        Optional<Member> found = work.find(COLUMNS + " where m.id = ?", Member::of, id);
        if (found.orElseThrow(General.NOT_FOUND::with).status() != Member.Status.ACTIVE) {
            throw LoginGround.ACCOUNT_LOCKED.with();
        }
    }
}
