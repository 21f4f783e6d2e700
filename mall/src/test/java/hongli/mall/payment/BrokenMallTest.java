package hongli.mall.payment;

import static org.assertj.core.api.Assertions.assertThat;

import hongli.economy.exact.Money;
import hongli.mall.Mall;
import hongli.mall.Malls;
import hongli.mall.Town;
import hongli.mall.WatchedSource;
import hongli.mall.aftersale.Amends;
import hongli.mall.delivery.Packages;
import hongli.mall.order.Placing;
import hongli.mall.order.Wish;
import hongli.mall.posting.TrialBalance;
import hongli.mall.refusal.Refusal;
import hongli.mall.table.MallUnavailable;
import hongli.mall.table.StatementFailed;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Everything of an order is done over a line to the database that breaks, before or after a statement or a commit, and
/// is tried again by whoever wanted it: in the end money, stock and books are as if the line had held.
final class BrokenMallTest {
    private static final int ROUNDS = 12;
    private static final int TRIES = 6;
    private static final int MOST_STATEMENTS = 40;

    private final AtomicInteger left = new AtomicInteger(Integer.MAX_VALUE);
    private final Town town = new Town(WatchedSource.of(Malls.database(), _ -> {
        if (left.getAndDecrement() == 0) {
            throw new SQLException("the line is broken", "08006");
        }
    }));
    private final Mall mall = town.mall;
    private Random random = new Random(0);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void keepsMoneyStockAndBooksExact(long seed) {
        random = new Random(seed);
        long variant = town.variant(33_33);
        for (int round = 0; round < ROUNDS; round++) {
            live(variant, round);
        }
        for (int day = 0; day < 30; day++) {
            surely(() -> town.pass(Duration.ofDays(1)));
        }
        town.pass(Duration.ofDays(1));
        requireExact(variant);
        town.close();
    }

    private void live(long variant, int round) {
        var wish = new Wish(List.of(Town.line(variant, 2)), List.of(), OptionalLong.empty(), "", true);
        surely(() -> mall.buying()
                .placing()
                .place(town.buyer, new Placing.Request("round " + round, wish, Optional.empty())));
        long checkout = number("select id number from mall.checkout where key = ?", "round " + round);
        if (round % 4 == 3) {
            surely(() -> mall.buying().orders().cancel(town.buyer, checkout, ""));
        }
        surely(() -> pay(checkout));
        surely(town::settle);
        surely(() -> town.pass(Duration.ofMinutes(3)));
        long order = town.order(checkout);
        long line = town.lines(order).getFirst();
        if (round % 2 == 1) {
            var portion = new Amends.Portion(line, round % 3 == 1 ? 1 : 0, Optional.of(new Money(10_01)));
            surely(() -> mall.trade()
                    .counter()
                    .amends()
                    .pay(Town.operator(1), new Amends.Request("a" + round, portion, Money.ZERO, "x")));
        }
        surely(() -> mall.trade()
                .delivery()
                .packages()
                .ship(town.clerk, order, new Packages.Shipment("a", "b", Map.of(line, 1L))));
        surely(() -> redeem(order));
        surely(() -> mall.tables().run(work -> mall.buying().orders().completed(work, town.buyer, order)));
        surely(town::settle);
    }

    private void pay(long checkout) {
        var ways = new Cashier.Ways(Money.ZERO, Money.ZERO, Optional.of("sandbox"), PayChannel.Scene.PAGE, "");
        var started = mall.trade().till().cashier().start(town.buyer, checkout, ways);
        started.instruction().ifPresent(instruction -> {
            SandboxDesk desk = mall.trade().till().sandbox().orElseThrow();
            String reference = Objects.requireNonNull(instruction.fields().get("reference"));
            desk.deliver(desk.pay(reference, SandboxDesk.Manner.PLAIN));
        });
    }

    private void redeem(long order) {
        long voucher = number("select coalesce(max(id), 0) number from mall.voucher where order_id = ?", order);
        String code = mall.trade().delivery().vouchers().show(town.buyer, voucher);
        mall.trade().delivery().vouchers().redeem(town.clerk, code);
    }

    /// Does it again until it is done, or was done: then the mall says no to a second time.
    private void surely(Runnable deed) {
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            left.set(attempt == TRIES ? Integer.MAX_VALUE : random.nextInt(MOST_STATEMENTS));
            try {
                deed.run();
                return;
            } catch (Refusal _) {
                return;
            } catch (MallUnavailable | StatementFailed _) {
                // Tried again.
            } finally {
                left.set(Integer.MAX_VALUE);
            }
        }
    }

    private long number(String sql, Object... values) {
        return mall.tables().work(work -> work.number(sql, values));
    }

    private void requireExact(long variant) {
        assertThat(number("select count(*) number from mall.checkout")).isEqualTo(ROUNDS);
        assertThat(number("select count(*) number from mall.payment where status = 'started'"))
                .isZero();
        assertThat(number("select count(*) number from mall.refund where status <> 'done'"))
                .isZero();
        assertThat(number("select coalesce(sum(paid_fen), 0)::bigint number from mall.sandbox_trade"))
                .isEqualTo(number("select coalesce(sum(amount_fen), 0)::bigint number from mall.payment"
                        + " where status = 'paid'"));
        assertThat(number("select coalesce(sum(amount_fen), 0)::bigint number from mall.sandbox_refund"))
                .isEqualTo(number("select coalesce(sum(amount_fen), 0)::bigint number from mall.refund"));
        assertThat(number("select count(*) number from mall.orders o where o.refunded_fen <> (select"
                        + " coalesce(sum(r.amount_fen), 0) from mall.refund r where r.order_id = o.id)"))
                .isZero();
        assertThat(number("select count(*) number from mall.checkout c where (c.status = 'paid') <> ((select"
                        + " coalesce(sum(p.amount_fen), 0) from mall.payment p where p.checkout = c.id and p.counts)"
                        + " = c.payable_fen)"))
                .isZero();
        assertThat(number("select count(*) number from mall.timer where attempts > 0"))
                .isZero();
        assertThat(number("select stock number from mall.variant where id = ?", variant))
                .isEqualTo(100
                        - number("select coalesce(sum(l.quantity - l.refunded_quantity), 0)::bigint number"
                                + " from mall.order_line l join mall.orders o on o.id = l.order_id"
                                + " where o.status <> 'cancelled'"));
        TrialBalance balance = mall.programme().trialBalance(Town.operator(1));
        assertThat(balance.total().toString()).isEqualTo("0");
        assertThat(balance.between().toString()).isEqualTo("0");
    }
}
