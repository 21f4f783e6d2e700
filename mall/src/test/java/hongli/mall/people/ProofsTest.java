package hongli.mall.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.login.Contact;
import hongli.mall.login.Credentials;
import hongli.mall.login.Door;
import hongli.mall.message.Message;
import hongli.mall.message.MessagePort;
import hongli.mall.message.Messages;
import hongli.mall.message.SandboxMessages;
import hongli.mall.people.Proofs.Renewal;
import hongli.mall.referral.Earnings;
import hongli.mall.refusal.Refusal;
import hongli.mall.table.Listing;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class ProofsTest {
    private static final String PHONE = "13912345678";
    private static final String NEXT = "another horse 电池 2";
    private static final String HERE = "192.0.2.7";
    private static final Pattern CODE = Pattern.compile("[0-9]{6}");

    private final Folk folk = new Folk();
    private final Proofs proofs = folk.people().proofs();
    private final Actor.Member member = folk.join(PHONE, null);

    @Test
    void takeAnotherPasswordOfWhoeverShowsTheCode() {
        String token = logIn(Folk.PASSWORD);
        proofs.askForPassword("139 1234 5678", HERE);
        var session = proofs.choose(new Renewal(PHONE, code(), NEXT), HERE);

        assertThat(folk.people().sessions().of(session.token())).isEqualTo(member);
        assertThatThrownBy(() -> folk.people().sessions().of(token)).hasMessageStartingWith("login_required");
        assertThatThrownBy(() -> logIn(Folk.PASSWORD)).hasMessageStartingWith("login_wrong");
        assertThat(logIn(NEXT)).isNotEmpty();
        assertThat(folk.people().members().me(member).phoneProvedAt()).isPresent();
    }

    @Test
    void useACodeUpOnceHoweverManyShowItAtOnce() throws InterruptedException {
        proofs.askForPassword(PHONE, HERE);
        String code = code();
        var done = new AtomicInteger();
        var threads = new Thread[4];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = Thread.startVirtualThread(() -> {
                try {
                    proofs.choose(new Renewal(PHONE, code, NEXT), HERE);
                    done.incrementAndGet();
                } catch (Refusal refusal) {
                    assertThat(refusal.ground().code()).isEqualTo("passcode_wrong");
                }
            });
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(done).hasValue(1);
        assertThatThrownBy(() -> proofs.choose(new Renewal(PHONE, code, NEXT), HERE))
                .hasMessageStartingWith("passcode_wrong");
    }

    @Test
    void refuseACodeAfterFiveTriesAndAfterTenMinutes() {
        proofs.askForPassword(PHONE, HERE);
        String code = code();
        String wrong = code.equals("000000") ? "000001" : "000000";
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> proofs.choose(new Renewal(PHONE, wrong, NEXT), HERE))
                    .hasMessageStartingWith("passcode_wrong");
        }
        assertThatThrownBy(() -> proofs.choose(new Renewal(PHONE, code, NEXT), HERE))
                .hasMessageStartingWith("passcode_wrong");

        later(Duration.ofMinutes(1));
        proofs.askForPassword(PHONE, HERE);
        String second = code();
        later(Duration.ofMinutes(10));
        assertThatThrownBy(() -> proofs.choose(new Renewal(PHONE, second, NEXT), HERE))
                .hasMessageStartingWith("passcode_wrong");
        assertThat(logIn(Folk.PASSWORD)).isNotEmpty();
    }

    @Test
    void doTheSameForNobodyAsForSomebody() {
        proofs.askForPassword("13900000000", HERE);
        proofs.askForPassword(PHONE, HERE);
        assertThat(rows("passcode")).isEqualTo(2);
        assertThat(rows("message")).isEqualTo(2);
        folk.mall.timers().runDue();
        assertThat(rows("message")).isEqualTo(1);
        assertThat(rows("sandbox_message")).isEqualTo(1);

        for (String login : List.of("13900000000", PHONE)) {
            assertThatThrownBy(() -> proofs.askForPassword(login, HERE)).hasMessageStartingWith("too_many_attempts");
            assertThatThrownBy(() -> proofs.choose(new Renewal(login, "12345", NEXT), HERE))
                    .hasMessage("passcode_wrong: {}");
        }
    }

    @Test
    void sendNoMoreThanTenCodesADayToOneContact() {
        for (int i = 0; i < 10; i++) {
            proofs.askForPassword(PHONE, HERE);
            later(Duration.ofMinutes(1));
        }
        assertThatThrownBy(() -> proofs.askForPassword(PHONE, HERE)).hasMessageStartingWith("too_many_attempts");
        later(Duration.ofDays(1));
        proofs.askForPassword(PHONE, HERE);
    }

    @Test
    void confirmOnlyOnesOwnContact() {
        Actor.Member other = folk.member();
        assertThatThrownBy(() -> proofs.askForContact(other, PHONE, HERE)).hasMessageStartingWith("contact_not_yours");
        assertThatThrownBy(() -> proofs.askForContact(other, "13900000000", HERE))
                .hasMessageStartingWith("contact_not_yours");
        proofs.askForContact(member, PHONE, HERE);
        String code = code();
        assertThatThrownBy(() -> proofs.confirm(other, PHONE, code)).hasMessageStartingWith("contact_not_yours");
        assertThatThrownBy(() -> proofs.choose(new Renewal(PHONE, code, NEXT), HERE))
                .as("a code for one purpose is no code for another")
                .hasMessageStartingWith("passcode_wrong");
        proofs.confirm(member, PHONE, code);
        assertThat(folk.people().members().me(member).phoneProvedAt()).isPresent();

        folk.people().members().reachBy(member, PHONE, Folk.PASSWORD);
        assertThat(folk.people().members().me(member).phoneProvedAt()).isPresent();
        folk.people().members().reachBy(member, "13911111111", Folk.PASSWORD);
        assertThat(folk.people().members().me(member).phoneProvedAt()).isEmpty();
    }

    @Test
    void sayClearlyThatNobodyBringsMessages() {
        var people = People.of(folk.mall.tables(), Arrivals.UNHEARD, Earnings.UNKNOWN);
        for (String login : List.of("13900000000", PHONE)) {
            assertThatThrownBy(() -> people.proofs().askForPassword(login, HERE))
                    .hasMessageStartingWith("messages_unavailable");
        }
        assertThatThrownBy(() -> people.proofs().askForContact(member, PHONE, HERE))
                .hasMessageStartingWith("messages_unavailable");
        assertThatThrownBy(() -> people.proofs().askForPassword("nobody", HERE))
                .hasMessageStartingWith("contact_unsound");
    }

    @Test
    void keepLockedMembersOut() {
        folk.people().members().lock(folk.operator(), member.id(), "盗号");
        proofs.askForPassword(PHONE, HERE);
        folk.mall.timers().runDue();
        assertThat(rows("sandbox_message")).isZero();
    }

    @Test
    void bringAMessageAgainUntilItIsTakenOrOfNoUse() {
        var answers = new AtomicInteger();
        var sandbox = new SandboxMessages(folk.mall.tables());
        var port = new MessagePort() {
            @Override
            public boolean reaches(Contact contact) {
                return true;
            }

            @Override
            public Answer send(Message message) {
                return answers.incrementAndGet() < 3 ? Answer.AWAY : sandbox.send(message);
            }
        };
        var messages = new Messages(folk.mall.tables(), port);
        messages.register(folk.mall.timers());
        proofs.askForPassword(PHONE, HERE);
        folk.mall.timers().runDue();
        assertThat(rows("sandbox_message")).isZero();
        later(Duration.ofSeconds(20));
        folk.mall.timers().runDue();
        later(Duration.ofSeconds(20));
        folk.mall.timers().runDue();

        assertThat(rows("sandbox_message")).isEqualTo(1);
        assertThat(answers).hasValue(3);
    }

    @Test
    void showWhatTheSandboxBroughtToThoseWhoMayReadIt() {
        proofs.askForPassword(PHONE, HERE);
        folk.mall.timers().runDue();
        SandboxMessages sandbox = folk.people().messages().sandbox().orElseThrow();
        var reader = new Actor.Operator(1, Set.of(Permission.MESSAGES_READ));
        var wish = new Listing.Wish(null, null, 5);

        assertThat(sandbox.page(reader, PHONE, wish).items()).hasSize(1);
        assertThat(sandbox.page(reader, "13900000000", wish).items()).isEmpty();
        assertThatThrownBy(() -> sandbox.page(new Actor.Operator(1, Set.of()), null, wish))
                .hasMessageStartingWith("not_permitted");
        assertThatThrownBy(() -> sandbox.page(member, null, wish)).hasMessageStartingWith("not_permitted");
        assertThat(folk.mall
                        .tables()
                        .<String>work(work -> work.one("select content from mall.message", row -> row.text("content"))))
                .isEmpty();
    }

    private String logIn(String password) {
        return folk.people()
                .logins()
                .logIn(Door.MEMBER, new Credentials(PHONE, password, HERE))
                .session()
                .token();
    }

    private void later(Duration time) {
        folk.mall.clock().advance(folk.mall.tables(), time);
    }

    private long rows(String table) {
        return folk.mall.tables().work(work -> work.number("select count(*) number from mall." + table));
    }

    /// The code that was sent last.
    private String code() {
        folk.mall.timers().runDue();
        String content = folk.mall
                .tables()
                .work(work -> work.one(
                        "select content from mall.sandbox_message order by id desc limit 1",
                        row -> row.text("content")));
        var found = CODE.matcher(content);
        assertThat(found.find()).isTrue();
        return found.group();
    }
}
