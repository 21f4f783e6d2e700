package hongli.mall.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.economy.exact.Money;
import hongli.mall.Malls;
import hongli.mall.access.Actor;
import hongli.mall.trail.Trail;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class TablesTest {
    private final Tables tables = Malls.tables();

    @Test
    void keepsNothingOfWorkThatThrows() {
        assertThatThrownBy(() -> tables.run(work -> {
                    work.run("update mall.clock set ahead_seconds = 7");
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        assertThat(tables.<Long>work(work -> work.number("select ahead_seconds number from mall.clock")))
                .isZero();
    }

    @Test
    void takesEmptyListsForWhateverTheStatementAsksFor() {
        tables.run(work -> {
            long role =
                    work.insert("insert into mall.role (name, permissions) values ('none', ?) returning id", List.of());
            assertThat(work.<List<String>>one(
                            "select permissions from mall.role where id = ?", row -> row.texts("permissions"), role))
                    .isEmpty();
            assertThat(work.exists("select from mall.setting where name = any (?)", List.of()))
                    .isFalse();
            assertThat(work.exists("select from mall.role where id = any (?)", List.of()))
                    .isFalse();
            assertThat(work.number(
                            "select count(*) number from unnest(?::date[], ?::text[]) a (d, t)", List.of(), Set.of()))
                    .isZero();
        });
    }

    @Test
    void takesListsOfWhateverHasATypeAndOfOneTypeOnly() {
        tables.run(work -> {
            assertThat(work.number("select cardinality(?::date[]) number", List.of(LocalDate.EPOCH)))
                    .isEqualTo(1);
            assertThat(work.number("select (?::bigint[])[1] number", List.of(new Money(7))))
                    .isEqualTo(7);
            assertThat(work.<String>one(
                            "select (?::text[])[1] word", row -> row.text("word"), List.of(Thread.State.RUNNABLE)))
                    .isEqualTo("runnable");
            assertThat(work.exists("select where ? = any (?)", work.now(), List.of(work.now())))
                    .isTrue();
        });
        assertThatThrownBy(() -> tables.work(work -> work.exists("select where ? = any (?)", 1, List.of(1, "x"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void doesNothingAgainThatStandsWhateverFailsAfterwards() {
        var outside = new AtomicInteger();
        assertThatThrownBy(() -> tables.run(work -> {
                    outside.incrementAndGet();
                    work.afterwards(() -> tables.run(inner -> inner.run("do $$ begin raise sqlstate '40001'; end $$")));
                }))
                .isInstanceOf(StatementFailed.class);
        assertThat(outside).hasValue(1);
    }

    @Test
    void keepsHowFarTheClockWasSetForward() {
        var source = Malls.empty();
        MallClock clock = Malls.clock();
        clock.advance(Tables.open(source, clock), Duration.ofDays(3));
        MallClock after = Malls.clock();
        Tables.open(source, after);
        assertThat(after.instant()).isEqualTo(Malls.OPENING.plus(Duration.ofDays(3)));
    }

    @Test
    void doesNotSetARealClock() {
        MallClock clock = new MallClock(() -> Malls.OPENING, false);
        assertThatThrownBy(() -> clock.advance(tables, Duration.ofDays(1))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void letsNobodyChangeTheTrail() {
        tables.run(work -> tell(work, 1));
        for (String change :
                new String[] {"update mall.trail set action = 'x'", "delete from mall.trail", "truncate mall.trail"}) {
            assertThatThrownBy(() -> tables.work(work -> work.run(change))).hasMessageContaining("append-only");
        }
    }

    @Test
    void showsAMerchantItsOwnRowsOnly() {
        tables.run(work -> tell(work, 1));
        tables.run(work -> tell(work, 2));
        assertThat(tables.<Long>workAs(2, work -> work.number("select count(*) number from mall.trail")))
                .isEqualTo(1);
        assertThatThrownBy(() -> tables.workAs(2, work -> {
                    tell(work, 1);
                    return true;
                }))
                .hasMessageContaining("row-level security");
        assertThat(tables.<Long>work(work -> work.number("select count(*) number from mall.trail")))
                .isEqualTo(2);
    }

    private static void tell(Transaction work, long merchant) {
        Actor clerk = new Actor.Clerk(1, merchant, Set.of());
        Trail.tell(
                work,
                clerk,
                "goods.changed",
                new Trail.Subject("goods", 1),
                new Trail.Change(null, Map.of("name", "红酒")));
    }

    @Test
    void sendsInOrderWhatNobodyWaitsFor() {
        tables.run(work -> {
            work.send("insert into mall.brand (name) values (?)", "甲");
            work.send("update mall.brand set name = ? where name = ?", "乙", "甲");
            assertThat(work.number("select count(*) number from mall.brand where name = ?", "乙"))
                    .isEqualTo(1);
            work.send("insert into mall.brand (name) values (?)", "丙");
            assertThat(work.run("update mall.brand set name = name || '丁' where name in (?, ?)", "乙", "丙"))
                    .isEqualTo(2);
            work.send("select pg_sleep(0)");
            work.send("update mall.brand set name = ? where name = ?", "最后", "丙丁");
        });
        assertThat(names()).containsExactly("乙丁", "最后");
    }

    private List<String> names() {
        return tables.read(work -> work.all("select name from mall.brand order by id", row -> row.text("name")));
    }

    @Test
    void keepsNothingWhereWhatWasSentAtTheEndIsWrong() {
        assertThatThrownBy(() -> tables.run(work -> {
                    work.run("insert into mall.brand (name) values ('一')");
                    work.send("insert into mall.brand (name) values ('二')");
                    work.send("insert into mall.brand (name) values ('一')");
                    work.send("insert into mall.brand (name) values ('三')");
                }))
                .isInstanceOfSatisfying(
                        StatementFailed.class,
                        failed -> assertThat(failed.isDuplicate()).isTrue());
        assertThat(names()).isEmpty();
        tables.run(work -> work.send("insert into mall.brand (name) values ('四')"));
        assertThat(names()).containsExactly("四");
    }

    @Test
    void triesAgainWhatCollidesAtTheEnd() {
        var tries = new AtomicInteger();
        tables.run(work -> {
            boolean first = tries.incrementAndGet() == 1;
            work.send("insert into mall.brand (name) values ('五')");
            if (first) {
                work.send("do $$ begin raise sqlstate '40001'; end $$");
            }
        });
        assertThat(tries).hasValue(2);
        assertThat(names()).containsExactly("五");
    }

    @Test
    void holdsAMerchantsWorkToItsRowsHoweverItIsSent() {
        long shop = tables.work(work -> work.insert(
                "insert into mall.merchant (name, status, created_at) values ('店', 'open', now()) returning id"));
        tables.run(work -> {
            work.send("insert into mall.role (merchant, name, permissions) values (?, 'a', '{}')", shop);
            work.send("insert into mall.role (merchant, name, permissions) values (1, 'a', '{}')");
        });
        assertThat(tables.<Long>workAs(shop, work -> work.number("select count(*) number from mall.role")))
                .isEqualTo(1);
        assertThatThrownBy(() -> tables.workAs(shop, work -> {
                    work.send("insert into mall.role (merchant, name, permissions) values (1, 'b', '{}')");
                    return true;
                }))
                .isInstanceOf(StatementFailed.class);
        assertThat(tables.<Integer>workAs(shop, work -> work.run("update mall.role set name = 'mine'")))
                .isEqualTo(1);
        // Afterwards the same connections see everything again.
        for (int i = 0; i < 10; i++) {
            assertThat(tables.<Long>work(work -> work.number("select count(*) number from mall.role")))
                    .isEqualTo(2);
        }
    }
}
