package hongli.mall.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.mall.access.Actor;
import hongli.mall.people.Folk;
import hongli.mall.refusal.Refusal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class LoginsTest {
    private final Folk folk = new Folk();
    private final Logins logins = folk.people().logins();
    private final Sessions sessions = folk.people().sessions();

    private static Credentials shown(String login, String password) {
        return new Credentials(login, password, "192.0.2.7");
    }

    @Test
    void letsInWhoHasThePassword() {
        Actor.Member member = folk.join("13912345678", null);
        var welcomed = logins.logIn(Door.MEMBER, shown("+86 139-1234-5678", Folk.PASSWORD));

        assertThat(welcomed.id()).isEqualTo(member.id());
        assertThat(sessions.of(welcomed.session().token())).isEqualTo(member);
        assertThat(welcomed.session().toString())
                .doesNotContain(welcomed.session().token());
    }

    @Test
    void answersAlikeWhoeverIsNotThere() {
        folk.join("13912345678", null);

        assertThatThrownBy(() -> logins.logIn(Door.MEMBER, shown("13912345678", "wrong")))
                .hasMessageStartingWith("login_wrong");
        assertThatThrownBy(() -> logins.logIn(Door.MEMBER, shown("13900000000", "wrong")))
                .hasMessageStartingWith("login_wrong");
        assertThatThrownBy(() -> logins.logIn(Door.OPERATOR, shown("13912345678", Folk.PASSWORD)))
                .hasMessageStartingWith("login_wrong");
        assertThatThrownBy(() -> logins.logIn(Door.MEMBER, shown("' or 1=1 --", "' or 1=1 --")))
                .hasMessageStartingWith("login_wrong");
    }

    @Test
    void takesAsLongForWhoeverIsNotThere() {
        Passwords passwords = new Passwords();
        String kept = passwords.hash(Folk.PASSWORD);
        List<Long> known = new ArrayList<>();
        List<Long> unknown = new ArrayList<>();
        for (int i = 0; i < 15; i++) {
            known.add(nanos(() -> passwords.isOf("wrong", Optional.of(kept))));
            unknown.add(nanos(() -> passwords.isOf("wrong", Optional.empty())));
        }
        // Medians: a pause of the machine in one of them is no difference.
        assertThat(median(unknown)).isBetween(median(known) / 3, median(known) * 3);
    }

    private static long nanos(Runnable deed) {
        long begin = System.nanoTime();
        deed.run();
        return System.nanoTime() - begin;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    @Test
    void locksALoginAfterFiveWrongTriesForAWhile() {
        folk.join("13912345678", null);
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> logins.logIn(Door.MEMBER, shown("13912345678", "wrong")))
                    .hasMessageStartingWith("login_wrong");
        }
        assertThatThrownBy(() -> logins.logIn(Door.MEMBER, shown("13912345678", Folk.PASSWORD)))
                .hasMessageStartingWith("too_many_attempts");
        folk.clock.advance(folk.mall.tables(), Duration.ofMinutes(16));
        assertThat(logins.logIn(Door.MEMBER, shown("13912345678", Folk.PASSWORD))
                        .id())
                .isPositive();
    }

    @Test
    void letsNoCrowdOfGuessesThrough() throws InterruptedException {
        folk.join("13912345678", null);
        AtomicInteger wrong = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            String address = "192.0.2." + i;
            threads.add(Thread.startVirtualThread(() -> {
                try {
                    logins.logIn(Door.MEMBER, new Credentials("13912345678", "wrong", address));
                } catch (Refusal refusal) {
                    (refusal.ground() == LoginGround.LOGIN_WRONG ? wrong : refused).incrementAndGet();
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(wrong).hasValue(5);
        assertThat(refused).hasValue(19);
    }

    @Test
    void locksAnAddressThatTriesManyLogins() {
        Patience patience = new Patience(folk.mall.tables());
        for (int i = 0; i < 50; i++) {
            patience.spend(Patience.Sort.LOGIN_ADDRESS, "192.0.2.9");
        }
        assertThatThrownBy(() -> patience.spend(Patience.Sort.LOGIN_ADDRESS, "192.0.2.9"))
                .hasMessageStartingWith("too_many_attempts");
        patience.spend(Patience.Sort.LOGIN_ADDRESS, "192.0.2.10");
    }

    @Test
    void keepsNoTokenAndNoPassword() {
        folk.join("13912345678", null);
        var begun =
                logins.logIn(Door.MEMBER, shown("13912345678", Folk.PASSWORD)).session();
        String kept = folk.mall
                .tables()
                .work(work -> work.one(
                        "select m.password || encode(s.digest, 'escape') kept from mall.member m"
                                + " join mall.session s on s.member = m.id order by s.created_at desc limit 1",
                        row -> row.text("kept")));

        assertThat(kept).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(kept).doesNotContain(begun.token(), Folk.PASSWORD);
    }

    @Test
    void endsSessionsInTime() {
        folk.join("13912345678", null);
        var begun =
                logins.logIn(Door.MEMBER, shown("13912345678", Folk.PASSWORD)).session();
        folk.clock.advance(folk.mall.tables(), Duration.ofDays(31));

        assertThatThrownBy(() -> sessions.of(begun.token())).hasMessageStartingWith("login_required");
    }

    @Test
    void endsAllSessionsWithTheOldPassword() {
        Actor.Member member = folk.join("13912345678", null);
        var first =
                logins.logIn(Door.MEMBER, shown("13912345678", Folk.PASSWORD)).session();
        var second = logins.choose(member, Folk.PASSWORD, "another one 2");

        assertThatThrownBy(() -> sessions.of(first.token())).hasMessageStartingWith("login_required");
        assertThat(sessions.of(second.token())).isEqualTo(member);
        assertThatThrownBy(() -> logins.logIn(Door.MEMBER, shown("13912345678", Folk.PASSWORD)))
                .hasMessageStartingWith("login_wrong");
        assertThatThrownBy(() -> logins.choose(member, "wrong", "another one 3"))
                .hasMessageStartingWith("password_wrong");
        assertThatThrownBy(() -> logins.choose(new Actor.Guest(), "wrong", "another one 3"))
                .hasMessageStartingWith("login_required");
    }

    @Test
    void refusesPasswordsThatEverybodyTries() {
        for (String weak : new String[] {"1234567", "12345678", "Password1", "aaaaaaaaab", "13912345678"}) {
            assertThatThrownBy(() -> Passwords.requireStrong(weak, "13912345678"))
                    .hasMessageStartingWith("password_weak");
        }
        Passwords.requireStrong("长安一片月万户捣衣声", "13912345678");
    }

    @Test
    void readsContactsAsPeopleTypeThem() {
        assertThat(Contact.parse(" +86 138 0013 8000 ")).contains(new Contact.Phone("13800138000"));
        assertThat(Contact.parse("+1 (415) 555-0100")).contains(new Contact.Phone("+14155550100"));
        assertThat(Contact.parse("Wang@Example.COM")).contains(new Contact.Email("wang@example.com"));
        for (String none :
                new String[] {"", "1380013800", "a@b", "a b@example.com", "<b>@example.com", "12800138000"}) {
            assertThat(Contact.parse(none)).as(none).isEmpty();
        }
        assertThat(Contact.masked("13800138000")).isEqualTo("138****8000");
        assertThat(Contact.masked("wang@example.com")).isEqualTo("w***@example.com");
    }
}
