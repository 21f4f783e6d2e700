package hongli.mall.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.economy.exact.Money;
import hongli.mall.Plaza;
import hongli.mall.access.Actor;
import hongli.mall.payment.Cashier;
import hongli.mall.payment.PayChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Checkouts that coupons pay for wholly.
final class FreeCheckoutTest {
    private final Plaza plaza = new Plaza();
    private final Actor.Member member = plaza.member();
    private final Actor.Clerk clerk = plaza.clerk();
    private final long variant = plaza.variant(clerk.merchant(), 30_00);

    @AfterEach
    void close() {
        plaza.close();
    }

    @Test
    void isPaidAtOnceAndLoggedStepByStep() {
        long coupon = plaza.coupon(member, 99_00);
        long checkout = plaza.place(member, plaza.wish(member, List.of(coupon), Plaza.line(variant, 2)));
        long order = plaza.orders(checkout).getFirst();

        assertThat(plaza.log(order)).containsExactly("-unpaid", "unpaid-paid");
        assertThat(plaza.number("select count(*) number from mall.checkout where status = 'paid' and payable_fen = 0"))
                .isEqualTo(1);
        assertThat(plaza.number("select stock number from mall.variant where id = ?", variant))
                .isEqualTo(98);
        assertThat(plaza.number("select sum(sold)::bigint number from mall.product"))
                .isEqualTo(2);
        plaza.pass(Duration.ofHours(1));
        assertThat(plaza.status(order)).as("what is paid does not lapse").isEqualTo("paid");
    }

    @Test
    void keepsItsCouponForGoodAndCannotBeCancelledOrPaidAgain() {
        long coupon = plaza.coupon(member, 30_00);
        long checkout = plaza.place(member, plaza.wish(member, List.of(coupon), Plaza.line(variant, 1)));

        assertThat(plaza.number("select checkout number from mall.coupon where id = ?", coupon))
                .isEqualTo(checkout);
        assertThatThrownBy(() -> plaza.place(member, plaza.wish(member, List.of(coupon), Plaza.line(variant, 1))))
                .hasMessageContaining("coupon_not_usable");
        assertThatThrownBy(() -> plaza.mall.buying().orders().cancel(member, checkout, ""))
                .hasMessageContaining("checkout_paid");
        var ways = new Cashier.Ways(new Money(1), Money.ZERO, Optional.of("sandbox"), PayChannel.Scene.PAGE, "");
        assertThatThrownBy(() -> plaza.mall.trade().till().cashier().start(member, checkout, ways))
                .hasMessageContaining("checkout_not_unpaid");
        assertThat(plaza.number("select count(*) number from mall.payment")).isZero();
        assertThat(plaza.number("select checkout number from mall.coupon where id = ?", coupon))
                .isEqualTo(checkout);
    }

    @Test
    void owesTheMerchantWhatThePlatformGaveAndGrantsNothing() {
        long coupon = plaza.coupon(member, 30_00);
        long order = plaza.orders(plaza.place(member, plaza.wish(member, List.of(coupon), Plaza.line(variant, 1))))
                .getFirst();
        plaza.settle(clerk, order);

        assertThat(plaza.log(order))
                .containsExactly("-unpaid", "unpaid-paid", "paid-shipped", "shipped-delivered", "delivered-completed");
        assertThat(plaza.number("select count(*) number from mall.settlement")).isZero();
        assertThat(plaza.number("select count(*) number from mall.outbox")).isZero();
        assertThat(plaza.number(
                        "select sum(amount_fen)::bigint number from mall.posting where kind = 'platform_coupon'"))
                .isEqualTo(30_00);
        assertThat(plaza.number("select sum(amount_fen)::bigint number from mall.posting where kind = 'commission'"))
                .isEqualTo(1_50);
        assertThat(plaza.isBalanced()).isTrue();
    }

    @Test
    void letsAFreeOrderGoAlongWithOneThatCosts() {
        Actor.Clerk other = plaza.clerk();
        long theirs = plaza.variant(other.merchant(), 10_00);
        long kind = plaza.tables.work(work -> work.insert(
                "insert into mall.coupon_kind (merchant, borne_by, name, off_fen, most_issued, from_at, until_at)"
                        + " values (?, 'merchant', '券', 3000, 9, ?, ?) returning id",
                clerk.merchant(),
                work.now(),
                work.now().plus(Duration.ofDays(30))));
        long coupon = plaza.mall.buying().coupons().take(member, kind);
        long checkout =
                plaza.place(member, plaza.wish(member, List.of(coupon), Plaza.line(variant, 1), Plaza.line(theirs, 1)));
        List<Long> orders = plaza.orders(checkout);
        assertThat(orders).allSatisfy(order -> assertThat(plaza.status(order)).isEqualTo("unpaid"));

        plaza.pay(member, checkout);

        assertThat(orders).allSatisfy(order -> assertThat(plaza.log(order)).containsExactly("-unpaid", "unpaid-paid"));
        plaza.settle(clerk, orders.getFirst());
        plaza.settle(other, orders.getLast());
        assertThat(plaza.number("select sum(amount_fen)::bigint number from mall.settlement"))
                .isEqualTo(10_00);
        assertThat(plaza.isBalanced()).isTrue();
    }
}
