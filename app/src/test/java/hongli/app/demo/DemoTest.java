package hongli.app.demo;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.app.Terminal;
import hongli.app.Terminal.Call;
import hongli.mall.Mall;
import hongli.mall.login.Credentials;
import hongli.mall.login.Door;
import hongli.mall.posting.TrialBalance;
import hongli.mall.table.Transaction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A demo of three weeks in small: everything that a shop shows is there, the books hold, and what is backed up is what
/// is restored.
class DemoTest {
    private static final Scale SMALL = new Scale(24, 30, 160);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void livesAShopWhoseBooksHoldAndThatCanBeBackedUpAndRestored() {
        List<String> digests = new ArrayList<>();
        SmallDemo.fill(folder.resolve("data"), SMALL, mall -> {
            requireShop(mall);
            requireBooks(mall);
            requireAccounts(mall);
            digests.addAll(mall.tables().work(DemoTest::digests));
        });
        Call check = call("check", "--data", folder.resolve("data"));
        assertThat(check.err()).isEmpty();
        assertThat(check.out()).contains("mall: ").endsWith("everything holds\n");
        assertThat(check.exitCode()).isZero();

        Path file = folder.resolve("shop.zip");
        Call backup = call("backup", "--data", folder.resolve("data"), "--to", file);
        assertThat(backup.err()).isEmpty();
        assertThat(backup.out()).contains("1 programmes and the mall");
        Call restore = call("restore", file, "--data", folder.resolve("new"));
        assertThat(restore.err()).isEmpty();
        assertThat(restore.out()).contains("mall: ").endsWith("everything holds\n");
        assertThat(restore.exitCode()).isZero();
        Restored.show(folder.resolve("new"), mall -> {
            assertThat(mall.tables().work(DemoTest::digests)).isEqualTo(digests);
            requireBooks(mall);
            requireAccounts(mall);
            Restored.goOn(mall);
        });
        assertThat(call("check", "--data", folder.resolve("new")).out()).endsWith("everything holds\n");
        Call again = call("restore", file, "--data", folder.resolve("new"));
        assertThat(again.exitCode()).isEqualTo(1);
        assertThat(again.err()).contains("there are programmes already");
    }

    @Test
    void theSameSeedLivesTheSameDays() {
        var tiny = new Scale(4, 12, 20);
        List<List<String>> lives = new ArrayList<>();
        for (String name : List.of("one", "two")) {
            SmallDemo.fill(
                    folder.resolve(name), tiny, mall -> lives.add(mall.tables().work(DemoTest::traits)));
        }
        assertThat(lives.getFirst()).isEqualTo(lives.getLast()).isNotEmpty();
    }

    private static void requireShop(Mall mall) {
        assertThat(count(mall, "mall.product where on_shelf")).isEqualTo(40);
        assertThat(count(mall, "mall.picture where width = 800 and height = 800"))
                .isGreaterThanOrEqualTo(40);
        assertThat(count(mall, "mall.merchant where status = 'open'")).isEqualTo(3);
        assertThat(count(mall, "mall.member")).isEqualTo(SMALL.members());
        assertThat(count(mall, "mall.referral")).isGreaterThan(10);
        assertThat(count(mall, "mall.orders")).isGreaterThan(120);
        assertThat(count(mall, "mall.orders where status = 'completed'")).isPositive();
        assertThat(count(mall, "mall.refund where status = 'done'")).isPositive();
        assertThat(count(mall, "mall.review")).isPositive();
        assertThat(count(mall, "mall.settlement where points_micro > 0")).isPositive();
        assertThat(count(mall, "mall.bill")).isPositive();
        assertThat(count(mall, "mall.product_draft where submitted_at is not null"))
                .isEqualTo(2);
        assertThat(count(mall, "mall.merchant where status = 'applied'")).isEqualTo(1);
    }

    private static void requireBooks(Mall mall) {
        TrialBalance balance = mall.tables()
                .work(work -> TrialBalance.of(
                        work, mall.programme().ledger(), mall.programme().id()));
        assertThat(balance.total().isZero()).isTrue();
        assertThat(balance.between().isZero()).isTrue();
        assertThat(count(mall, "mall.outbox where sent_at is null")).isZero();
        assertThat(count(mall, "mall.outbox where refusal is not null")).isZero();
    }

    private static void requireAccounts(Mall mall) {
        for (Cast.Account account : Cast.accounts()) {
            Door door = account.login().contains("@")
                    ? Door.MEMBER
                    : List.of("admin", Cast.FINANCE, Cast.REVIEW).contains(account.login())
                            ? Door.OPERATOR
                            : Door.CLERK;
            var welcomed =
                    mall.people().logins().logIn(door, new Credentials(account.login(), Cast.PASSWORD, "127.0.0.1"));
            assertThat(welcomed.mustChange()).isFalse();
        }
        // Sessions and counted tries are the house's own business, and no part of what is compared.
        mall.tables().run(work -> {
            work.run("delete from mall.session");
            work.run("delete from mall.attempt");
        });
    }

    private static long count(Mall mall, String rows) {
        return mall.tables().<Long>work(work -> work.number("select count(*) number from " + rows));
    }

    /// Every table with the digest of its rows.
    private static List<String> digests(Transaction work) {
        List<String> digests = new ArrayList<>();
        for (String table : work.all(
                "select table_name from information_schema.tables where table_schema = 'mall'"
                        + " and table_name not in ('mall_history', 'session', 'attempt') order by 1",
                row -> row.text("table_name"))) {
            digests.add(table + " "
                    + work.one(
                            "select count(*) || ' ' || coalesce(md5(string_agg(md5(t::text), '' order by t::text)), '')"
                                    + " digest from mall." + table + " t",
                            row -> row.text("digest")));
        }
        return digests;
    }

    /// What the seed decides; names and times of codes, sessions and payments are drawn anew.
    private static List<String> traits(Transaction work) {
        List<String> traits = new ArrayList<>(work.all(
                "select o.id || ' ' || o.member || ' ' || o.merchant || ' ' || o.payable_fen || ' ' || o.status || ' '"
                        + " || o.placed_at found from mall.orders o order by o.id",
                row -> row.text("found")));
        traits.addAll(work.all(
                "select m.id || ' ' || m.name || ' ' || coalesce(r.referrer, 0) || ' ' || m.tier || ' ' || m.joined_at"
                        + " found from mall.member m left join mall.referral r on r.member = m.id order by m.id",
                row -> row.text("found")));
        traits.addAll(work.all(
                "select number || ' ' || coalesce(points_micro, 0) found from (select line || ':' || turn number,"
                        + " points_micro, id from mall.settlement) s order by s.id",
                row -> row.text("found")));
        return traits;
    }

    private static Call call(Object... arguments) {
        return Terminal.call(
                java.util.stream.Stream.of(arguments).map(String::valueOf).toArray(String[]::new));
    }
}
