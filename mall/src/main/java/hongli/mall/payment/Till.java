package hongli.mall.payment;

import hongli.mall.order.OrderStatus;
import hongli.mall.order.Orders;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import hongli.mall.timer.Timers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Everything that takes money and gives it back, put together.
///
/// @param sandbox the hand on the sandbox channel; in sandboxes only
public record Till(
        Cashier cashier,
        Notifications notifications,
        Refunds refunds,
        PaymentOffice office,
        Channels channels,
        Purse purse,
        Optional<SandboxDesk> sandbox) {
    /// By then the refunds of a refunded order are done as a rule.
    private static final Duration SOON = Duration.ofMinutes(5);

    /// What money is moved by.
    ///
    /// @param seal the sandbox channel's seal; nothing where there is no sandbox channel
    public record Means(Purse purse, List<PayChannel> channels, Optional<Seal> seal) {
        public Means {
            channels = List.copyOf(channels);
        }
    }

    /// Puts it together, and has timers and orders tell it what they must.
    public static Till of(Tables tables, Timers timers, Orders orders, Means means) {
        List<PayChannel> all = new ArrayList<>(means.channels());
        Optional<SandboxChannel> sandbox = means.seal().map(seal -> new SandboxChannel(tables, seal));
        sandbox.ifPresent(all::add);
        var channels = new Channels(all);
        var refunds = new Refunds(tables, channels, means.purse());
        var confirmation = new Confirmation(orders, refunds);
        var upkeep = new Upkeep(tables, channels, means.purse(), confirmation);
        var notifications = new Notifications(tables, channels, confirmation);
        Optional<SandboxDesk> desk = sandbox.map(channel -> new SandboxDesk(tables, channel, notifications));
        upkeep.register(timers);
        refunds.register(timers);
        desk.ifPresent(each -> each.register(timers));
        orders.watch(Till::became);
        return new Till(
                new Cashier(tables, channels, means.purse(), confirmation, upkeep),
                notifications,
                refunds,
                new PaymentOffice(tables),
                channels,
                means.purse(),
                desk);
    }

    private static void became(Transaction work, long order, OrderStatus status) {
        switch (status) {
            case CANCELLED -> Upkeep.hasten(work, order, Duration.ZERO);
            case REFUNDED -> Upkeep.hasten(work, order, SOON);
            case COMPLETED -> Upkeep.hastenAfterReturns(work, order);
            case UNPAID, PAID, SHIPPED, DELIVERED -> {}
        }
    }
}
