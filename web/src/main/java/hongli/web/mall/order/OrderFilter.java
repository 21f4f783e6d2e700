package hongli.web.mall.order;

import hongli.mall.order.OrderLists;
import hongli.mall.order.OrderStatus;
import hongli.web.mall.Asked;

/// Reads which orders a list shall show.
final class OrderFilter {
    private OrderFilter() {}

    static OrderLists.Filter of(Asked asked) {
        return new OrderLists.Filter(
                asked.word("status", OrderStatus.class),
                asked.time("from"),
                asked.time("until"),
                asked.text("text", 60),
                asked.number("member"),
                asked.number("merchant"),
                asked.number("checkout"));
    }
}
