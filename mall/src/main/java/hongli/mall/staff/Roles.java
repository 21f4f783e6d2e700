package hongli.mall.staff;

import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.refusal.General;
import hongli.mall.table.StatementFailed;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import hongli.mall.trail.Trail;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The roles of the platform, and of each merchant its own.
public final class Roles {
    private static final String COLUMNS = """
        select r.id, r.name, r.permissions, (select count(*) from mall.staff w where w.role = r.id) workers
        from mall.role r where r.merchant is not distinct from ?
        """;

    private final Tables tables;

    public Roles(Tables tables) {
        this.tables = tables;
    }

    static String word(Permission permission) {
        return permission.name().toLowerCase(Locale.ROOT);
    }

    /// Permissions as the tables and the trail have them.
    static List<String> words(Collection<Permission> permissions) {
        return permissions.stream().sorted().map(Roles::word).toList();
    }

    /// What a role can allow, for those who make roles.
    public List<Permission> permissions(Actor actor) {
        var all = Employer.of(actor).merchant().isPresent() ? Employer.OF_MERCHANTS : Set.of(Permission.values());
        return all.stream().sorted().toList();
    }

    /// All roles of the asker's employer.
    public List<Role> all(Actor actor) {
        Employer employer = Employer.of(actor);
        return employer.work(tables, work -> work.all(COLUMNS + " order by r.id", Role::of, employer.merchantOrNull()));
    }

    static Role one(Transaction work, Employer employer, long id) {
        return work.find(COLUMNS + " and r.id = ?", Role::of, employer.merchantOrNull(), id)
                .orElseThrow(General.NOT_FOUND::with);
    }

    /// Makes a role; its number.
    public long add(Actor actor, String name, Set<Permission> permissions) {
        Employer employer = Employer.of(actor);
        employer.requireMayGive(permissions);
        try {
            return employer.work(tables, work -> {
                employer.requireWorking(work);
                long id = insert(work, employer.merchantOrNull(), name, permissions);
                Trail.tell(
                        work,
                        actor,
                        "role.added",
                        new Trail.Subject("role", id),
                        new Trail.Change(null, Map.of("name", name, "permissions", words(permissions))));
                return id;
            });
        } catch (StatementFailed e) {
            throw taken(e);
        }
    }

    static long insert(Transaction work, @Nullable Long merchant, String name, Set<Permission> permissions) {
        return work.insert(
                "insert into mall.role (merchant, name, permissions) values (?, ?, ?::text[]) returning id",
                merchant,
                name,
                array(permissions));
    }

    /// A text that the database reads as a list: an empty list of values would be one of numbers.
    static String array(Set<Permission> permissions) {
        return "{" + String.join(",", words(permissions)) + "}";
    }

    /// Changes what a role is called and allows; whoever has it has it so from their next request on.
    public void change(Actor actor, long id, String name, Set<Permission> permissions) {
        Employer employer = Employer.of(actor);
        employer.requireMayGive(permissions);
        try {
            employer.change(tables, work -> {
                Role before = one(work, employer, id);
                employer.requireMayGive(before.permissions());
                if (work.exists("select from mall.staff where id = ? and role = ?", employer.worker(), id)) {
                    throw StaffGround.NOT_ON_YOURSELF.with();
                }
                work.run(
                        "update mall.role set name = ?, permissions = ?::text[] where id = ?",
                        name,
                        array(permissions),
                        id);
                Trail.tell(
                        work,
                        actor,
                        "role.changed",
                        new Trail.Subject("role", id),
                        new Trail.Change(
                                Map.of("name", before.name(), "permissions", words(before.permissions())),
                                Map.of("name", name, "permissions", words(permissions))));
            });
        } catch (StatementFailed e) {
            throw taken(e);
        }
    }

    /// Takes a role away that nobody has.
    public void remove(Actor actor, long id) {
        Employer employer = Employer.of(actor);
        employer.change(tables, work -> {
            Role before = one(work, employer, id);
            employer.requireMayGive(before.permissions());
            if (before.workers() > 0) {
                throw StaffGround.ROLE_IN_USE.with("workers", before.workers());
            }
            work.run("delete from mall.role where id = ?", id);
            Trail.tell(
                    work,
                    actor,
                    "role.removed",
                    new Trail.Subject("role", id),
                    new Trail.Change(Map.of("name", before.name(), "permissions", words(before.permissions())), null));
        });
    }

    private static RuntimeException taken(StatementFailed e) {
        return e.isDuplicate() ? StaffGround.ROLE_TAKEN.with() : e;
    }
}
