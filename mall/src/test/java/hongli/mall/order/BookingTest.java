package hongli.mall.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.economy.exact.Money;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.aftersale.AfterSales;
import hongli.mall.aftersale.Case;
import hongli.mall.aftersale.Counter;
import hongli.mall.aftersale.Deduction;
import hongli.mall.aftersale.Seen;
import hongli.mall.delivery.Delivery;
import hongli.mall.delivery.TopUps;
import hongli.mall.payment.Cashier;
import hongli.mall.payment.PayChannel;
import hongli.mall.payment.SandboxDesk;
import hongli.mall.payment.SandboxPurse;
import hongli.mall.payment.Seal;
import hongli.mall.payment.Till;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/// Dated slots from the order to the day they are for.
final class BookingTest {
    private static final int BUYERS = 64;
    private static final LocalDate FRIDAY = LocalDate.parse("2026-03-06");

    private final Shop shop = new Shop();
    private final long room = shop.variant(1, "booking", 200_00, 0);
    private final Actor.Member member = shop.member();

    BookingTest() {
        shop.slot(1, room, FRIDAY, 10);
        shop.slot(1, room, FRIDAY.plusDays(1), 7);
    }

    private long free(LocalDate day) {
        return shop.number("select stock number from mall.slot where variant = " + room + " and day = '" + day + "'");
    }

    @Test
    void neverBooksMoreThanADayHoldsHoweverManyBookSeveralDaysAtOnce() throws InterruptedException {
        List<Callable<Long>> deeds = new ArrayList<>();
        for (var buyer : shop.members(BUYERS)) {
            LocalDate first = buyer.id() % 2 == 0 ? FRIDAY : FRIDAY.plusDays(1);
            LocalDate second = buyer.id() % 2 == 0 ? FRIDAY.plusDays(1) : FRIDAY;
            deeds.add(() -> shop.place(buyer, "k", Shop.wish(Shop.line(room, first, 1), Shop.line(room, second, 1))));
        }
        List<String> answers = Shop.atOnce(deeds);
        assertThat(answers).filteredOn(answer -> answer.contains("sold_out")).hasSize(BUYERS - 7);
        assertThat(free(FRIDAY)).isEqualTo(3);
        assertThat(free(FRIDAY.plusDays(1))).isZero();
    }

    @Test
    void holdsItsCapacityWhileSomeBookAndOthersCancel() throws InterruptedException {
        List<Callable<Long>> deeds = new ArrayList<>();
        for (var buyer : shop.members(BUYERS)) {
            deeds.add(() -> {
                long checkout = shop.place(buyer, "k", Shop.wish(Shop.line(room, FRIDAY, 1)));
                if (ThreadLocalRandom.current().nextBoolean()) {
                    shop.orders.cancel(buyer, checkout, "");
                }
                return checkout;
            });
        }
        Shop.atOnce(deeds);
        long booked = shop.number("select count(*) number from mall.orders where status = 'unpaid'");
        assertThat(booked).isLessThanOrEqualTo(10);
        assertThat(free(FRIDAY)).isEqualTo(10 - booked);
    }

    @Test
    void givesTheSlotBackWhereItIsCancelledOrNeverPaid() {
        long cancelled = shop.place(member, "a", Shop.wish(Shop.line(room, FRIDAY, 2)));
        shop.place(member, "b", Shop.wish(Shop.line(room, FRIDAY, 3)));
        assertThat(free(FRIDAY)).isEqualTo(5);
        shop.orders.cancel(member, cancelled, "");
        shop.orders.cancel(member, cancelled, "");
        assertThat(free(FRIDAY)).isEqualTo(7);
        shop.clock.advance(shop.tables, Duration.ofMinutes(31));
        shop.timers.runDue();
        assertThat(free(FRIDAY)).isEqualTo(10);
        assertThat(free(FRIDAY.plusDays(1))).isEqualTo(7);
    }

    @Test
    void booksNoDayThatIsOverOrHasNoSlot() {
        for (LocalDate day : List.of(LocalDate.parse("2026-02-28"), FRIDAY.plusDays(9))) {
            assertThatThrownBy(() -> shop.place(member, "k", Shop.wish(Shop.line(room, day, 1))))
                    .hasMessageMatching("(?s).*(day_wrong|sold_out).*");
        }
        assertThatThrownBy(() -> shop.place(member, "k", Shop.wish(Shop.line(room, 1))))
                .hasMessageContaining("day_wrong");
    }

