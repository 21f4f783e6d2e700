package hongli.mall.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.login.Credentials;
import hongli.mall.login.Door;
import hongli.mall.referral.Earnings;
import hongli.mall.refusal.Refusal;
import hongli.mall.table.Listing;
import hongli.mall.table.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class MembersTest {
    private static final Members.Filter ALL = new Members.Filter(null, null, null, null, null);

    private final Folk folk = new Folk();
    private final Members members = folk.people().members();
    private final Actor.Operator operator = folk.operator();

    @Test
    void signsUpEverybodyOnce() {
        folk.join("13912345678", null);

        assertThatThrownBy(() -> folk.join("+86 139 1234 5678", null)).hasMessageStartingWith("contact_taken");
        assertThatThrownBy(() -> folk.join("not a number", null)).hasMessageStartingWith("contact_unsound");
        assertThatThrownBy(() -> folk.join(folk.phone(), "NOBODYS1")).hasMessageStartingWith("referral_code_unknown");
    }

    @Test
    void signsUpOnlyOneOfManyAtOnce() throws InterruptedException {
        AtomicInteger joined = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            threads.add(Thread.startVirtualThread(() -> {
                try {
                    folk.join("13912345678", null);
                    joined.incrementAndGet();
                } catch (Refusal refusal) {
                    assertThat(refusal.ground()).isEqualTo(PeopleGround.CONTACT_TAKEN);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(joined).hasValue(1);
    }

    @Test
    void tellsTheProgrammeOfEveryoneWhoJoins() {
        List<String> heard = new ArrayList<>();
        var wish = new SignUps.Wish("a@example.com", Folk.PASSWORD, Optional.empty(), Optional.empty(), "link");
        var people = People.of(
                folk.mall.tables(), (_, member, referrer) -> heard.add(member + " by " + referrer), Earnings.UNKNOWN);
        long first = people.signUps().signUp(wish).member();
        String code = people.members().me(new Actor.Member(first)).referralCode();
        long second = people.signUps()
                .signUp(new SignUps.Wish(
                        "b@example.com", Folk.PASSWORD, Optional.of("李雷"), Optional.of(code), "poster"))
                .member();

        assertThat(heard)
                .containsExactly(first + " by " + OptionalLong.empty(), second + " by " + OptionalLong.of(first));
    }

    @Test
    void listsMembersByWhatIsKnownOfThem() {
        Actor.Member first = folk.member();
        Actor.Member second = folk.join(folk.phone(), folk.code(first));
        members.rename(second, "'; drop table mall.member; --<b>");

        assertThat(list(ALL, "-id", null, 1).items()).extracting(Member::id).containsExactly(second.id());
        var page = list(ALL, "id", null, 1);
        assertThat(page.items()).extracting(Member::id).containsExactly(first.id());
        assertThat(list(ALL, "id", page.next().orElseThrow(), 5).items())
                .extracting(Member::id)
                .containsExactly(second.id());
        assertThat(list(new Members.Filter(null, "drop table", null, null, null), null, null, 5)
                        .items())
                .extracting(Member::id)
                .containsExactly(second.id());
        assertThat(list(new Members.Filter(null, "王小明", null, null, null), null, null, 5)
                        .items())
                .extracting(Member::id)
                .containsExactly(first.id());
        assertThat(list(new Members.Filter(null, null, first.id(), null, null), null, null, 5)
                        .items())
                .extracting(Member::id)
                .containsExactly(second.id());
        assertThat(list(new Members.Filter(Member.Status.LOCKED, null, null, null, null), null, null, 5)
                        .items())
                .isEmpty();
        assertThatThrownBy(() -> list(ALL, "password", null, 5)).hasMessageContaining("wrong_form");
    }

    private Page<Member> list(Members.Filter filter, @Nullable String sort, @Nullable String cursor, int limit) {
        return members.list(operator, filter, new Listing.Wish(sort, cursor, limit));
    }

    @Test
    void locksAMemberOutAtOnce() {
        Actor.Member member = folk.join("13912345678", null);
        var shown = new Credentials("13912345678", Folk.PASSWORD, "192.0.2.7");
        var session = folk.people().logins().logIn(Door.MEMBER, shown).session();
        members.lock(operator, member.id(), "盗号");

        assertThatThrownBy(() -> folk.people().sessions().of(session.token())).hasMessageStartingWith("login_required");
        assertThatThrownBy(() -> folk.people().logins().logIn(Door.MEMBER, shown))
                .hasMessageStartingWith("account_locked");
        members.unlock(operator, member.id(), "查清");
        assertThat(folk.people().logins().logIn(Door.MEMBER, shown).id()).isEqualTo(member.id());
        assertThatThrownBy(() -> members.lock(operator, 9_999, "x")).hasMessageStartingWith("not_found");
    }

    @Test
    void asksEveryOperatorForThePermission() {
        Actor.Operator reader = new Actor.Operator(operator.id(), Set.of(Permission.MEMBERS_READ));
        Actor.Member member = folk.member();

        assertThat(members.find(reader, member.id()).id()).isEqualTo(member.id());
        assertThatThrownBy(() -> members.lock(reader, member.id(), "x")).hasMessageStartingWith("not_permitted");
        assertThatThrownBy(() -> members.find(member, member.id())).hasMessageStartingWith("not_permitted");
        assertThatThrownBy(() -> members.find(new Actor.Guest(), member.id())).hasMessageStartingWith("login_required");
        assertThatThrownBy(() -> members.find(new Actor.Clerk(1, 1, Set.of(Permission.values())), member.id()))
                .hasMessageStartingWith("not_permitted");
    }

    @Test
    void takesAnotherWayToReachAMember() {
        Actor.Member member = folk.member();
        Actor.Member other = folk.join("13912345678", null);

        members.reachBy(member, "Wang@example.com", Folk.PASSWORD);
        assertThat(members.me(member).email()).contains("wang@example.com");
        assertThatThrownBy(() -> members.reachBy(member, "13912345678", Folk.PASSWORD))
                .hasMessageStartingWith("contact_taken");
        assertThatThrownBy(() -> members.reachBy(other, "x@example.com", "wrong"))
                .hasMessageStartingWith("password_wrong");
    }

    @Test
    void keepsAddressesApart() {
        Actor.Member member = folk.member();
        Actor.Member other = folk.member();
        Addresses addresses = folk.people().addresses();
        Address street = new Address(0, "王小明", "13912345678", "广东省/深圳市/南山区", "科技路1号", false);
        long first = addresses.add(member, street);
        long second = addresses.add(member, new Address(0, "李", "13912345678", "北京市/北京市/东城区", "<script>", true));

        assertThat(addresses.all(member)).extracting(Address::id).containsExactly(second, first);
        assertThat(addresses.all(member)).extracting(Address::isDefault).containsExactly(true, false);
        assertThat(addresses.all(other)).isEmpty();
        assertThatThrownBy(() -> addresses.remove(other, first)).hasMessageStartingWith("not_found");
        assertThatThrownBy(() -> addresses.change(other, new Address(first, "x", "1", "a/b", "x", true)))
                .hasMessageStartingWith("not_found");
        addresses.remove(member, second);
        assertThat(addresses.all(member)).extracting(Address::isDefault).containsExactly(true);
    }
}
