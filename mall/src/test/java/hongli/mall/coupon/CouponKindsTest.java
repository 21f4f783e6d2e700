package hongli.mall.coupon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.economy.exact.Money;
import hongli.economy.exact.Rate;
import hongli.mall.Malls;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.price.Bearer;
import hongli.mall.price.Off;
import hongli.mall.table.Listing;
import hongli.mall.table.Tables;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class CouponKindsTest {
    private static final Actor OPERATOR = new Actor.Operator(1, Set.of(Permission.COUPONS_CHANGE));
    private static final Listing.Wish FIRST = new Listing.Wish("id", null, 10);

    private final Tables tables = Malls.tables();
    private final CouponKinds kinds = new CouponKinds(tables);
    private final long other = tables.work(work -> work.insert(
            "insert into mall.merchant (name, status, created_at) values ('乙', 'open', now()) returning id"));

    @Test
    void hasWhoMakesAKindBearIt() {
        kinds.add(OPERATOR, terms(OptionalLong.of(other), new Off.Amount(new Money(5))));
        kinds.add(clerk(other), terms(OptionalLong.of(other), new Off.Amount(new Money(5))));

        assertThat(kinds.page(OPERATOR, null, FIRST).items())
                .extracting(CouponKind::bearer)
                .containsExactly(Bearer.PLATFORM, Bearer.MERCHANT);
        assertThat(tables.<Long>work(work -> work.number("select count(*) number from mall.trail")))
                .isEqualTo(2);
    }

    @Test
    void letsAClerkTouchOnlyTheKindsOfItsMerchant() {
        long platforms = kinds.add(OPERATOR, terms(OptionalLong.of(other), new Off.Amount(new Money(5))));
        long theirs = kinds.add(clerk(other), terms(OptionalLong.of(other), new Off.Amount(new Money(5))));

        assertThatThrownBy(() -> kinds.allow(clerk(1), theirs, 100)).hasMessageContaining("not_found");
        assertThatThrownBy(() -> kinds.end(clerk(1), theirs, Malls.OPENING)).hasMessageContaining("not_found");
        assertThatThrownBy(() -> kinds.allow(clerk(other), platforms, 100)).hasMessageContaining("not_found");
        assertThatThrownBy(() -> kinds.add(clerk(1), terms(OptionalLong.of(other), new Off.Amount(new Money(5)))))
                .hasMessageContaining("not_found");
        assertThatThrownBy(() -> kinds.add(clerk(1), terms(OptionalLong.empty(), new Off.Amount(new Money(5)))))
                .hasMessageContaining("not_found");
        assertThatThrownBy(
                        () -> kinds.add(new Actor.Member(1), terms(OptionalLong.empty(), new Off.Amount(Money.ZERO))))
                .hasMessageContaining("not_permitted");
        assertThat(kinds.page(clerk(1), null, FIRST).items()).isEmpty();
    }

    @Test
    void refusesTermsThatAreNotSound() {
        refuses(new Off.Amount(Money.ZERO));
        refuses(new Off.Amount(new Money(1_001)));
        refuses(new Off.Part(Rate.ZERO, Optional.empty()));
        refuses(new Off.Part(Rate.ONE, Optional.empty()));
        refuses(new Off.Part(new Rate(1), Optional.of(Money.ZERO)));
    }

    @Test
    void neverAllowsFewerThanAreTaken() {
        long kind = kinds.add(OPERATOR, terms(OptionalLong.empty(), new Off.Part(new Rate(100_000), Optional.empty())));
        tables.run(work -> work.run("update mall.coupon_kind set issued = 3"));

        assertThatThrownBy(() -> kinds.allow(OPERATOR, kind, 2)).hasMessageContaining("coupon_unsound");
        kinds.allow(OPERATOR, kind, 3);
    }

    @Test
    void showsThePiecesOfAKindToWhoeverAnswersForIt() {
        long kind = kinds.add(clerk(other), terms(OptionalLong.of(other), new Off.Amount(new Money(5))));
        long member = tables.work(work -> work.insert("insert into mall.member (phone, name, referral_code, joined_at)"
                + " values ('1', '甲', 'A', now()) returning id"));
        tables.run(work -> work.run(
                "insert into mall.coupon (kind, member, taken_at) values (?, ?, ?)", kind, member, Malls.OPENING));

        for (Actor each : new Actor[] {OPERATOR, clerk(other)}) {
            assertThat(kinds.pieces(each, kind, new Listing.Wish(null, null, 10))
                            .items())
                    .singleElement()
                    .satisfies(piece -> {
                        assertThat(piece.member()).isEqualTo(member);
                        assertThat(piece.takenAt()).isEqualTo(Malls.OPENING);
                        assertThat(piece.checkout()).isEmpty();
                    });
        }
        assertThatThrownBy(() -> kinds.pieces(clerk(1), kind, FIRST)).hasMessageContaining("not_found");
        assertThatThrownBy(() -> kinds.pieces(new Actor.Member(member), kind, FIRST))
                .hasMessageContaining("not_permitted");
    }

    private void refuses(Off off) {
        assertThatThrownBy(() -> kinds.add(OPERATOR, terms(OptionalLong.empty(), off)))
                .hasMessageContaining("coupon_unsound");
    }

    private static Actor clerk(long merchant) {
        return new Actor.Clerk(1, merchant, Set.of(Permission.COUPONS_CHANGE));
    }

    private static CouponTerms terms(OptionalLong merchant, Off off) {
        return new CouponTerms(
                merchant,
                OptionalLong.empty(),
                "券'; drop table mall.coupon; --",
                new Money(1_000),
                off,
                false,
                new CouponTerms.Limits(10, 1),
                Malls.OPENING,
                Malls.OPENING.plus(Duration.ofDays(1)));
    }
}