    @Test
    void isFulfilledWhenItsLastDayIsOverAndNotBefore() {
        var house = new House();
        long checkout =
                shop.place(member, "k", Shop.wish(Shop.line(room, FRIDAY, 1), Shop.line(room, FRIDAY.plusDays(1), 1)));
        house.pay(checkout);
        long order = shop.ordersOf(checkout).getFirst();
        assertThat(shop.status(order)).isEqualTo("paid");
        // The shop opens at eight in the morning of the first of March in China; the last night ends on the eighth.
        shop.clock.advance(shop.tables, Duration.ofDays(7).minusHours(9));
        shop.timers.runDue();
        assertThat(shop.status(order)).isEqualTo("paid");
        shop.clock.advance(shop.tables, Duration.ofHours(2));
        shop.timers.runDue();
        assertThat(shop.status(order)).isEqualTo("delivered");
    }

    @Test
    void givesTheSlotBackWithTheMoneyAndFulfilsWhatIsLeft() {
        var house = new House();
        long checkout = shop.place(member, "k", Shop.wish(Shop.line(room, FRIDAY, 2)));
        house.pay(checkout);
        long order = shop.ordersOf(checkout).getFirst();
        house.refund(shop.linesOf(order).getFirst(), 1);
        assertThat(free(FRIDAY)).isEqualTo(9);
        assertThat(shop.number("select sum(amount_fen)::bigint number from mall.sandbox_refund"))
                .isEqualTo(200_00);
        assertThat(shop.status(order)).isEqualTo("paid");
        house.refund(shop.linesOf(order).getFirst(), 1);
        assertThat(free(FRIDAY)).isEqualTo(10);
        assertThat(shop.status(order)).isEqualTo("refunded");
    }

    @Test
    void givesNoSlotBackOfADayThatIsOver() {
        var house = new House();
        long checkout = shop.place(member, "k", Shop.wish(Shop.line(room, FRIDAY, 1)));
        house.pay(checkout);
        long order = shop.ordersOf(checkout).getFirst();
        shop.clock.advance(shop.tables, Duration.ofDays(7));
        shop.timers.runDue();
        assertThat(shop.status(order)).isEqualTo("delivered");
        house.refund(shop.linesOf(order).getFirst(), 1);
        assertThat(free(FRIDAY)).isEqualTo(9);
    }

    /// The rooms that come after the order, on the tables of the shop.
    private final class House {
        private final Seal seal =
                Seal.Secret.of("a secret of at least thirty-two bytes".getBytes(StandardCharsets.UTF_8));
        private final Till till = Till.of(
                shop.tables,
                shop.timers,
                shop.orders,
                new Till.Means(new SandboxPurse(), List.of(), Optional.of(seal)));
        private final SandboxDesk desk = till.sandbox().orElseThrow();
        private final Delivery delivery = Delivery.of(shop.tables, shop.timers, shop.orders, _ -> TopUps.Answer.DONE);
        private final Counter counter = Counter.of(
                shop.tables,
                shop.timers,
                new Counter.Ways(shop.orders, till.refunds(), delivery.fulfilment(), Deduction.NONE));

        void pay(long checkout) {
            var ways = new Cashier.Ways(Money.ZERO, Money.ZERO, Optional.of("sandbox"), PayChannel.Scene.PAGE, "");
            var started = till.cashier().start(member, checkout, ways);
            String reference = Objects.requireNonNull(
                    started.instruction().orElseThrow().fields().get("reference"));
            desk.deliver(desk.pay(reference, SandboxDesk.Manner.PLAIN));
            shop.timers.runDue();
        }

        void refund(long line, long quantity) {
            var wish = new AfterSales.Wish(line, Case.Kind.REFUND, quantity, Optional.empty());
            Case asked = counter.afterSales().ask(member, new AfterSales.Request(wish, Money.ZERO, "x", List.of()));
            var clerk = new Actor.Clerk(1, 1, EnumSet.allOf(Permission.class));
            counter.decisions().agree(clerk, new Seen(asked.id(), asked.version()), "");
            shop.timers.runDue();
        }
    }
}
