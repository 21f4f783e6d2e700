package hongli.mall.order;

import hongli.economy.exact.Money;
import hongli.mall.access.Actor;
import hongli.mall.refusal.General;
import hongli.mall.table.Transaction;
import java.time.Instant;
import java.util.List;

/// Checkouts: what is paid at once, the orders of one or more merchants.
public final class Checkouts {
    private static final String LOCK = """
            select c.id, c.member, c.status, c.payable_fen, c.placed_at,
                   array(select o.id from mall.orders o where o.checkout = c.id order by o.id) orders
            from mall.checkout c where c.id = ? for update
            """;

    private Checkouts() {}

    /// A checkout as far as paying needs it.
    ///
    /// @param amount what is to be paid for all its orders
    /// @param orders their ids, rising
    public record Payable(
            long id, long member, CheckoutStatus status, Money amount, Instant placedAt, List<Long> orders) {
        public Payable {
            orders = List.copyOf(orders);
        }
    }

    /// The checkout, locked until the transaction ends: neither is it paid nor cancelled by others meanwhile. Look at
    /// its status; lock nothing of its orders before it.
    ///
    /// @throws hongli.mall.refusal.Refusal where it is not there or not for `actor` to see
    public static Payable payable(Transaction work, Actor actor, long checkout) {
        Payable found = work.find(
                        LOCK,
                        row -> new Payable(
                                row.number("id"),
                                row.number("member"),
                                row.word("status", CheckoutStatus.class),
                                row.money("payable_fen"),
                                row.time("placed_at"),
                                row.numbers("orders")),
                        checkout)
                .orElseThrow(() -> unknown(checkout));
        boolean visible = switch (actor) {
            case Actor.Member member -> member.id() == found.member();
            case Actor.House _, Actor.Operator _ -> true;
            case Actor.Clerk _, Actor.Guest _ -> false;
        };
        if (!visible) {
            throw unknown(checkout);
        }
        return found;
    }

    private static RuntimeException unknown(long checkout) {
        return General.NOT_FOUND.with("checkout", checkout);
    }
}
