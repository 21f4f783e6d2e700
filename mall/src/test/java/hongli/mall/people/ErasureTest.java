package hongli.mall.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.economy.exact.Money;
import hongli.economy.exact.Points;
import hongli.mall.access.Actor;
import hongli.mall.login.Credentials;
import hongli.mall.login.Door;
import hongli.mall.message.MessagePort;
import hongli.mall.message.Messages;
import hongli.mall.referral.Earnings;
import hongli.mall.table.Transaction;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ErasureTest {
    /// Tables with a column for a member, and all that hang on such a table but on merchants.
    private static final String KNOWING_MEMBERS = """
            with recursive direct(name) as (
                select table_name::text from information_schema.columns
                where table_schema = 'mall' and column_name in ('member', 'referrer', 'owner')
                union
                select c.relname::text from pg_constraint f join pg_class c on c.oid = f.conrelid
                where f.contype = 'f' and f.confrelid = 'mall.member'::regclass
            ), known(name) as (
                select name from direct
                union
                select c.relname::text from known k
                join pg_class t on t.relname = k.name and t.relnamespace = 'mall'::regnamespace
                join pg_constraint f on f.contype = 'f' and f.confrelid = t.oid
                join pg_class c on c.oid = f.conrelid
                where k.name <> 'merchant'
            )
            select name from known order by 1
            """;

    private final Folk folk = new Folk();
    private final Erasure erasure = folk.people().erasure();

    @Test
    void forgetsThePersonAndKeepsTheBooks() {
        Actor.Member member = folk.join("13912345678", null);
        folk.people().addresses().add(member, new Address(0, "王小明", "13912345678", "广东省/深圳市", "科技路1号", true));
        long order = folk.mall.tables().work(work -> Traces.order(work, member.id(), "completed"));
        String token = folk.people()
                .logins()
                .logIn(Door.MEMBER, new Credentials("13912345678", Folk.PASSWORD, "192.0.2.7"))
                .session()
                .token();
        assertThat(folk.people().dossier().export(member)).contains("王小明", "13912345678", "科技路1号", "N-1");

        erasure.erase(member, Folk.PASSWORD, false);

        assertThatThrownBy(() -> folk.people().sessions().of(token)).hasMessageStartingWith("login_required");
        assertThat(folk.people().dossier().export(folk.operator(), member.id()))
                .contains("N-1", "已注销")
                .doesNotContain("王小明", "13912345678", "科技路1号", "argon2");
        assertThat(folk.mall
                        .tables()
                        .<Long>work(
                                work -> work.number("select payable_fen number from mall.orders where id = ?", order)))
                .isEqualTo(1_00);
        assertThat(folk.mall.tables().<String>work(work -> everything(work)))
                .doesNotContain("王小明", "13912345678", "科技路1号");
        assertThat(folk.join("13912345678", null).id()).isNotEqualTo(member.id());
    }

    @Test
    void takesNothingFromWhoHasNotGivenItUp() {
        Actor.Member member = folk.member();
        var left = new Belongings.Left(new Money(12_34), Money.ZERO, new Points(5));
        var ports = new People.Ports(Arrivals.UNHEARD, Earnings.UNKNOWN, _ -> left);
        var messages = new Messages(folk.mall.tables(), MessagePort.NONE);
        var wary = People.of(folk.mall.tables(), ports, messages).erasure();
        assertThatThrownBy(() -> wary.erase(member, Folk.PASSWORD, false))
                .hasMessageStartingWith("member_owns_something")
                .hasMessageContaining("12.34");
        assertThatThrownBy(() -> wary.erase(folk.operator(), member.id(), false))
                .hasMessageStartingWith("member_owns_something");
        wary.erase(member, Folk.PASSWORD, true);
        assertThatThrownBy(() -> wary.erase(folk.operator(), member.id(), true))
                .hasMessageStartingWith("member_erased");
    }

    @Test
    void waitsUntilBusinessIsFinished() {
        Actor.Member member = folk.member();
        folk.mall.tables().run(work -> Traces.order(work, member.id(), "shipped"));

        assertThatThrownBy(() -> erasure.erase(member, Folk.PASSWORD, false))
                .hasMessageStartingWith("business_unfinished")
                .hasMessageContaining("orders=1");
        assertThatThrownBy(() -> erasure.erase(member, "wrong", false)).hasMessageStartingWith("password_wrong");
        assertThat(folk.people().members().me(member).status()).isEqualTo(Member.Status.ACTIVE);
    }

    @Test
    void happensOnce() {
        Actor.Member member = folk.member();
        Actor.Operator operator = folk.operator();
        erasure.erase(operator, member.id(), false);

        assertThatThrownBy(() -> erasure.erase(operator, member.id(), false)).hasMessageStartingWith("member_erased");
        assertThatThrownBy(() -> folk.people().members().unlock(operator, member.id(), "x"))
                .hasMessageStartingWith("member_erased");
        assertThatThrownBy(() -> erasure.erase(operator, 9_999, false)).hasMessageStartingWith("not_found");
    }

    @Test
    void tellsAndForgetsEveryTableThatKnowsMembers() {
        List<String> tables = folk.mall.tables().work(work -> work.all(KNOWING_MEMBERS, row -> row.text("name")));
        assertThat(tables).contains("address", "orders", "order_line", "package_event", "merchant", "passcode");

        for (String table : tables) {
            assertThat(Dossier.LEFT_OUT.containsKey(table) || Dossier.queries().contains("mall." + table + " "))
                    .as("what is kept in " + table + " is told to its member, or left out for a reason")
                    .isTrue();
            assertThat(Forgetting.KEPT.containsKey(table) || Forgetting.text().contains("mall." + table + " "))
                    .as("what is kept in " + table + " is forgotten, or kept for a reason")
                    .isTrue();
        }
        assertThat(folk.people().dossier().export(folk.member())).startsWith("{\"member\":[{");
    }

    @Test
    void leavesNoWordOfThePersonAnywhere() {
        Actor.Member member = folk.join("13912345678", null);
        folk.people().members().reachBy(member, "wang@secret.example", Folk.PASSWORD);
        folk.people()
                .addresses()
                .add(member, new Address(0, Traces.SECRET, "13912345678", "广东省/深圳市", Traces.SECRET, true));
        folk.people().proofs().askForContact(member, "13912345678", "192.0.2.7");
        folk.mall.timers().runDue();
        folk.mall.tables().run(work -> Traces.leave(work, member.id(), Traces.order(work, member.id(), "completed")));
        String told = folk.people().dossier().export(member);
        assertThat(told.split(Traces.SECRET, -1)).hasSizeGreaterThan(18);
        assertThat(told).doesNotContain("cost_fen", "argon2");

        erasure.erase(member, Folk.PASSWORD, false);

        String left = folk.mall.tables().<String>work(ErasureTest::everything);
        assertThat(left).doesNotContain(Traces.SECRET, "13912345678", "wang@secret", Folk.PASSWORD);
        assertThat(left).contains("N-1");
    }

    @Test
    void waitsForMoneyOnItsWayBack() {
        Actor.Member member = folk.member();
        folk.mall.tables().run(work -> {
            long order = Traces.order(work, member.id(), "refunded");
            long payment = Traces.payment(work, order);
            work.run(
                    "insert into mall.refund (payment, order_id, reference, reason, amount_fen, status, started_at)"
                            + " values (?, ?, 'R1', '', 100, 'failed', ?)",
                    payment,
                    order,
                    work.now());
        });

        assertThatThrownBy(() -> erasure.erase(member, Folk.PASSWORD, false))
                .hasMessageStartingWith("business_unfinished")
                .hasMessageContaining("refunds=1");
    }

    @Test
    void neverLetsTheLogOfOrdersBeRewritten() {
        folk.mall
                .tables()
                .run(work -> Traces.leave(
                        work,
                        folk.member().id(),
                        Traces.order(work, folk.member().id(), "completed")));

        assertThatThrownBy(() ->
                        folk.mall.tables().run(work -> work.run("update mall.order_event set note = 'other words'")))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> folk.mall
                        .tables()
                        .run(work -> work.run("update mall.order_event set note = '', actor = 'house'")))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> folk.mall.tables().run(work -> work.run("delete from mall.order_event")))
                .hasMessageContaining("append-only");
    }

    /// All rows of all tables of the mall, as they are.
    private static String everything(Transaction work) {
        var all = new StringBuilder();
        List<String> tables = work.all(
                "select table_name::text name from information_schema.tables"
                        + " where table_schema = 'mall' and table_type = 'BASE TABLE'",
                row -> row.text("name"));
        for (String table : tables) {
            work.all("select to_jsonb(t)::text line from mall.\"" + table + "\" t", row -> row.text("line"))
                    .forEach(all::append);
        }
        return all.toString();
    }
}
