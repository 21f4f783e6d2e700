package hongli.mall.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.login.Credentials;
import hongli.mall.login.Door;
import hongli.mall.people.Folk;
import hongli.mall.table.Listing;
import hongli.mall.trail.TrailLines;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class WorkersTest {
    private static final Workers.Filter ALL = new Workers.Filter(null, null, null);
    private static final Listing.Wish WISH = new Listing.Wish(null, null, 10);

    private final Folk folk = new Folk();
    private final Workers workers = folk.people().workers();
    private final Roles roles = folk.people().roles();

    private Actor logIn(Door door, OneTime oneTime) {
        var shown = new Credentials(oneTime.login(), oneTime.password(), "192.0.2.7");
        return folk.people()
                .sessions()
                .of(folk.people().logins().logIn(door, shown).session().token());
    }

    /// Somebody's first login and the choice of a password.
    private Actor begin(Door door, OneTime oneTime) {
        Actor actor = logIn(door, oneTime);
        var session = folk.people().logins().choose(actor, oneTime.password(), Folk.PASSWORD);
        return folk.people().sessions().of(session.token());
    }

    private OneTime firstClerk(long merchant, String login) {
        return folk.mall.tables().work(work -> workers.founding().firstClerk(work, merchant, login, "店主"));
    }

    @Test
    void makesTheFirstOperatorOnce() {
        OneTime first = workers.founding().firstOperator().orElseThrow();
        OneTime again = workers.founding().firstOperator().orElseThrow();
        assertThat(again.worker()).isEqualTo(first.worker());
        assertThatThrownBy(() -> logIn(Door.OPERATOR, first)).hasMessageStartingWith("login_wrong");

        assertThat(logIn(Door.OPERATOR, again)).isEqualTo(new Actor.Operator(first.worker(), Set.of()));
        assertThat(begin(Door.OPERATOR, again))
                .isEqualTo(new Actor.Operator(first.worker(), Set.of(Permission.values())));
        assertThat(workers.founding().firstOperator()).isEmpty();
        assertThat(again.toString()).doesNotContain(again.password());
    }

    @Test
    void letsAnOperatorGiveOnlyWhatItHas() {
        Actor.Operator all = folk.operator();
        long hirer = roles.add(all, "人事", Set.of(Permission.OPERATORS_CHANGE, Permission.MEMBERS_READ));
        Actor weak = begin(Door.OPERATOR, workers.hire(all, "renshi", "小李", hirer));

        assertThatThrownBy(() -> roles.add(weak, "超级", Set.of(Permission.BILLS_PAY)))
                .hasMessageStartingWith("permission_not_yours");
        assertThatThrownBy(() -> workers.renew(weak, all.id())).hasMessageStartingWith("permission_not_yours");
        assertThatThrownBy(() -> workers.letIn(weak, all.id(), false)).hasMessageStartingWith("permission_not_yours");
        assertThatThrownBy(() -> workers.hire(weak, "gao", "小高", 1)).hasMessageStartingWith("permission_not_yours");
        assertThatThrownBy(() -> roles.change(weak, hirer, "人事", Set.of())).hasMessageStartingWith("not_on_yourself");
        assertThatThrownBy(() -> workers.letIn(all, all.id(), false)).hasMessageStartingWith("not_on_yourself");
        assertThatThrownBy(() -> roles.remove(all, hirer)).hasMessageStartingWith("role_in_use");
        assertThatThrownBy(() -> roles.add(all, "人事", Set.of())).hasMessageStartingWith("role_taken");
        assertThatThrownBy(() -> workers.hire(all, "RENSHI", "x", hirer)).hasMessageStartingWith("login_taken");
        assertThatThrownBy(() -> workers.hire(all, "a b", "x", hirer)).hasMessageStartingWith("login_unsound");
        assertThat(workers.hire(weak, "xiaoli", "小李", hirer).worker()).isPositive();
    }

    @Test
    void takesPermissionsAwayAtOnce() {
        Actor.Operator all = folk.operator();
        long role = roles.add(all, "客服", Set.of(Permission.MEMBERS_READ));
        OneTime hired = workers.hire(all, "kefu", "客服", role);
        Actor before = logIn(Door.OPERATOR, hired);
        var session = folk.people().logins().choose(before, hired.password(), Folk.PASSWORD);
        roles.change(all, role, "客服", Set.of(Permission.ORDERS_READ));
        assertThat(folk.people().sessions().of(session.token()))
                .isEqualTo(new Actor.Operator(hired.worker(), Set.of(Permission.ORDERS_READ)));
        workers.letIn(all, hired.worker(), false);
        assertThatThrownBy(() -> folk.people().sessions().of(session.token())).hasMessageStartingWith("login_required");
    }

    @Test
    void keepsMerchantsApart() {
        long mine = folk.merchant();
        long others = folk.merchant();
        Actor me = begin(Door.CLERK, firstClerk(mine, "mine"));
        OneTime other = firstClerk(others, "other");
        Actor them = begin(Door.CLERK, other);

        assertThat(me).isEqualTo(new Actor.Clerk(((Actor.Clerk) me).id(), mine, Employer.OF_MERCHANTS));
        assertThat(workers.list(me, ALL, WISH).items())
                .extracting(Worker::login)
                .containsExactly("mine");
        long theirs = roles.add(them, "仓库", Set.of(Permission.STOCK_CHANGE));
        assertThatThrownBy(() -> workers.hire(me, "spy", "x", theirs)).hasMessageStartingWith("not_found");
        assertThatThrownBy(() -> workers.renew(me, other.worker())).hasMessageStartingWith("not_found");
        assertThatThrownBy(() -> workers.letIn(me, other.worker(), false)).hasMessageStartingWith("not_found");
        assertThatThrownBy(() -> roles.change(me, theirs, "x", Set.of())).hasMessageStartingWith("not_found");
        assertThatThrownBy(() -> roles.remove(me, theirs)).hasMessageStartingWith("not_found");
        assertThatThrownBy(() -> roles.add(me, "x", Set.of(Permission.MEMBERS_READ)))
                .hasMessageStartingWith("permission_out_of_reach");
        assertThatThrownBy(() ->
                        workers.hire(me, "other", "x", roles.all(me).getFirst().id()))
                .hasMessageStartingWith("login_taken");
        assertThatThrownBy(() -> logIn(Door.OPERATOR, other)).hasMessageStartingWith("login_wrong");
    }

    @Test
    void letsAClerkHireAndLockItsOwn() {
        long merchant = folk.merchant();
        Actor owner = begin(Door.CLERK, firstClerk(merchant, "owner"));
        long role = roles.add(owner, "仓库", Set.of(Permission.STOCK_CHANGE));
        OneTime hired = workers.hire(owner, "cangku", "老赵", role);
        Actor keeper = begin(Door.CLERK, hired);

        assertThat(keeper).isEqualTo(new Actor.Clerk(hired.worker(), merchant, Set.of(Permission.STOCK_CHANGE)));
        assertThatThrownBy(() -> workers.list(keeper, ALL, WISH)).hasMessageStartingWith("not_permitted");
        workers.change(owner, hired.worker(), "老赵头", role);
        workers.letIn(owner, hired.worker(), false);
        assertThatThrownBy(() -> logIn(Door.CLERK, new OneTime(0, "cangku", Folk.PASSWORD)))
                .hasMessageStartingWith("account_locked");
        workers.letIn(owner, hired.worker(), true);
        OneTime renewed = workers.renew(owner, hired.worker());
        assertThat(logIn(Door.CLERK, renewed)).isEqualTo(new Actor.Clerk(hired.worker(), merchant, Set.of()));
    }

    @Test
    void showsAMerchantItsOwnTrailOnly() {
        Actor mine = begin(Door.CLERK, firstClerk(folk.merchant(), "mine"));
        Actor others = begin(Door.CLERK, firstClerk(folk.merchant(), "other"));
        long role = roles.add(mine, "仓库", Set.of(Permission.STOCK_CHANGE));
        roles.add(others, "仓库", Set.of(Permission.STOCK_CHANGE));
        Actor.Operator operator = folk.operator();
        TrailLines trail = folk.people().trail();
        var all = new TrailLines.Filter(null, null, "role", null, null, null, null);

        assertThat(trail.list(operator, all, WISH).items()).hasSize(2);
        assertThat(trail.list(mine, all, WISH).items()).singleElement().satisfies(line -> {
            assertThat(line.subject().id()).isEqualTo(role);
            assertThat(line.action()).isEqualTo("role.added");
            assertThat(line.after().orElseThrow()).containsEntry("name", "仓库");
            assertThat(line.before()).isEmpty();
        });
        assertThatThrownBy(() -> trail.list(folk.member(), all, WISH)).hasMessageStartingWith("not_permitted");
    }
}
