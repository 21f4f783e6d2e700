package hongli.mall.order;

import hongli.economy.exact.Money;
import hongli.mall.access.Actor;
import hongli.mall.access.Permission;
import hongli.mall.coupon.Coupons;
import hongli.mall.price.Portion;
import hongli.mall.refusal.General;
import hongli.mall.table.Tables;
import hongli.mall.table.Transaction;
import hongli.mall.timer.Timers;
import java.time.temporal.ChronoUnit;

/// The life of orders, once they are placed: what payment, delivery and after-sales tell becomes steps here.
///
/// Whether the actor may at all, the caller has seen to; whose the order is, is seen to here.
///
/// Lock order: the checkout, then its orders by id, then lines, then stock by variant.
public final class Orders {
    static final String UNPAID_TIMER = "order.unpaid";
    static final String COMPLETES_TIMER = "order.completes";

    private final Tables tables;
    private final Steps steps = new Steps();

    /// @param timers where unpaid checkouts and delivered orders wait for their time
    public Orders(Tables tables, Timers timers) {
        this.tables = tables;
        timers.whenTogether(UNPAID_TIMER, this::lapse);
        timers.whenTogether(COMPLETES_TIMER, this::mature);
    }

    /// Has `watcher` told of every step of every order from now on; to be called before the mall opens.
    public void watch(OrderWatcher watcher) {
        steps.watch(watcher);
    }

    /// The orders of this checkout are paid in full. A second time changes nothing.
    ///
    /// @return whether they were unpaid until now
    /// @throws hongli.mall.refusal.Refusal where the checkout was cancelled; where the money must then go back
    ///     in the same transaction, ask [Checkouts#payable] first
    public boolean paid(Transaction work, long checkout) {
        return paid(work, Checkouts.payable(work, new Actor.House(), checkout));
    }

    /// As [#paid(Transaction, long)], for who has locked the checkout already.
    public boolean paid(Transaction work, Checkouts.Payable checkout) {
        return switch (checkout.status()) {
            case UNPAID -> {
                pay(work, checkout);
                yield true;
            }
            case PAID -> false;
            case CANCELLED -> throw OrderGround.CHECKOUT_CANCELLED.with("checkout", checkout.id());
        };
    }

    private void pay(Transaction work, Checkouts.Payable found) {
        work.send("update mall.checkout set status = 'paid', paid_at = ? where id = ?", work.now(), found.id());
        Timers.drop(work, UNPAID_TIMER, found.id());
        found.orders().forEach(order -> step(work, new Actor.House(), order, OrderStatus.PAID, ""));
        Stock.sold(work, found.id());
    }

    /// Cancels an unpaid checkout: by its member, by an operator who may change orders, or by the house. Stock and
    /// coupons go back. A second time changes nothing.
    ///
    /// @throws hongli.mall.refusal.Refusal where it is paid
    public void cancel(Actor actor, long checkout, String reason) {
        tables.run(work -> cancel(work, actor, checkout, reason));
    }

    /// As [#cancel(Actor, long, String)], as part of other work.
    public void cancel(Transaction work, Actor actor, long checkout, String reason) {
        switch (actor) {
            case Actor.Operator operator -> operator.requireOperator(Permission.ORDERS_CHANGE);
            case Actor.Clerk clerk -> clerk.requireMember();
            case Actor.Guest guest -> guest.requireMember();
            case Actor.Member _, Actor.House _ -> {}
        }
        var found = Checkouts.payable(work, actor, checkout);
        switch (found.status()) {
            case UNPAID -> {
                work.send("update mall.checkout set status = 'cancelled' where id = ?", checkout);
                Timers.drop(work, UNPAID_TIMER, checkout);
                found.orders().forEach(order -> step(work, actor, order, OrderStatus.CANCELLED, reason));
                Stock.giveBack(work, checkout);
                Coupons.free(work, checkout);
            }
            case PAID -> throw OrderGround.CHECKOUT_PAID.with("checkout", checkout);
            case CANCELLED -> {}
        }
    }

    /// All of the order is on its way.
    public void shipped(Transaction work, Actor actor, long order) {
        step(work, actor, order, OrderStatus.SHIPPED, "");
    }

    /// The order has arrived, or there was nothing to ship; from now on it waits to be completed.
    public void delivered(Transaction work, Actor actor, long order) {
        step(work, actor, order, OrderStatus.DELIVERED, "");
        Timers.putAfter(work, COMPLETES_TIMER, order, "completes_days", ChronoUnit.DAYS);
    }

    /// The buyer has it, says so or has said nothing for long; one that is still on its way is delivered by this. No
    /// clerk says so: money goes to the merchant from here.
    public void completed(Transaction work, Actor actor, long order) {
        if (actor instanceof Actor.Clerk clerk) {
            clerk.requireMember();
        }
        complete(work, actor, steps.lock(work, actor, order));
    }

    private void complete(Transaction work, Actor actor, Steps.Locked order) {
        var delivered = order.status() == OrderStatus.SHIPPED
                ? steps.become(work, actor, order, OrderStatus.DELIVERED, "")
                : order;
        steps.become(work, actor, delivered, OrderStatus.COMPLETED, "");
        Timers.drop(work, COMPLETES_TIMER, order.id());
    }

    /// Money for `quantity` pieces of a line went back to the buyer; an order of which all went back is refunded.
    ///
    /// @param quantity pieces, 0 where only a part of the price went back
    /// @throws hongli.mall.refusal.Refusal where more would go back than was bought or paid
    public void refunded(Transaction work, long line, long quantity, Money amount) {
        var house = new Actor.House();
        var locked = steps.lock(work, house, Lines.order(work, line));
        if (!locked.status().mayBecome(OrderStatus.REFUNDED)) {
            throw OrderGround.ORDER_STATUS_DIFFERS.with(
                    "order", locked.id(), "stands", locked.status().word(), "wanted", "refunded");
        }
        Lines.refund(work, line, quantity, amount);
        work.send(
                "update mall.orders set refunded_fen = refunded_fen + ?, version = version + 1 where id = ?",
                amount,
                locked.id());
        steps.refunded(work, new OrderWatcher.Back(locked.id(), line, quantity, amount));
        if (Lines.allBack(work, locked.id())) {
            steps.become(work, house, locked, OrderStatus.REFUNDED, "");
            Timers.drop(work, COMPLETES_TIMER, locked.id());
        }
    }

    /// What goes back for `quantity` more pieces of a line, so that the parts add up to what was paid for all.
    public static Money worth(Transaction work, long line, long quantity) {
        var found = Lines.find(work, line).orElseThrow(() -> General.NOT_FOUND.with("line", line));
        if (quantity < 0 || quantity > found.quantity() - found.refundedQuantity()) {
            throw OrderGround.REFUND_TOO_LARGE.with("line", line, "quantity", quantity);
        }
        var due = Portion.of(found.paid(), found.quantity(), found.refundedQuantity(), quantity);
        return new Money(
                Math.min(due.fen(), found.paid().fen() - found.refunded().fen()));
    }

    private void step(Transaction work, Actor actor, long order, OrderStatus next, String note) {
        steps.become(work, actor, steps.lock(work, actor, order), next, note);
    }

    private void lapse(Transaction work, long checkout) {
        var house = new Actor.House();
        if (Checkouts.payable(work, house, checkout).status() == CheckoutStatus.UNPAID) {
            cancel(work, house, checkout, "unpaid");
        }
    }

    private void mature(Transaction work, long order) {
        var house = new Actor.House();
        var locked = steps.lock(work, house, order);
        if (locked.status() == OrderStatus.DELIVERED) {
            complete(work, house, locked);
        }
    }
}
