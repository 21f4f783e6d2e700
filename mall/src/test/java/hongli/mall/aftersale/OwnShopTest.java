package hongli.mall.aftersale;

import static hongli.mall.payment.TrialMall.OPERATOR;
import static hongli.mall.payment.TrialMall.goods;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hongli.economy.exact.Money;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.delivery.Packages;
import hongli.mall.merchant.Mode;
import hongli.mall.payment.TrialMall;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Operators serve the platform's own shop as clerks serve theirs, and no other merchant's.
final class OwnShopTest {
    private final TrialMall mall = new TrialMall();
    private final Actor.Member member = mall.member();
    private final long own = mall.tables.work(Mode::ownShop);
    private final Packages packages = mall.delivery.packages();

    private long bought(TrialMall.Item item) {
        long checkout = mall.checkout(member, item);
        mall.pay(member, checkout);
        return mall.orders(checkout).getFirst();
    }

    private Packages.Shipment all(long order) {
        return new Packages.Shipment("顺丰", "SF1", Map.of(mall.line(order), 1L));
    }

    private Seen asked(long order) {
        var wish = new AfterSales.Wish(mall.line(order), Case.Kind.REFUND, 1, Optional.empty());
        Case found = mall.counter.afterSales().ask(member, new AfterSales.Request(wish, Money.ZERO, "不想要了", List.of()));
        return new Seen(found.id(), found.version());
    }

    @AfterEach
    void close() {
        mall.close();
    }

    @Test
    void operatorsShipItsOrders() {
        long order = bought(goods(own, 1, 10_00));
        long parcel = packages.ship(OPERATOR, order, all(order));
        packages.track(OPERATOR, parcel, "深圳", "已揽收");
        packages.delivered(OPERATOR, parcel);
        assertThat(mall.status("orders", order)).isEqualTo("delivered");
        assertThat(mall.number("select merchant number from mall.trail where action = 'package.shipped'"))
                .as("who reads the own shop's trail finds it")
                .isEqualTo(own);
    }

    @Test
    void operatorsRedeemItsCodes() {
        long order = bought(new TrialMall.Item(own, "voucher", 1, 10_00, 0));
        long voucher = mall.number("select id number from mall.voucher where order_id = ?", order);
        mall.delivery.vouchers().redeem(OPERATOR, mall.delivery.vouchers().show(member, voucher));
        assertThat(mall.status("orders", order)).isEqualTo("delivered");
    }

    @Test
    void operatorsDecideItsAfterSales() {
        long order = bought(goods(own, 1, 10_00));
        mall.counter.decisions().agree(OPERATOR, asked(order), "好");
        mall.timers.runDue();
        mall.timers.runDue();
        assertThat(mall.status("orders", order)).isEqualTo("refunded");
    }

    @Test
    void whatIsAnothersStaysTheirs() {
        Actor.Clerk clerk = mall.clerk();
        long order = bought(goods(clerk.merchant(), 1, 10_00));
        assertThatThrownBy(() -> packages.ship(OPERATOR, order, all(order))).hasMessageContaining("not_found");
        long parcel = packages.ship(clerk, order, all(order));
        assertThatThrownBy(() -> packages.delivered(OPERATOR, parcel)).hasMessageContaining("not_found");
        long second = bought(goods(clerk.merchant(), 1, 10_00));
        Seen seen = asked(second);
        assertThatThrownBy(() -> mall.counter.decisions().agree(OPERATOR, seen, ""))
                .hasMessageContaining("not_found");
    }

    @Test
    void whoMayNotShipDoesNot() {
        long order = bought(goods(own, 1, 10_00));
        var reader = new Actor.Operator(2, EnumSet.of(Permission.ORDERS_READ));
        assertThatThrownBy(() -> packages.ship(reader, order, all(order))).hasMessageContaining("not_permitted");
    }
}
