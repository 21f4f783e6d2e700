package hongli.mall.order;

import hongli.mall.table.Transaction;

/// Somebody who must know what orders become, in the transaction in which they become it.
@FunctionalInterface
public interface OrderWatcher {
    /// The order has this status now; what is thrown here undoes the step.
    void became(Transaction work, long order, OrderStatus status);
}
