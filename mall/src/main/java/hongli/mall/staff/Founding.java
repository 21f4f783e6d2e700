package hongli.mall.staff;

import hongli.mall.access.Permission;
import hongli.mall.table.StatementFailed;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
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

    /// Makes the first clerk of a merchant, who may do everything that clerks may, in a transaction of the caller.
    ///
    /// @throws hongli.mall.refusal.Refusal where the login is unsound or taken
    public OneTime firstClerk(Transaction work, long merchant, String login, String name) {
        String password = hiring.password();
        var newcomer = new Hiring.Newcomer(merchant, login, name, hiring.kept(password));
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
            return new OneTime(Hiring.insert(work, newcomer, role), newcomer.login(), password);
        } catch (StatementFailed e) {
            throw e.isDuplicate() ? StaffGround.LOGIN_TAKEN.with() : e;
        }
    }
}
