package hongli.mall.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.economy.exact.Money;
import hongli.mall.Plaza;
import hongli.mall.access.Actor;
import hongli.mall.order.Wish;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What is told of a basket before anything of it is placed.
final class EstimateTest {
    private final Plaza plaza = new Plaza();
    private final Previews previews = plaza.mall.programme().previews();
    private final Actor.Member member = plaza.member();
    private final Actor.Clerk clerk = plaza.clerk();
    private final Actor.Clerk other = plaza.clerk();
    private final long wine = plaza.variant(clerk.merchant(), 88_88);
    private final long tea = plaza.variant(other.merchant(), 33_33);

    @AfterEach
    void close() {
        plaza.close();
    }

    private static Wish.Quoted quoted(Wish wish, long pointsFen) {
        return new Wish.Quoted(wish, Optional.empty(), new Money(pointsFen));
    }

    @Test
    void saysOfABasketExactlyWhatIsThenGranted() {
        long coupon = plaza.coupon(member, 20_00);
        Wish wish = plaza.wish(member, List.of(coupon), Plaza.line(tea, 3), Plaza.line(wine, 1));
        Previews.Estimate estimate = previews.ofWish(member, quoted(wish, 0));
        assertThat(plaza.number("select count(*) number from mall.checkout")).isZero();

        long checkout = plaza.place(member, wish);
        Previews.Preview placed = previews.ofCheckout(member, checkout);
        assertThat(estimate.preview()).isEqualTo(placed);
        plaza.pay(member, checkout);
        List<Long> orders = plaza.orders(checkout);
        plaza.mall.trade().delivery().packages().delivered(clerk, plaza.ship(clerk, orders.getFirst()));
        plaza.settle(other, orders.getLast());

        assertThat(estimate.preview().points().micro())
                .isPositive()
                .isEqualTo(plaza.number("select sum(points_micro)::bigint number from mall.settlement"));
        assertThat(estimate.keys()).extracting(key -> key.variant()).containsExactly(wine, tea);
    }

    @Test
    void leavesOutOfTheBaseWhatPointsWouldPay() {
        Wish wish = plaza.wish(member, List.of(), Plaza.line(wine, 1), Plaza.line(tea, 1));
        long all = base(previews.ofWish(member, quoted(wish, 0)));
        long less = base(previews.ofWish(member, quoted(wish, 50_00)));
        long none = base(previews.ofWish(member, quoted(wish, 9_999_00)));

        assertThat(all).isEqualTo(88_88 + 33_33);
        assertThat(less).isEqualTo(all - 50_00);
        assertThat(none).isZero();
    }

    private static long base(Previews.Estimate estimate) {
        return estimate.preview().lines().stream()
                .mapToLong(line -> line.share().base().fen())
                .sum();
    }

    @Test
    void tellsAGuestOfAProductsPageAndReservesNothing() {
        Wish wish = new Wish(List.of(Plaza.line(wine, 2)), List.of(), OptionalLong.empty(), "");
        Previews.Estimate estimate = previews.ofWish(new Actor.Guest(), quoted(wish, 0));

        assertThat(estimate.preview().points().micro()).isPositive();
        assertThat(estimate.preview().lines())
                .singleElement()
                .satisfies(line -> assertThat(line.formula().points()).isEqualTo(line.points()));
        assertThat(plaza.number("select stock number from mall.variant where id = ?", wine))
                .isEqualTo(100);
        assertThat(plaza.number("select count(*) number from mall.outbox")).isZero();
        Wish withCoupon = new Wish(wish.lines(), List.of(1L), OptionalLong.empty(), "");
        assertThatThrownBy(() -> previews.ofWish(new Actor.Guest(), quoted(withCoupon, 0)))
                .hasMessageContaining("login_required");
        assertThatThrownBy(() -> previews.ofWish(clerk, quoted(wish, 0))).hasMessageContaining("not_permitted");
    }

    @Test
    void refusesWhatCannotBeBought() {
        long hidden = plaza.variant(clerk.merchant(), 1_00);
        plaza.tables.run(work -> work.run(
                "update mall.product set on_shelf = false where id ="
                        + " (select product from mall.variant where id = ?)",
                hidden));
        Wish wish = plaza.wish(member, List.of(), Plaza.line(hidden, 1));
        assertThatThrownBy(() -> previews.ofWish(member, quoted(wish, 0))).hasMessageContaining("not_for_sale");
        long theirs = plaza.coupon(plaza.member(), 1_00);
        Wish stolen = plaza.wish(member, List.of(theirs), Plaza.line(wine, 1));
        assertThatThrownBy(() -> previews.ofWish(member, quoted(stolen, 0))).hasMessageContaining("coupon_not_usable");
    }
}
