package hongli.mall.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.economy.exact.Money;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.coupon.CouponTerms;
import hongli.mall.table.Transaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

final class OrdersTest {
    private static final Actor HOUSE = new Actor.House();

    private final Shop shop = new Shop();
    private final Actor.Member member = shop.member();
    private final long variant = shop.variant(1, "voucher", 1_000, 10);

    @Test
    void cancelsWhatStaysUnpaidAndGivesStockAndCouponsBack() {
        long coupon = shop.coupon(member, 10);
        long checkout = shop.place(member, "k", Shop.wish(coupon, Shop.line(variant, 3)));
        shop.clock.advance(shop.tables, Duration.ofMinutes(29));
        assertThat(shop.timers.runDue()).isZero();
        shop.clock.advance(shop.tables, Duration.ofMinutes(1));

        assertThat(shop.timers.runDue()).isEqualTo(1);

        assertThat(shop.status(shop.ordersOf(checkout).getFirst())).isEqualTo("cancelled");
        assertThat(shop.stock(variant)).isEqualTo(10);
        assertThat(shop.place(member, "k2", Shop.wish(coupon, Shop.line(variant, 3))))
                .isGreaterThan(checkout);
        assertThatThrownBy(() -> shop.pay(checkout)).hasMessageContaining("checkout_cancelled");
    }

    @Test
    void completesWhatIsDeliveredAfterItsDays() {
        long checkout = shop.place(member, "k", Shop.wish(Shop.line(variant, 3)));
        assertThat(shop.pay(checkout)).isTrue();
        assertThat(shop.pay(checkout)).isFalse();
        long order = shop.ordersOf(checkout).getFirst();
        shop.tables.run(work -> shop.orders.shipped(work, HOUSE, order));
        shop.tables.run(work -> shop.orders.delivered(work, HOUSE, order));
        shop.clock.advance(shop.tables, Duration.ofDays(10));

        assertThat(shop.timers.runDue()).isEqualTo(1);

        assertThat(shop.status(order)).isEqualTo("completed");
        assertThat(events(order))
                .containsExactly(
                        "null-unpaid", "unpaid-paid", "paid-shipped", "shipped-delivered", "delivered-completed");
        assertThat(shop.number("select sum(sold)::bigint number from mall.product"))
                .isEqualTo(3);
    }

    @Test
    void tellsWatchersOfEveryStepInItsTransaction() {
        List<String> told = new ArrayList<>();
        shop.orders.watch((_, order, status) -> {
            told.add(order + " " + status.word());
            if (status == OrderStatus.SHIPPED) {
                throw new IllegalStateException("no");
            }
        });
        long checkout = shop.place(member, "k", Shop.wish(Shop.line(variant, 1)));
        long order = shop.ordersOf(checkout).getFirst();
        shop.pay(checkout);

        assertThatThrownBy(() -> shop.tables.run(work -> shop.orders.shipped(work, HOUSE, order)))
                .hasMessage("no");

        assertThat(shop.status(order)).isEqualTo("paid");
        assertThat(told).containsExactly(order + " paid", order + " shipped");
    }

    @Test
    void tellsWatchersOfEveryPartThatGoesBackInItsTransaction() {
        List<String> told = new ArrayList<>();
        shop.orders.watch(new OrderWatcher() {
            @Override
            public void became(Transaction work, long order, OrderStatus status) {
                told.add(status.word());
            }

            @Override
            public void refunded(Transaction work, Back back) {
                told.add(back.quantity() + " for " + back.amount());
                if (back.amount().fen() == 7) {
                    throw new IllegalStateException("no");
                }
            }
        });
        long checkout = shop.place(member, "k", Shop.wish(Shop.line(variant, 2)));
        shop.pay(checkout);
        long line = shop.linesOf(shop.ordersOf(checkout).getFirst()).getFirst();
        shop.tables.run(work -> shop.orders.refunded(work, line, 0, new Money(5_00)));
        assertThatThrownBy(() -> shop.tables.run(work -> shop.orders.refunded(work, line, 1, new Money(7))))
                .hasMessage("no");
        shop.tables.run(work -> shop.orders.refunded(work, line, 2, new Money(15_00)));

        assertThat(told).containsExactly("paid", "0 for 5.00", "1 for 0.07", "2 for 15.00", "refunded");
        assertThat(shop.number("select refunded_fen number from mall.order_line where id = " + line))
                .isEqualTo(20_00);
    }

