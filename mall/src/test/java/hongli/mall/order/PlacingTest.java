package hongli.mall.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.economy.exact.Money;
import hongli.mall.access.Actor;
import hongli.mall.price.Item;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

final class PlacingTest {
    private final Shop shop = new Shop();
    private final Actor.Member member = shop.member();
    private final long variant = shop.variant(1, "voucher", 1_000, 100);

    @Test
    void givesTheSameCheckoutForTheSameKeyAndRefusesAnotherWishUnderIt() {
        long checkout = shop.place(member, "k", Shop.wish(Shop.line(variant, 2)));

        assertThat(shop.place(member, "k", Shop.wish(Shop.line(variant, 2)))).isEqualTo(checkout);
        assertThat(shop.stock(variant)).isEqualTo(98);
        assertThatThrownBy(() -> shop.place(member, "k", Shop.wish(Shop.line(variant, 3))))
                .hasMessageContaining("key_reused");
        assertThat(shop.place(shop.member(), "k", Shop.wish(Shop.line(variant, 2))))
                .isNotEqualTo(checkout);
    }

    @Test
    void placesOnceForManyThatAskAtOnceUnderOneKey() throws InterruptedException {
        long last = shop.variant(1, "voucher", 1_000, 1);
        Callable<Long> deed = () -> shop.place(member, "k", Shop.wish(Shop.line(last, 1)));

        assertThat(Shop.atOnce(Collections.nCopies(16, deed))).hasSize(16).containsOnly("1");
        assertThat(shop.stock(last)).isZero();
    }

    @Test
    void makesAnOrderForEachMerchantUnderOneCheckout() {
        long other = shop.merchant();
        long theirs = shop.variant(other, "voucher", 777, 5);
        long coupon = shop.coupon(member, 100);

        long checkout = shop.place(member, "k", Shop.wish(coupon, Shop.line(theirs, 1), Shop.line(variant, 1)));

        assertThat(shop.ordersOf(checkout)).hasSize(2);
        assertThat(shop.number("select payable_fen number from mall.checkout where id = " + checkout))
                .isEqualTo(1_677)
                .isEqualTo(shop.number("select sum(payable_fen)::bigint number from mall.orders"))
                .isEqualTo(shop.number("select sum(paid_fen)::bigint number from mall.order_line"));
        assertThat(shop.number("select count(distinct number) number from mall.orders where number ~ '^[0-9]{18}$'"))
                .isEqualTo(2);
    }

    @Test
    void givesPartsOfALineBackToTheFen() {
        long odd = shop.variant(1, "voucher", 333, 5);
        long checkout = shop.place(member, "k", Shop.wish(shop.coupon(member, 100), Shop.line(odd, 3)));
        shop.pay(checkout);
        long order = shop.ordersOf(checkout).getFirst();
        long line = shop.linesOf(order).getFirst();

        long sum = 0;
        for (int i = 0; i < 3; i++) {
            assertThat(shop.status(order)).isEqualTo("paid");
            sum += shop.tables.<Long>work(work -> {
                Money worth = Orders.worth(work, line, 1);
                shop.orders.refunded(work, line, 1, worth);
                return worth.fen();
            });
        }

        assertThat(sum).isEqualTo(899).isEqualTo(shop.paidOf(line).fen());
        assertThat(shop.status(order)).isEqualTo("refunded");
        assertThatThrownBy(() -> shop.tables.run(work -> shop.orders.refunded(work, line, 1, new Money(1))))
                .hasMessageContaining("order_status_differs");
    }

    @Test
    void refusesWhatTheBuyerDidNotExpectToPay() {
        var request = new Placing.Request("k", Shop.wish(Shop.line(variant, 1)), Optional.of(new Money(999)));

        assertThatThrownBy(() -> shop.placing.place(member, request)).hasMessageContaining("price_changed");
        assertThat(shop.stock(variant)).isEqualTo(100);
    }

    @Test
    void refusesAddressesAndCouponsOfOthers() {
        Actor.Member other = shop.member();
        long sent = shop.variant(1, "physical", 1_000, 5);
        long theirs = shop.address(other);
        var wish = new Wish(List.of(Shop.line(sent, 1)), List.of(), OptionalLong.of(theirs), "");

        assertThatThrownBy(() -> shop.place(member, "k", wish)).hasMessageContaining("address_missing");
        assertThatThrownBy(() -> shop.place(member, "k", Shop.wish(Shop.line(sent, 1))))
                .hasMessageContaining("address_missing");
        long coupon = shop.coupon(other, 10);
        assertThatThrownBy(() -> shop.place(member, "k", Shop.wish(coupon, Shop.line(variant, 1))))
                .hasMessageContaining("coupon_not_usable");
        assertThat(shop.place(other, "k", wish)).isPositive();
    }

