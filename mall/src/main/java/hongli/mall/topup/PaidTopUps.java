package hongli.mall.topup;

import hongli.economy.exact.Money;
import hongli.mall.order.OrderStatus;
import hongli.mall.order.OrderWatcher;
import hongli.mall.table.Transaction;

/// Begins the top-ups of an order when it is paid: each line for as much as its list price times its pieces says.
public final class PaidTopUps implements OrderWatcher {
    @Override
    public void became(Transaction work, long order, OrderStatus status) {
        if (status == OrderStatus.PAID) {
            work.all(
                            "select id, merchant, target, (list_fen * quantity)::bigint amount_fen from mall.order_line"
                                    + " where order_id = ? and kind = 'top_up' and list_fen > 0 order by id",
                            row -> new TopUps.Paid(
                                    row.number("id"),
                                    row.number("merchant"),
                                    row.text("target"),
                                    new Money(row.number("amount_fen"))),
                            order)
                    .forEach(paid -> TopUps.start(work, paid));
        }
    }
}