    @Test
    void takesNoStepThatTheTableDoesNotHave() {
        long checkout = shop.place(member, "k", Shop.wish(Shop.line(variant, 1)));
        long order = shop.ordersOf(checkout).getFirst();
        for (OrderStatus from : OrderStatus.values()) {
            for (OrderStatus to : OrderStatus.values()) {
                shop.tables.run(work -> work.run("update mall.orders set status = ? where id = ?", from, order));
                Callable<String> deed = () -> shop.tables.work(work -> {
                    var steps = new Steps();
                    steps.become(work, HOUSE, steps.lock(work, HOUSE, order), to, "");
                    return "done";
                });
                if (from.mayBecome(to)) {
                    assertThatCode(deed::call).doesNotThrowAnyException();
                } else {
                    assertThatThrownBy(deed::call).hasMessageContaining("order_status_differs");
                }
            }
        }
        assertThat(Arrays.stream(OrderStatus.values())
                        .mapToInt(from -> from.next().size())
                        .sum())
                .isEqualTo(events(order).size() - 1);
    }

    @Test
    void showsOrdersOfOthersToNobody() {
        long checkout = shop.place(member, "k", Shop.wish(Shop.line(variant, 1)));
        long order = shop.ordersOf(checkout).getFirst();
        Actor.Member stranger = shop.member();
        Actor clerk = new Actor.Clerk(1, shop.merchant(), Set.of(Permission.values()));

        assertThatThrownBy(() -> shop.orders.cancel(stranger, checkout, "")).hasMessageContaining("not_found");
        assertThatThrownBy(() -> shop.orders.cancel(clerk, checkout, "")).hasMessageContaining("not_permitted");
        assertThatThrownBy(() -> shop.orders.cancel(new Actor.Operator(1, Set.of()), checkout, ""))
                .hasMessageContaining("not_permitted");
        assertThatThrownBy(() -> shop.orders.cancel(new Actor.Guest(), checkout, ""))
                .hasMessageContaining("login_required");
        shop.pay(checkout);
        assertThatThrownBy(() -> shop.tables.run(work -> shop.orders.shipped(work, clerk, order)))
                .hasMessageContaining("not_found");
        assertThatThrownBy(() -> shop.tables.run(work -> shop.orders.completed(work, stranger, order)))
                .hasMessageContaining("not_found");
        assertThatThrownBy(() -> shop.orders.cancel(member, checkout, "")).hasMessageContaining("checkout_paid");
    }

    @Test
    void letsEitherThePaymentOrTheCancellingWin() throws InterruptedException {
        for (int round = 0; round < 10; round++) {
            long checkout = shop.place(member, "k" + round, Shop.wish(Shop.line(variant, 1)));
            Callable<Object> pay = () -> shop.pay(checkout);
            Callable<Object> cancel = () -> {
                shop.orders.cancel(member, checkout, "");
                return "cancelled";
            };

            List<String> answers = Shop.atOnce(List.of(pay, cancel, pay, cancel));

            String status = shop.status(shop.ordersOf(checkout).getFirst());
            assertThat(answers).filteredOn("true"::equals).hasSize(status.equals("paid") ? 1 : 0);
            assertThat(answers).filteredOn("cancelled"::equals).hasSize(status.equals("paid") ? 0 : 2);
        }
        assertThat(shop.stock(variant) + shop.number("select count(*) number from mall.orders where status = 'paid'"))
                .isEqualTo(10);
    }

    @Test
    void givesBackNoMoreThanWasPaidHoweverManyAskAtOnce() throws InterruptedException {
        long checkout = shop.place(member, "k", Shop.wish(Shop.line(variant, 3)));
        shop.pay(checkout);
        long line = shop.linesOf(shop.ordersOf(checkout).getFirst()).getFirst();
        List<Callable<Object>> deeds = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            deeds.add(() -> {
                shop.tables.run(work -> shop.orders.refunded(work, line, 1, new Money(1_000)));
                return "done";
            });
        }

        assertThat(Shop.atOnce(deeds)).filteredOn("done"::equals).hasSize(3);
        assertThat(shop.number("select refunded_fen number from mall.orders")).isEqualTo(3_000);
    }

    @Test
    void issuesCouponsWithinTheirLimitsUnderRaces() throws InterruptedException {
        long kind = shop.kind(new CouponTerms.Limits(10, 2), 5);
        List<Callable<Long>> deeds = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            deeds.add(() -> shop.coupons.take(member, kind));
        }
        assertThat(Shop.atOnce(deeds))
                .filteredOn(answer -> answer.contains("coupon_taken_enough"))
                .hasSize(14);
        deeds.clear();
        for (Actor.Member other : shop.members(32)) {
            deeds.add(() -> shop.coupons.take(other, kind));
        }
        assertThat(Shop.atOnce(deeds))
                .filteredOn(answer -> answer.contains("coupon_gone"))
                .hasSize(24);
        assertThat(shop.number("select count(*) number from mall.coupon"))
                .isEqualTo(10)
                .isEqualTo(shop.number("select issued number from mall.coupon_kind"));
    }

    private List<String> events(long order) {
        return shop.tables.work(work -> work.all(
                "select before, after from mall.order_event where order_id = ? order by id",
                row -> row.findText("before").orElse("null") + "-" + row.text("after"),
                order));
    }
}
