package hongli.mall.staff;

import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.login.Passwords;
import hongli.mall.refusal.General;
import hongli.mall.table.StatementFailed;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import hongli.mall.trail.Trail;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How the first people come to work here: the first operator at the first start, the first clerk when a shop opens.
public final class Founding {
    private static final String FIRST_LOGIN = "admin";
    private static final String FIRST_ROLE = "管理员";
    private static final String OWNERS_ROLE = "店主";

    private final Tables tables;
    private final Hiring hiring;

    Founding(Tables tables, Hiring hiring) {
        this.tables = tables;
        this.hiring = hiring;
    }

    /// Makes the first operator, who may do everything, where there is none; or gives a new password to the only one
    /// who never chose one. Nothing where somebody runs the place already.
    public Optional<OneTime> firstOperator() {
        String password = hiring.password();
        if (!tables.<Boolean>work(Founding::isUnmanned)) {
            return Optional.empty();
        }
        String kept = hiring.kept(password);
        return tables.work(work -> {
            work.run("lock table mall.staff in share row exclusive mode");
            if (!isUnmanned(work)) {
                return Optional.empty();
            }
            var newcomer = new Hiring.Newcomer(null, FIRST_LOGIN, FIRST_ROLE, kept);
            long id = work.find("select id from mall.staff where merchant is null", row -> row.number("id"))
                    .orElseGet(() -> Hiring.insert(work, newcomer, firstRole(work)));
            work.run("update mall.staff set password = ? where id = ?", kept, id);
            String login = work.one("select login from mall.staff where id = ?", row -> row.text("login"), id);
            return Optional.of(new OneTime(id, login, password));
        });
    }

    private static boolean isUnmanned(Transaction work) {
        return work.number("select count(*) number from mall.staff where merchant is null") < 2
                && !work.exists("select from mall.staff where merchant is null and not must_change");
    }

    private static long firstRole(Transaction work) {
        return work.find(
                        "select id from mall.role where merchant is null and name = ?",
                        row -> row.number("id"),
                        FIRST_ROLE)
                .orElseGet(() -> Roles.insert(work, null, FIRST_ROLE, Set.of(Permission.values())));
    }

    /// Makes the first clerk of a merchant that is open and has nobody yet; the password is told to the
    /// operator once.
    ///
    /// @throws hongli.mall.refusal.Refusal where the login is unsound or taken, and where somebody works
    ///     there already
    public OneTime firstClerk(Actor actor, long merchant, String login, String name) {
        actor.requireOperator(Permission.MERCHANTS_REVIEW);
        String password = hiring.password();
        var newcomer = new Hiring.Newcomer(merchant, login, name, hiring.kept(password));
        long id = founded(actor, newcomer, merchant, true);
        return new OneTime(id, newcomer.login(), password);
    }

    /// Makes the member who applied the first clerk of their own merchant, with a password of their
    /// choice; the clerk's number.
    ///
    /// @throws hongli.mall.refusal.Refusal where it is not theirs, where login or password are unsound,
    ///     and where somebody works there already
    public long owner(Actor actor, long merchant, Choice choice) {
        long member = actor.requireMember().id();
        if (!tables.<Boolean>work(
                work -> work.exists("select from mall.merchant where id = ? and owner = ?", merchant, member))) {
            throw General.NOT_FOUND.with("merchant", merchant);
        }
        Passwords.requireStrong(choice.password(), choice.login());
        var newcomer = new Hiring.Newcomer(merchant, choice.login(), choice.name(), hiring.kept(choice.password()));
        return founded(actor, newcomer, merchant, false);
    }

    /// How somebody will log in.
    public record Choice(String login, String name, String password) {
        /// Never says the password.
        @Override
        public String toString() {
            return "Choice[login=" + login + "]";
        }
    }

    private long founded(Actor actor, Hiring.Newcomer newcomer, long merchant, boolean mustChange) {
        return tables.work(work -> {
            String state = work.find(
                            "select status from mall.merchant where id = ? for update",
                            row -> row.text("status"),
                            merchant)
                    .orElseThrow(() -> General.NOT_FOUND.with("merchant", merchant));
            if (!state.equals("open")) {
                throw StaffGround.SHOP_NOT_OPEN.with("state", state);
            }
            if (work.exists("select from mall.staff where merchant = ?", merchant)) {
                throw StaffGround.SHOP_STAFFED.with();
            }
            long id = insert(work, merchant, newcomer);
            work.run("update mall.staff set must_change = ? where id = ?", mustChange, id);
            Trail.tell(
                    work,
                    actor,
                    "worker.founded",
                    new Trail.Subject("worker", id),
                    new Trail.Change(null, Map.of("login", newcomer.login(), "merchant", merchant)));
            return id;
        });
    }

    /// Makes the first clerk of a merchant, who may do everything that clerks may, in a transaction of the caller.
    ///
    /// @throws hongli.mall.refusal.Refusal where the login is unsound or taken
    public OneTime firstClerk(Transaction work, long merchant, String login, String name) {
        String password = hiring.password();
        var newcomer = new Hiring.Newcomer(merchant, login, name, hiring.kept(password));
        return new OneTime(insert(work, merchant, newcomer), newcomer.login(), password);
    }

    private static long insert(Transaction work, long merchant, Hiring.Newcomer newcomer) {
        if (work.exists("select from mall.staff where login = ?", newcomer.login())) {
            throw StaffGround.LOGIN_TAKEN.with();
        }
        try {
            long role = work.find(
                            "select id from mall.role where merchant = ? and name = ?",
                            row -> row.number("id"),
                            merchant,
                            OWNERS_ROLE)
                    .orElseGet(() -> Roles.insert(work, merchant, OWNERS_ROLE, Employer.OF_MERCHANTS));
            return Hiring.insert(work, newcomer, role);
        } catch (StatementFailed e) {
            throw e.isDuplicate() ? StaffGround.LOGIN_TAKEN.with() : e;
        }
    }
}
