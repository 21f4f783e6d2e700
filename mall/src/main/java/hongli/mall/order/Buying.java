package hongli.mall.order;

import hongli.mall.basket.Baskets;
import hongli.mall.coupon.CouponKinds;
import hongli.mall.coupon.Coupons;
import hongli.mall.table.Tables;
import hongli.mall.timer.Timers;

/// The rooms in which things are bought.
public record Buying(
        Baskets baskets,
        Quotes quotes,
        Placing placing,
        Orders orders,
        OrderLists lists,
        Coupons coupons,
        CouponKinds couponKinds) {
    /// Opens them.
    public static Buying of(Tables tables, Timers timers) {
        var orders = new Orders(tables, timers);
        return new Buying(
                new Baskets(tables),
                new Quotes(tables),
                new Placing(tables, orders),
                orders,
                new OrderLists(tables),
                new Coupons(tables),
                new CouponKinds(tables));
    }
}
