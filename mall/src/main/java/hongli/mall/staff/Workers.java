package hongli.mall.staff;

import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.login.Passwords;
import hongli.mall.refusal.General;
import hongli.mall.table.Listing;
import hongli.mall.table.Page;
import hongli.mall.table.StatementFailed;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import hongli.mall.trail.Trail;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Operators and clerks: hired, given another role, locked out and let in again, each by their own employer.
public final class Workers {
    private static final String COLUMNS = """
        select w.id, w.login, w.name, w.role, r.name role_name, r.permissions, w.status, w.must_change,
            w.created_at
        from mall.staff w join mall.role r on r.id = w.role
        """;
    private static final Map<String, String> SORTS = Map.of("login", "login text");

    private final Tables tables;
    private final Hiring hiring;

    public Workers(Tables tables, Passwords passwords) {
        this.tables = tables;
        this.hiring = new Hiring(passwords);
    }

    /// How people are hired without anybody who asks: the first operator, and a merchant's first clerk.
    public Founding founding() {
        return new Founding(tables, hiring);
    }

    /// What a list is asked for; null shows all.
    ///
    /// @param text part of a name or a login
    public record Filter(
            @Nullable Boolean isActive,
            @Nullable Long role,
            @Nullable String text) {}

    /// Those who work for the asker's employer.
    public Page<Worker> list(Actor actor, Filter filter, Listing.Wish wish) {
        Employer employer = Employer.of(actor);
        Boolean isActive = filter.isActive();
        String text = filter.text();
        Listing listing = Listing.of(COLUMNS)
                .where("w.merchant is not distinct from ?", employer.merchantOrNull())
                .whereGiven("w.status = ?", isActive == null ? null : isActive ? "active" : "locked")
                .whereGiven("w.role = ?", filter.role());
        if (text != null) {
            listing.where("strpos(w.name, ?) > 0 or strpos(w.login, lower(?)) > 0", text, text);
        }
        return employer.work(tables, work -> listing.page(work, wish, SORTS, Worker::of));
    }

    /// The one who asks, who works here.
    public Worker me(Actor actor) {
        long id = switch (actor) {
            case Actor.Operator operator -> operator.id();
            case Actor.Clerk clerk -> clerk.id();
            case Actor.Member _, Actor.Guest _, Actor.House _ ->
                throw General.NOT_PERMITTED.with("permission", "worker");
        };
        return tables.read(work -> work.one(COLUMNS + " where w.id = ?", Worker::of, id));
    }

    /// Hires somebody; the password is told once.
    public OneTime hire(Actor actor, String login, String name, long role) {
        Employer employer = Employer.of(actor);
        String password = hiring.password();
        var newcomer = new Hiring.Newcomer(employer.merchantOrNull(), login, name, hiring.kept(password));
        try {
            return employer.work(tables, work -> {
                employer.requireWorking(work);
                Role given = Roles.one(work, employer, role);
                employer.requireMayGive(given.permissions());
                long id = Hiring.insert(work, newcomer, role);
                Trail.tell(
                        work,
                        actor,
                        "worker.hired",
                        new Trail.Subject("worker", id),
                        new Trail.Change(null, Map.of("login", newcomer.login(), "name", name, "role", given.name())));
                return new OneTime(id, newcomer.login(), password);
            });
        } catch (StatementFailed e) {
            throw e.isDuplicate() ? StaffGround.LOGIN_TAKEN.with() : e;
        }
    }

    /// Gives somebody another name and role.
    public void change(Actor actor, long id, String name, long role) {
        Employer employer = Employer.of(actor);
        employer.requireOther(id);
        employer.change(tables, work -> {
            Worker before = reachable(work, employer, id);
            Role after = Roles.one(work, employer, role);
            employer.requireMayGive(after.permissions());
            work.run("update mall.staff set name = ?, role = ? where id = ?", name, role, id);
            tell(
                    work,
                    actor,
                    "worker.changed",
                    id,
                    new Trail.Change(
                            Map.of("name", before.name(), "role", before.roleName()),
                            Map.of("name", name, "role", after.name())));
        });
    }

    /// Keeps somebody out, or lets them in again.
    public void letIn(Actor actor, long id, boolean isActive) {
        Employer employer = Employer.of(actor);
        employer.requireOther(id);
        employer.change(tables, work -> {
            Worker before = reachable(work, employer, id);
            if (before.isActive() == isActive) {
                return;
            }
            work.run("update mall.staff set status = ? where id = ?", isActive ? "active" : "locked", id);
            endSessions(work, id);
            tell(
                    work,
                    actor,
                    isActive ? "worker.unlocked" : "worker.locked",
                    id,
                    new Trail.Change(Map.of("active", before.isActive()), Map.of("active", isActive)));
        });
    }

    /// Gives somebody a new password to begin with, told once; the old one opens nothing any more.
    public OneTime renew(Actor actor, long id) {
        Employer employer = Employer.of(actor);
        employer.requireOther(id);
        String password = hiring.password();
        String kept = hiring.kept(password);
        return employer.work(tables, work -> {
            employer.requireWorking(work);
            Worker worker = reachable(work, employer, id);
            work.run("update mall.staff set password = ?, must_change = true where id = ?", kept, id);
            endSessions(work, id);
            tell(work, actor, "worker.password_renewed", id, new Trail.Change(null, null));
            return new OneTime(id, worker.login(), password);
        });
    }

    /// Somebody of the asker's employer who may not do more than the asker.
    private static Worker reachable(Transaction work, Employer employer, long id) {
        Worker worker = work.find(
                        COLUMNS + " where w.id = ? and w.merchant is not distinct from ?",
                        Worker::of,
                        id,
                        employer.merchantOrNull())
                .orElseThrow(General.NOT_FOUND::with);
        for (Permission each : worker.permissions()) {
            if (!employer.permissions().contains(each)) {
                throw StaffGround.PERMISSION_NOT_YOURS.with("permission", Roles.word(each));
            }
        }
        return worker;
    }

    private static void endSessions(Transaction work, long id) {
        work.run("delete from mall.session where staff = ?", id);
    }

    private static void tell(Transaction work, Actor actor, String action, long id, Trail.Change change) {
        Trail.tell(work, actor, action, new Trail.Subject("worker", id), change);
    }
}
