package hongli.mall.order;

import hongli.economy.exact.Money;
import hongli.mall.table.Transaction;

/// Somebody who must know what orders become, in the transaction in which they become it.
@FunctionalInterface
public interface OrderWatcher {
    /// Something of a line that went back to the buyer.
    ///
    /// @param quantity pieces, 0 where only a part of the price went back
    record Back(long order, long line, long quantity, Money amount) {}

    /// The order has this status now; what is thrown here undoes the step.
    void became(Transaction work, long order, OrderStatus status);

    /// Something of a line has gone back, a part of it or all; if it was the last of the order, its status follows.
    /// What is thrown here undoes it.
    default void refunded(Transaction work, Back back) {}
}
