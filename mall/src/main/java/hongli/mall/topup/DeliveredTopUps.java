package hongli.mall.topup;

import hongli.mall.access.Actor;
import hongli.mall.order.Orders;
import hongli.mall.table.Transaction;

/// Takes an order as delivered when all that it is of are top-ups that were credited; one that was declined keeps the
/// order where it is, for the merchant to give the money back.
public final class DeliveredTopUps implements TopUps.Ended {
    private static final String ORDER = """
            select o.id from mall.orders o join mall.order_line l on l.order_id = o.id and l.id = ?
            where o.status = 'paid' for update of o
            """;
    private static final String REST = """
            select 1 from mall.order_line l left join mall.top_up t on t.line = l.id and t.status = 'done'
            where l.order_id = ? and t.id is null
            """;

    private final Orders orders;

    public DeliveredTopUps(Orders orders) {
        this.orders = orders;
    }

    @Override
    public void tell(Transaction work, long line, boolean credited) {
        if (credited) {
            // The order is locked first: of two lines that end at once, the second must see the first.
            work.find(ORDER, row -> row.number("id"), line)
                    .filter(order -> !work.exists(REST, order))
                    .ifPresent(order -> orders.delivered(work, new Actor.House(), order));
        }
    }
}
