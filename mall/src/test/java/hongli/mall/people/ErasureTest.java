package hongli.mall.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.mall.access.Actor;
import hongli.mall.login.Credentials;
import hongli.mall.login.Door;
import hongli.mall.table.Transaction;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ErasureTest {
    private final Folk folk = new Folk();
    private final Erasure erasure = folk.people().erasure();

    @Test
    void forgetsThePersonAndKeepsTheBooks() {
        Actor.Member member = folk.join("13912345678", null);
        folk.people().addresses().add(member, new Address(0, "王小明", "13912345678", "广东省/深圳市", "科技路1号", true));
        long order = folk.mall.tables().work(work -> order(work, member.id(), "completed"));
        String token = folk.people()
                .logins()
                .logIn(Door.MEMBER, new Credentials("13912345678", Folk.PASSWORD, "192.0.2.7"))
                .session()
                .token();
        assertThat(folk.people().dossier().export(member)).contains("王小明", "13912345678", "科技路1号", "N-1");

        erasure.erase(member, Folk.PASSWORD);

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
    void waitsUntilBusinessIsFinished() {
        Actor.Member member = folk.member();
        folk.mall.tables().run(work -> order(work, member.id(), "shipped"));

        assertThatThrownBy(() -> erasure.erase(member, Folk.PASSWORD))
                .hasMessageStartingWith("business_unfinished")
                .hasMessageContaining("orders=1");
        assertThatThrownBy(() -> erasure.erase(member, "wrong")).hasMessageStartingWith("password_wrong");
        assertThat(folk.people().members().me(member).status()).isEqualTo(Member.Status.ACTIVE);
    }

    @Test
    void happensOnce() {
        Actor.Member member = folk.member();
        Actor.Operator operator = folk.operator();
        erasure.erase(operator, member.id());

        assertThatThrownBy(() -> erasure.erase(operator, member.id())).hasMessageStartingWith("member_erased");
        assertThatThrownBy(() -> folk.people().members().unlock(operator, member.id(), "x"))
                .hasMessageStartingWith("member_erased");
        assertThatThrownBy(() -> erasure.erase(operator, 9_999)).hasMessageStartingWith("not_found");
    }

    @Test
    void tellsOfEveryTableThatKnowsMembers() {
        List<String> tables = folk.mall
                .tables()
                .work(work -> work.all(
                        "select distinct conrelid::regclass::text name from pg_constraint"
                                + " where contype = 'f' and confrelid = 'mall.member'::regclass order by 1",
                        row -> row.text("name")));
        String dossier = folk.people().dossier().export(folk.member());

        assertThat(tables)
                .isNotEmpty()
                .allSatisfy(table -> assertThat(Dossier.queries())
                        .as("what is kept in " + table + " must be told to its member")
                        .contains(table + " "));
        assertThat(dossier).startsWith("{\"member\":[{");
    }

    private static String everything(Transaction work) {
        var all = new StringBuilder();
        for (String table : List.of("member", "address", "orders", "trail", "session", "referral_history", "attempt")) {
            work.all("select to_jsonb(t)::text line from mall." + table + " t", row -> row.text("line"))
                    .forEach(all::append);
        }
        return all.toString();
    }

    private static long order(Transaction work, long member, String status) {
        long checkout = work.insert(
                "insert into mall.checkout (member, key, request, status, payable_fen, explanation, placed_at)"
                        + " values (?, 'k', '', 'paid', 100, '[]', ?) returning id",
                member,
                work.now());
        return work.insert(
                "insert into mall.orders (number, checkout, member, merchant, status, goods_fen, freight_fen,"
                        + " payable_fen, address, note, placed_at)"
                        + " values ('N-1', ?, ?, 1, ?, 100, 0, 100, '{\"receiver\":\"王小明\"}', '科技路1号', ?) returning id",
                checkout,
                member,
                status,
                work.now());
    }
}
