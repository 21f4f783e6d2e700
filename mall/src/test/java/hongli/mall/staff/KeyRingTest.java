package hongli.mall.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.login.AccessKeys;
import hongli.mall.people.Folk;
import hongli.mall.table.Listing;
import hongli.mall.table.Page;
import hongli.mall.trail.TrailLines;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class KeyRingTest {
    private static final Listing.Wish WISH = new Listing.Wish(null, null, 10);

    private final Folk folk = new Folk();
    private final KeyRing ring = folk.people().keyRing();
    private final AccessKeys keys = folk.people().accessKeys();
    private final Workers workers = folk.people().workers();
    private final Roles roles = folk.people().roles();
    private final Actor.Operator boss = folk.operator();

    /// A worker of the platform who chose a password, with these permissions and the one to make keys.
    private Actor.Operator operator(String login, Permission... permissions) {
        Set<Permission> all = EnumSet.of(Permission.ACCESS_KEYS_CHANGE, permissions);
        long role = roles.add(boss, login, all);
        long id = workers.hire(boss, login, login, role).worker();
        settle(id);
        return new Actor.Operator(id, all);
    }

    private Actor.Clerk clerk(long merchant, String login) {
        long id = folk.mall
                .tables()
                .work(work -> workers.founding().firstClerk(work, merchant, login, "店主"))
                .worker();
        settle(id);
        return new Actor.Clerk(id, merchant, Employer.OF_MERCHANTS);
    }

    private void settle(long worker) {
        folk.mall.tables().run(work -> work.run("update mall.staff set must_change = false where id = ?", worker));
    }

    private static KeyRing.Wish wish(String name, Permission... permissions) {
        return new KeyRing.Wish(name, Set.of(permissions), 30);
    }

    private static Actor.Operator byKey(Actor.Operator maker, String key, Permission... permissions) {
        return new Actor.Operator(maker.id(), Set.of(permissions), Optional.of(key));
    }

    private Page<AccessKey> list(Actor actor) {
        return ring.list(actor, null, WISH);
    }

    private AccessKey.State state(Actor actor) {
        return list(actor).items().getFirst().state();
    }

    @Test
    void letsAProgramDoWhatTheKeyAllowsAndNoMore() {
        var maker = operator("kaifa", Permission.ORDERS_READ, Permission.MEMBERS_READ);
        var made = ring.make(maker, wish("报表", Permission.ORDERS_READ));

        assertThat(keys.of(made.token())).isEqualTo(byKey(maker, "报表", Permission.ORDERS_READ));
        assertThat(made.toString()).doesNotContain(made.token());
    }

    @Test
    void keepsOnlyTheDigest() {
        var maker = operator("kaifa", Permission.ORDERS_READ);
        var made = ring.make(maker, wish("报表", Permission.ORDERS_READ));
        String row = folk.mall
                .tables()
                .work(work -> work.one("select k::text row from mall.access_key k", found -> found.text("row")));
        String hint = list(maker).items().getFirst().hint();

        assertThat(made.token()).startsWith(hint).hasSizeGreaterThan(hint.length() + 30);
        assertThat(row).doesNotContain(made.token()).doesNotContain(made.token().substring(hint.length()));
    }

    @Test
    void loosesWhatItsMakerLooses() {
        var maker = operator("kaifa", Permission.ORDERS_READ, Permission.MEMBERS_READ);
        var made = ring.make(maker, wish("报表", Permission.ORDERS_READ, Permission.MEMBERS_READ));
        long role = roles.all(boss).stream()
                .filter(one -> one.name().equals("kaifa"))
                .findFirst()
                .orElseThrow()
                .id();
        roles.change(boss, role, "kaifa", Set.of(Permission.MEMBERS_READ));

        assertThat(keys.of(made.token())).isEqualTo(byKey(maker, "报表", Permission.MEMBERS_READ));
    }

    @Test
    void restsWhileItsMakerIsLockedOutOrHasAPasswordToChoose() {
        var maker = operator("kaifa", Permission.ORDERS_READ);
        var made = ring.make(maker, wish("报表", Permission.ORDERS_READ));

        workers.letIn(boss, maker.id(), false);
        assertThatThrownBy(() -> keys.of(made.token())).hasMessageStartingWith("login_required");
        assertThat(state(boss)).isEqualTo(AccessKey.State.RESTING);
        workers.letIn(boss, maker.id(), true);
        assertThat(state(boss)).isEqualTo(AccessKey.State.ACTIVE);
        workers.renew(boss, maker.id());
        assertThat(keys.of(made.token())).isEqualTo(byKey(maker, "报表"));
        assertThat(state(boss)).isEqualTo(AccessKey.State.RESTING);
    }

    @Test
    void endsWithItsTime() {
        var maker = operator("kaifa", Permission.ORDERS_READ);
        var made = ring.make(maker, wish("报表", Permission.ORDERS_READ));

        folk.clock.advance(folk.mall.tables(), Duration.ofDays(30).minusSeconds(1));
        assertThat(keys.of(made.token()).label()).isEqualTo("operator:" + maker.id());
        folk.clock.advance(folk.mall.tables(), Duration.ofSeconds(1));
        assertThatThrownBy(() -> keys.of(made.token())).hasMessageStartingWith("login_required");
        assertThat(state(maker)).isEqualTo(AccessKey.State.EXPIRED);
        assertThatThrownBy(() -> new KeyRing.Wish("x", Set.of(), 367)).hasMessageContaining("days=367");
    }

    @Test
    void opensNothingOnceRevokedByAnybodyWhoMayMakeKeys() {
        var maker = operator("kaifa", Permission.ORDERS_READ);
        var other = operator("yunwei", Permission.MEMBERS_READ);
        var made = ring.make(maker, wish("报表", Permission.ORDERS_READ));
        assertThatThrownBy(() -> ring.make(maker, wish("报表", Permission.ORDERS_READ)))
                .hasMessageStartingWith("access_key_taken");

        ring.revoke(other, made.id());
        ring.revoke(other, made.id());

        assertThatThrownBy(() -> keys.of(made.token())).hasMessageStartingWith("login_required");
        assertThat(state(other)).isEqualTo(AccessKey.State.REVOKED);
        assertThat(ring.list(other, AccessKey.State.ACTIVE, WISH).items()).isEmpty();
        assertThat(ring.make(maker, wish("报表", Permission.ORDERS_READ)).id()).isGreaterThan(made.id());
        assertThatThrownBy(() -> ring.revoke(other, 4711)).hasMessageStartingWith("not_found");
    }

    @Test
    void tellsTheTrailOfBothWithoutTheToken() {
        var maker = operator("kaifa", Permission.ORDERS_READ, Permission.TRAIL_READ);
        var made = ring.make(maker, wish("报表", Permission.ORDERS_READ));
        ring.revoke(maker, made.id());

        var lines = folk.people()
                .trail()
                .list(maker, new TrailLines.Filter(null, null, "access_key", null, null, null, null), WISH)
                .items();
        assertThat(lines)
                .extracting(TrailLines.Line::action)
                .containsExactlyInAnyOrder("access_key.made", "access_key.revoked");
        assertThat(lines.toString()).contains("orders_read").doesNotContain(made.token());
    }

    @Test
    void namesTheKeyInTheTrailOfWhatItDoes() {
        var maker = operator("kaifa", Permission.OPERATORS_CHANGE, Permission.TRAIL_READ);
        roles.add(byKey(maker, "同步", Permission.OPERATORS_CHANGE), "仓库", Set.of());
        roles.add(maker, "客服", Set.of());
        TrailLines trail = folk.people().trail();

        var byHand = new TrailLines.Filter(maker.label(), null, "role", null, null, null, null);
        assertThat(trail.list(maker, byHand, WISH).items())
                .extracting(TrailLines.Line::key)
                .containsExactly(Optional.empty(), Optional.of("同步"));
        var byKey = new TrailLines.Filter(null, "同步", null, null, null, null, null);
        assertThat(trail.list(maker, byKey, WISH).items()).singleElement().satisfies(line -> {
            assertThat(line.actor()).isEqualTo(maker.label());
            assertThat(line.after().orElseThrow()).containsEntry("name", "仓库");
        });
    }

    @Test
    void givesNoKeyWhatIsNotItsMakersOrForPeopleAlone() {
        var maker = operator("kaifa", Permission.ORDERS_READ, Permission.OPERATORS_CHANGE);

        assertThat(ring.permissions(maker)).containsExactly(Permission.ORDERS_READ);
        assertThatThrownBy(() -> ring.make(maker, wish("x"))).hasMessageStartingWith("access_key_idle");
        assertThatThrownBy(() -> ring.make(maker, wish("x", Permission.BILLS_PAY)))
                .hasMessageStartingWith("permission_not_yours");
        for (Permission each : List.of(Permission.OPERATORS_CHANGE, Permission.ACCESS_KEYS_CHANGE)) {
            assertThatThrownBy(() -> ring.make(maker, wish("x", each))).hasMessageStartingWith("permission_for_people");
        }
        assertThatThrownBy(() -> ring.make(new Actor.Operator(maker.id(), Set.of(Permission.ORDERS_READ)), wish("x")))
                .hasMessageStartingWith("not_permitted");
        assertThatThrownBy(() -> ring.make(folk.member(), wish("x"))).hasMessageStartingWith("not_permitted");
        assertThat(list(maker).items()).isEmpty();
    }

    @Test
    void keepsMerchantsApart() {
        var mine = clerk(folk.merchant(), "mine");
        var theirs = clerk(folk.merchant(), "theirs");
        var made = ring.make(mine, wish("打单", Permission.ORDERS_SHIP));

        assertThat(keys.of(made.token()))
                .isEqualTo(
                        new Actor.Clerk(mine.id(), mine.merchant(), Set.of(Permission.ORDERS_SHIP), Optional.of("打单")));
        assertThat(list(theirs).items()).isEmpty();
        assertThat(list(boss).items()).isEmpty();
        assertThatThrownBy(() -> ring.revoke(theirs, made.id())).hasMessageStartingWith("not_found");
        assertThatThrownBy(() -> ring.revoke(boss, made.id())).hasMessageStartingWith("not_found");
        ring.make(theirs, wish("打单", Permission.ORDERS_SHIP));

        folk.mall
                .tables()
                .run(work -> work.run("update mall.merchant set status = 'suspended' where id = ?", mine.merchant()));
        assertThatThrownBy(() -> keys.of(made.token())).hasMessageStartingWith("login_required");
    }

    @Test
    void notesItsUseOnceAnHour() {
        var maker = operator("kaifa", Permission.ORDERS_READ);
        var made = ring.make(maker, wish("报表", Permission.ORDERS_READ));
        assertThat(list(maker).items().getFirst().usedAt()).isEmpty();

        keys.of(made.token());
        var first = list(maker).items().getFirst().usedAt().orElseThrow();
        folk.clock.advance(folk.mall.tables(), Duration.ofMinutes(59));
        keys.of(made.token());
        assertThat(list(maker).items().getFirst().usedAt()).contains(first);
        folk.clock.advance(folk.mall.tables(), Duration.ofMinutes(2));
        keys.of(made.token());
        assertThat(list(maker).items().getFirst().usedAt().orElseThrow()).isAfter(first.plusSeconds(3_600));
    }
}
