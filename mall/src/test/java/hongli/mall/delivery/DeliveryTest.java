package hongli.mall.delivery;

import static hongli.mall.payment.TrialMall.goods;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.economy.exact.Money;
import hongli.mall.access.Actor;
import hongli.mall.aftersale.AfterSales;
import hongli.mall.aftersale.Case;
import hongli.mall.aftersale.Seen;
import hongli.mall.delivery.Packages.Shipment;
import hongli.mall.payment.TrialMall;
import hongli.mall.table.Listing;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DeliveryTest {
    private static final Listing.Wish ALL = new Listing.Wish(null, null, 100);

    private final TrialMall mall = new TrialMall();
    private final Actor.Member member = mall.member();
    private final Actor.Clerk clerk = mall.clerk();
    private final Packages packages = mall.delivery.packages();
    private final Vouchers vouchers = mall.delivery.vouchers();

    private long bought(String kind, long quantity) {
        long checkout = mall.checkout(member, new TrialMall.Item(clerk.merchant(), kind, quantity, 10_00, 0));
        mall.pay(member, checkout);
        return mall.orders(checkout).getFirst();
    }

    private static Shipment shipment(long line, long quantity) {
        return new Shipment("顺丰", "SF'1<b>", Map.of(line, quantity));
    }

    @AfterEach
    void close() {
        mall.close();
    }

    @Test
    void sendsAnOrderInSeveralPackages() {
        long order = bought("physical", 3);
        long line = mall.line(order);
        long first = packages.ship(clerk, order, shipment(line, 1));
        assertThat(mall.status("orders", order)).isEqualTo("paid");
        long second = packages.ship(clerk, order, shipment(line, 2));
        assertThat(mall.status("orders", order)).isEqualTo("shipped");
        packages.track(clerk, first, "深圳", "已揽收");
        packages.delivered(clerk, first);
        assertThat(mall.status("orders", order)).isEqualTo("shipped");
        packages.delivered(clerk, second);
        assertThat(mall.status("orders", order)).isEqualTo("delivered");
        assertThat(packages.of(member, order)).hasSize(2);
        assertThat(packages.of(member, order).getFirst().events()).hasSize(1);
        assertThatThrownBy(() -> packages.of(mall.member(), order)).hasMessageContaining("not_found");
        assertThatThrownBy(() -> packages.of(mall.clerk(), order)).hasMessageContaining("not_found");
    }

    @Test
    void neverSendsMoreThanWasOrderedHoweverManyPackAtOnce() throws InterruptedException {
        long order = bought("physical", 3);
        long line = mall.line(order);
        List<Object> ends = TrialMall.race(8, () -> packages.ship(clerk, order, shipment(line, 1)));
        assertThat(ends.stream().filter(Long.class::isInstance)).hasSize(3);
        assertThat(mall.number("select count(*) number from mall.package")).isEqualTo(3);
    }

    @Test
    void refusesPackagesThatMakeNoSense() {
        long order = bought("physical", 3);
        long line = mall.line(order);
        long other = mall.line(bought("physical", 3));
        assertThatThrownBy(() -> packages.ship(clerk, order, shipment(line, 4)))
                .hasMessageContaining("package_too_much");
        assertThatThrownBy(() -> packages.ship(clerk, order, shipment(other, 1)))
                .hasMessageContaining("package_too_much");
        assertThatThrownBy(() -> packages.ship(clerk, order, shipment(line, -1)))
                .hasMessageContaining("package_empty");
        assertThatThrownBy(() -> packages.ship(clerk, order, new Shipment("a", "b", Map.of())))
                .hasMessageContaining("package_empty");
        assertThatThrownBy(() -> packages.ship(mall.clerk(), order, shipment(line, 1)))
                .hasMessageContaining("not_found");
        assertThatThrownBy(() -> packages.ship(member, order, shipment(line, 1)))
                .hasMessageContaining("not_permitted");
        long unpaid = mall.orders(mall.checkout(member, goods(clerk.merchant(), 1, 1_00)))
                .getFirst();
        assertThatThrownBy(() -> packages.ship(clerk, unpaid, shipment(mall.line(unpaid), 1)))
                .hasMessageContaining("order_not_to_ship");
    }

    @Test
    void redeemsACodeOnceHoweverManyClerksTry() throws InterruptedException {
        long order = bought("voucher", 2);
        List<Vouchers.Held> own = vouchers.list(member, null, ALL).items();
        assertThat(own).hasSize(2).allSatisfy(held -> assertThat(held.titles()).isNotEmpty());
        String code = vouchers.show(member, own.getFirst().voucher().id());
        List<Object> ends = TrialMall.race(8, () -> vouchers.redeem(clerk, code.toLowerCase(Locale.ROOT)));
        assertThat(ends.stream().filter(Vouchers.Voucher.class::isInstance)).hasSize(1);
        assertThatThrownBy(() -> vouchers.redeem(clerk, code)).hasMessageContaining("code_used");
        assertThat(mall.status("orders", order)).isEqualTo("paid");
        vouchers.redeem(clerk, vouchers.show(member, own.getLast().voucher().id()));
        assertThat(mall.status("orders", order)).isEqualTo("delivered");
    }

    @Test
    void handsAnOrderOverToWhoeverShowsItsPickUpCode() throws InterruptedException {
        long checkout = mall.checkout(member, goods(clerk.merchant(), 2, 10_00));
        mall.tables.run(work -> work.run("update mall.orders set address = null where checkout = ?", checkout));
        mall.pay(member, checkout);
        long order = mall.orders(checkout).getFirst();
        Vouchers.Voucher pickUp =
                vouchers.list(member, null, ALL).items().getFirst().voucher();
        assertThat(pickUp.line()).isEmpty();
        assertThatThrownBy(() -> packages.ship(clerk, order, shipment(mall.line(order), 1)))
                .hasMessageContaining("package_too_much");
        String code = vouchers.show(member, pickUp.id());
        assertThatThrownBy(() -> vouchers.redeem(mall.clerk(), code)).hasMessageContaining("not_found");
        List<Object> ends = TrialMall.race(8, () -> vouchers.redeem(clerk, code));
        assertThat(ends.stream().filter(Vouchers.Voucher.class::isInstance)).hasSize(1);
        assertThat(mall.status("orders", order)).isEqualTo("delivered");
        // What was handed over is not for sale again by a refund.
        refund(mall.line(order), 2);
        assertThat(mall.status("orders", order)).isEqualTo("refunded");
        assertThat(mall.number("select sum(stock)::bigint number from mall.variant"))
                .isZero();
    }

    @Test
    void givesTheStockBackOfWhatIsPaidBackBeforeItIsPickedUp() {
        long checkout = mall.checkout(member, goods(clerk.merchant(), 2, 10_00));
        mall.tables.run(work -> work.run("update mall.orders set address = null where checkout = ?", checkout));
        mall.pay(member, checkout);
        long order = mall.orders(checkout).getFirst();
        String code = vouchers.show(
                member,
                vouchers.list(member, null, ALL).items().getFirst().voucher().id());
        refund(mall.line(order), 2);
        assertThat(mall.number("select sum(stock)::bigint number from mall.variant"))
                .isEqualTo(2);
        assertThatThrownBy(() -> vouchers.redeem(clerk, code)).hasMessageContaining("code_void");
    }

    @Test
    void showsACodeOnceAndTakesNoOther() {
        bought("voucher", 1);
        long voucher =
                vouchers.list(member, null, ALL).items().getFirst().voucher().id();
        String first = vouchers.show(member, voucher);
        String second = vouchers.show(member, voucher);
        assertThat(first).hasSize(26).isNotEqualTo(second);
        assertThatThrownBy(() -> vouchers.redeem(clerk, first)).hasMessageContaining("not_found");
        assertThatThrownBy(() -> vouchers.redeem(mall.clerk(), second)).hasMessageContaining("not_found");
        assertThatThrownBy(() -> vouchers.show(mall.member(), voucher)).hasMessageContaining("not_found");
        vouchers.redeem(clerk, second);
        assertThatThrownBy(() -> vouchers.show(member, voucher)).hasMessageContaining("code_used");
    }

    @Test
    void makesVouchersVoidThatArePaidBackAndPaysNoRedeemedOneBack() {
        long order = bought("voucher", 2);
        long line = mall.line(order);
        List<Vouchers.Held> own = vouchers.list(member, null, ALL).items();
        vouchers.redeem(clerk, vouchers.show(member, own.getFirst().voucher().id()));
        refund(line, 1);
        assertThat(mall.number("select count(*) number from mall.voucher where status = 'void'"))
                .isEqualTo(1);
        assertThat(mall.number("select sum(amount_fen) number from mall.sandbox_refund"))
                .isEqualTo(10_00);
        refund(line, 1);
        assertThat(mall.number("select sum(amount_fen) number from mall.sandbox_refund"))
                .isEqualTo(10_00);
    }

    private void refund(long line, long quantity) {
        var wish = new AfterSales.Wish(line, Case.Kind.REFUND, quantity, Optional.empty());
        Case asked = mall.counter.afterSales().ask(member, new AfterSales.Request(wish, Money.ZERO, "x", List.of()));
        mall.counter.decisions().agree(clerk, new Seen(asked.id(), asked.version()), "");
        mall.timers.runDue();
    }

    @Test
    void asksTheProviderUntilItIsDone() {
        mall.topUp.set(TopUps.Answer.WAITING);
        long order = bought("top_up", 1);
        assertThat(mall.status("orders", order)).isEqualTo("paid");
        mall.topUp.set(TopUps.Answer.DONE);
        mall.wait(Duration.ofMinutes(2));
        assertThat(mall.status("orders", order)).isEqualTo("delivered");
    }

    @Test
    void takesAnOrderAsDeliveredThatNobodyReportsOn() {
        long order = bought("physical", 1);
        packages.ship(clerk, order, shipment(mall.line(order), 1));
        mall.wait(Duration.ofDays(16));
        assertThat(mall.status("orders", order)).isEqualTo("delivered");
    }
}