    @Test
    void refusesWhatCannotBeMeant() {
        long booking = shop.variant(1, "booking", 1_000, 5);
        long topUp = shop.variant(1, "top_up", 1_000, 5);
        LocalDate yesterday = LocalDate.parse("2026-02-28");

        refuses("nothing_to_order", Shop.wish());
        refuses("nothing_to_order", Shop.wish(Shop.line(variant, -1)));
        refuses("nothing_to_order", Shop.wish(Shop.line(variant, Long.MAX_VALUE)));
        refuses("nothing_to_order", Shop.wish(Shop.line(variant, 1), Shop.line(variant, 1)));
        refuses("not_for_sale", Shop.wish(Shop.line(999_999, 1)));
        refuses("day_wrong", Shop.wish(Shop.line(booking, 1)));
        refuses("day_wrong", Shop.wish(Shop.line(booking, yesterday, 1)));
        refuses("day_wrong", Shop.wish(Shop.line(variant, yesterday.plusDays(9), 1)));
        refuses("sold_out", Shop.wish(Shop.line(booking, yesterday.plusDays(9), 1)));
        refuses("target_missing", Shop.wish(Shop.line(topUp, 1)));
        refuses("target_missing", Shop.wish(new Wish.Line(new Item.Key(variant, Optional.empty()), 1, "13800000000")));
        assertThatThrownBy(() -> shop.place(new Actor.Guest(), "k", Shop.wish(Shop.line(variant, 1))))
                .hasMessageContaining("login_required");
    }

    @Test
    void paysAtOnceWhatCostsNothing() {
        long checkout = shop.place(member, "k", Shop.wish(shop.coupon(member, 5_000), Shop.line(variant, 1)));

        assertThat(shop.status(shop.ordersOf(checkout).getFirst())).isEqualTo("paid");
    }

    @Test
    void usesACouponOnceWhereTwoWantItAtOnce() throws InterruptedException {
        long coupon = shop.coupon(member, 10);
        Callable<Long> one = () -> shop.place(member, "a", Shop.wish(coupon, Shop.line(variant, 1)));
        Callable<Long> two = () -> shop.place(member, "b", Shop.wish(coupon, Shop.line(variant, 1)));

        assertThat(Shop.atOnce(List.of(one, two)))
                .filteredOn(answer -> answer.contains("coupon_not_usable"))
                .hasSize(1);
        assertThat(shop.stock(variant)).isEqualTo(99);
    }

    private void refuses(String code, Wish wish) {
        assertThatThrownBy(() -> shop.place(member, "k", wish)).hasMessageContaining(code);
    }

    @Test
    void placesWhatIsPickedUpWithoutAddressAndFreight() {
        long goods = shop.variant(1, "physical", 1_000, 5);
        shop.tables.run(work -> {
            long template = work.insert("insert into mall.freight_template (merchant, name, unit)"
                    + " values (1, '快递', 'piece') returning id");
            work.run("insert into mall.freight_rate values (?, '', 1, 800, 1, 200)", template);
            work.run("update mall.product set freight = ?", template);
        });
        var pickUp = new Wish(List.of(Shop.line(goods, 2)), List.of(), OptionalLong.empty(), "", true);
        var buyer = shop.member();
        long checkout = shop.place(buyer, "pick-up", pickUp);
        assertThat(shop.number("select payable_fen number from mall.checkout where id = " + checkout))
                .isEqualTo(2_000);
        assertThat(shop.number("select count(*) number from mall.orders where address is not null"))
                .isZero();
        var both = new Wish(List.of(Shop.line(goods, 1)), List.of(), OptionalLong.of(shop.address(buyer)), "", true);
        assertThatThrownBy(() -> shop.place(buyer, "both", both)).hasMessageContaining("pick_up_with_address");
        assertThatThrownBy(() -> shop.place(buyer, "none", Shop.wish(Shop.line(goods, 1))))
                .hasMessageContaining("address_missing");
    }
}
