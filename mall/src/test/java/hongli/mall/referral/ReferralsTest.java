package hongli.mall.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.mall.access.Actor;
import hongli.mall.people.Folk;
import hongli.mall.table.Listing;
import java.util.Locale;
import org.junit.jupiter.api.Test;

final class ReferralsTest {
    private static final Listing.Wish WISH = new Listing.Wish(null, null, 10);

    private final Folk folk = new Folk();
    private final Referrals referrals = folk.people().referrals();
    private final Actor.Operator operator = folk.operator();
    private final Actor.Member top = folk.member();
    private final Actor.Member middle = folk.join(folk.phone(), folk.code(top).toLowerCase(Locale.ROOT));
    private final Actor.Member bottom = folk.join(folk.phone(), folk.code(middle));

    @Test
    void showsWhoBroughtWhom() {
        assertThat(referrals.above(operator, bottom.id()))
                .extracting(Kin::member)
                .containsExactly(middle.id(), top.id());
        assertThat(referrals.below(operator, top.id(), 1, WISH).items())
                .extracting(Kin::member)
                .containsExactly(middle.id());
        assertThat(referrals.below(operator, top.id(), 2, WISH).items())
                .extracting(Kin::member)
                .containsExactly(bottom.id());
        assertThat(referrals.history(operator, bottom.id()))
                .extracting(Try::outcome)
                .containsExactly("bound");
        assertThat(referrals.invitation(top).brought()).isEqualTo(1);
        assertThat(referrals.inviter(folk.code(top))).isEqualTo("王小明");
        assertThatThrownBy(() -> referrals.above(top, bottom.id())).hasMessageStartingWith("not_permitted");
    }

    @Test
    void countsAllBelowByLevelAndBranch() {
        Descent descent = referrals.descent(operator, top.id());
        assertThat(descent.members()).isEqualTo(2);
        assertThat(descent.levels()).containsExactly(new Descent.Level(1, 1, 1), new Descent.Level(2, 1, 1));
        assertThat(descent.branches()).singleElement().satisfies(branch -> {
            assertThat(branch.member()).isEqualTo(middle.id());
            assertThat(branch.below()).isEqualTo(1);
            assertThat(branch.depth()).isEqualTo(1);
        });
        assertThat(referrals.descent(operator, bottom.id()).levels()).isEmpty();
        assertThatThrownBy(() -> referrals.descent(operator, 999_999)).hasMessageStartingWith("not_found");
        assertThatThrownBy(() -> referrals.descent(top, top.id())).hasMessageStartingWith("not_permitted");
    }

    @Test
    void showsAMemberOnlyLevelsThatEarn() {
        assertThat(referrals.mine(top, 1, WISH).items()).extracting(Kin::member).containsExactly(middle.id());
        assertThat(referrals.mine(top, 2, WISH).items()).isEmpty();
        referrals.changeLevels(operator, 2);
        assertThat(referrals.mine(top, 2, WISH).items()).extracting(Kin::member).containsExactly(bottom.id());
        assertThatThrownBy(() -> referrals.changeLevels(operator, 3)).hasMessageStartingWith("referral_levels_unsound");
        assertThatThrownBy(() -> referrals.changeLevels(top, 2)).hasMessageStartingWith("not_permitted");
    }

    @Test
    void neverChangesWhatIsBoundAndKeepsEveryTry() {
        Actor.Member other = folk.member();
        assertThatThrownBy(() -> referrals.bindLate(top, folk.code(top), "code"))
                .hasMessageStartingWith("referral_self");
        assertThatThrownBy(() -> referrals.bindLate(top, folk.code(bottom), "code"))
                .hasMessageStartingWith("referral_cyclic");
        assertThatThrownBy(() -> referrals.bindLate(bottom, folk.code(other), "code"))
                .hasMessageStartingWith("referral_bound");
        assertThatThrownBy(() -> referrals.bindLate(top, folk.code(other), "code"))
                .hasMessageStartingWith("referral_late");
        assertThatThrownBy(() -> referrals.bindLate(top, "'; --", "code")).hasMessageStartingWith("referral_unknown");

        assertThat(referrals.above(operator, top.id())).isEmpty();
        assertThat(referrals.history(operator, top.id()))
                .extracting(Try::outcome)
                .containsExactly("referral_self", "referral_cyclic", "referral_late", "referral_unknown");
        assertThatThrownBy(() -> folk.mall.tables().run(work -> work.run("delete from mall.referral_history")))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> folk.mall.tables().run(work -> work.run("update mall.referral set bound_at = now()")))
                .hasMessageContaining("append-only");
    }

    @Test
    void bindsNobodyToSomebodyWhoIsLocked() {
        String code = folk.code(top);
        folk.people().members().lock(operator, top.id(), "x");

        assertThatThrownBy(() -> folk.join(folk.phone(), code)).hasMessageStartingWith("referral_code_unknown");
    }
}
