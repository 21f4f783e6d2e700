package hongli.mall.payment;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.mall.Plaza;
import hongli.mall.access.Actor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/// Two who want different things of one order at the same moment.
@Execution(ExecutionMode.CONCURRENT)
final class RacesTest {
    private static final int ROUNDS = 8;

    private final Plaza plaza = new Plaza();
    private final Actor.Member member = plaza.member();
    private final Actor.Clerk clerk = plaza.clerk();
    private final long variant = plaza.variant(clerk.merchant(), 20_00);

    @AfterEach
    void close() {
        plaza.close();
    }

    private long placed() {
        return plaza.place(member, plaza.wish(member, List.of(), Plaza.line(variant, 1)));
    }

    private static List<Object> atOnce(List<Callable<Object>> deeds) throws InterruptedException {
        var turns = new ConcurrentLinkedQueue<>(deeds);
        return TrialMall.race(deeds.size(), () -> turns.remove().call());
    }

    @Test
    void eitherSellsOrGivesTheMoneyBackWhereTheBuyerCancelsWhileTheChannelTells() throws InterruptedException {
        long sold = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long checkout = placed();
            long notice = plaza.payUntold(member, checkout);
            List<Object> ends = atOnce(List.of(() -> plaza.desk().deliver(notice), () -> cancelled(checkout)));
            boolean paid = plaza.status(plaza.orders(checkout).getFirst()).equals("paid");
            assertThat(ends)
                    .contains(paid ? Confirmation.Outcome.PAID : Confirmation.Outcome.REFUNDED)
                    .filteredOn("cancelled"::equals)
                    .hasSize(paid ? 0 : 1);
            sold += paid ? 1 : 0;
        }
        plaza.pass(Duration.ofMinutes(10));
        assertThat(plaza.number("select coalesce(sum(amount_fen), 0)::bigint number from mall.sandbox_refund"))
                .isEqualTo((ROUNDS - sold) * 20_00);
        assertThat(plaza.number("select stock number from mall.variant where id = ?", variant))
                .isEqualTo(100 - sold);
        assertThat(plaza.isBalanced()).isTrue();
    }

    private Object cancelled(long checkout) {
        plaza.mall.buying().orders().cancel(member, checkout, "");
        return "cancelled";
    }

    @Test
    void eitherSellsOrGivesTheMoneyBackWhereTheCheckoutLapsesWhileTheChannelTells() throws InterruptedException {
        List<Callable<Object>> deeds = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            long notice = plaza.payUntold(member, placed());
            deeds.add(() -> plaza.desk().deliver(notice));
        }
        plaza.tables.run(work -> work.run("update mall.timer set due_at = ? where kind = 'order.unpaid'", work.now()));
        deeds.add(() -> plaza.mall.timers().runDue());
        atOnce(deeds);
        plaza.pass(Duration.ofMinutes(10));
        long sold = plaza.number("select count(*) number from mall.orders where status = 'paid'");
        assertThat(plaza.number("select count(*) number from mall.orders where status = 'cancelled'"))
                .isEqualTo(ROUNDS - sold);
        assertThat(plaza.number("select coalesce(sum(amount_fen), 0)::bigint number from mall.sandbox_refund"))
                .isEqualTo((ROUNDS - sold) * 20_00);
        assertThat(plaza.number("select stock number from mall.variant where id = ?", variant))
                .isEqualTo(100 - sold);
    }

    @Test
    void sendsAnOrderOnceWhereTwoClerksPackItAtOnce() throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            long checkout = placed();
            plaza.pay(member, checkout);
            long order = plaza.orders(checkout).getFirst();
            List<Object> ends = atOnce(List.of(
                    () -> plaza.ship(Plaza.clerk(clerk.merchant(), 1), order),
                    () -> plaza.ship(Plaza.clerk(clerk.merchant(), 2), order)));
            assertThat(ends).filteredOn(Long.class::isInstance).hasSize(1);
            assertThat(plaza.number("select count(*) number from mall.package where order_id = ?", order))
                    .isEqualTo(1);
            assertThat(plaza.log(order)).containsExactly("-unpaid", "unpaid-paid", "paid-shipped");
        }
    }

    @Test
    void completesAnOrderOnceWhereBuyerClerkAndTimerActAtOnce() throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            long checkout = placed();
            plaza.pay(member, checkout);
            long order = plaza.orders(checkout).getFirst();
            long parcel = plaza.ship(clerk, order);
            Callable<Object> arrives = () -> {
                plaza.mall.trade().delivery().packages().delivered(Plaza.clerk(clerk.merchant(), 2), parcel);
                return "arrived";
            };
            Callable<Object> completes = () -> {
                plaza.tables.run(work -> plaza.mall.buying().orders().completed(work, member, order));
                return "completed";
            };
            List<Object> ends =
                    atOnce(List.of(arrives, completes, () -> plaza.mall.timers().runDue(), completes));
            assertThat(ends).filteredOn("completed"::equals).hasSize(1);
            assertThat(plaza.log(order))
                    .containsExactly(
                            "-unpaid", "unpaid-paid", "paid-shipped", "shipped-delivered", "delivered-completed");
        }
        plaza.pass(Duration.ofDays(8));
        assertThat(plaza.number("select count(*) number from mall.settlement")).isEqualTo(ROUNDS);
        assertThat(plaza.isBalanced()).isTrue();
    }

    @Test
    void doesManyTimersOnceInManyThreads() throws InterruptedException {
        List<Long> orders = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            long checkout = placed();
            plaza.pay(member, checkout);
            orders.addAll(plaza.orders(checkout));
        }
        orders.forEach(order -> plaza.mall.trade().delivery().packages().delivered(clerk, plaza.ship(clerk, order)));
        for (int days : new int[] {10, 8}) {
            plaza.clock.advance(plaza.tables, Duration.ofDays(days));
            TrialMall.race(6, () -> plaza.mall.timers().runDue());
            plaza.mall.timers().runDue();
        }
        plaza.mall.programme().courier().sendAll();
        assertThat(plaza.number("select count(*) number from mall.order_event where after = 'completed'"))
                .isEqualTo(60);
        assertThat(plaza.number("select count(*) number from mall.settlement where points_micro > 0"))
                .isEqualTo(60);
        assertThat(plaza.number("select count(*) number from mall.posting where kind = 'sale'"))
                .isEqualTo(60);
        assertThat(plaza.isBalanced()).isTrue();
    }
}
