package hongli.mall.delivery;

import hongli.mall.order.Orders;
import hongli.mall.table.Tables;
import hongli.mall.timer.Timers;

/// Everything that brings orders to their buyers, put together.
public record Delivery(Fulfilment fulfilment, Packages packages, Vouchers vouchers, Codes codes, TopUps topUps) {
    /// Puts it together, and has timers and orders tell it what they must.
    public static Delivery of(Tables tables, Timers timers, Orders orders, TopUps.Provider provider) {
        var topUps = new TopUps(tables, provider);
        var fulfilment = new Fulfilment(tables, orders, topUps);
        fulfilment.register(timers);
        return new Delivery(
                fulfilment,
                new Packages(tables, fulfilment),
                new Vouchers(tables, fulfilment),
                new Codes(tables),
                topUps);
    }
}
