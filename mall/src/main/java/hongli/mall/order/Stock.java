package hongli.mall.order;

import hongli.mall.refusal.General;
import hongli.mall.table.Transaction;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Stock of variants, and of days of bookings: taken by conditional update, in one order for all, so that nothing is
/// sold twice and nobody waits in a circle.
public final class Stock {
    private static final Comparator<Taken> ONE_ORDER = Comparator.comparingLong(Taken::variant)
            .thenComparing(taken -> taken.day().orElse(LocalDate.MIN));
    private static final String OF_CHECKOUT = """
            select l.variant, l.day, sum(l.quantity)::bigint quantity
            from mall.order_line l join mall.orders o on o.id = l.order_id
            where o.checkout = ? group by l.variant, l.day
            """;
    private static final String SOLD = """
            select l.product, sum(l.quantity)::bigint quantity
            from mall.order_line l join mall.orders o on o.id = l.order_id
            where o.checkout = ? group by l.product order by l.product
            """;

    private Stock() {}

    /// Pieces of a variant, on a day where it is a booking.
    record Taken(long variant, Optional<LocalDate> day, long quantity) {}

    /// Pieces of a product.
    private record Pieces(long product, long quantity) {}

    /// Takes all of it, or refuses.
    static void take(Transaction work, List<Taken> wanted) {
        wanted.stream().sorted(ONE_ORDER).forEach(taken -> {
            if (change(work, taken, -taken.quantity()) == 0) {
                throw OrderGround.SOLD_OUT.with("variant", taken.variant(), "quantity", taken.quantity());
            }
        });
    }

    /// Gives back what the orders of a checkout took.
    static void giveBack(Transaction work, long checkout) {
        work
                .all(
                        OF_CHECKOUT,
                        row -> new Taken(
                                row.number("variant"), Optional.ofNullable(row.date("day")), row.number("quantity")),
                        checkout)
                .stream()
                .sorted(ONE_ORDER)
                .forEach(taken -> change(work, taken, taken.quantity()));
    }

    /// Gives back `quantity` pieces of a line that can be sold again.
    public static void restock(Transaction work, long line, long quantity) {
        var taken = work.find(
                        "select variant, day from mall.order_line where id = ?",
                        row -> new Taken(row.number("variant"), Optional.ofNullable(row.date("day")), quantity),
                        line)
                .orElseThrow(() -> General.NOT_FOUND.with("line", line));
        change(work, taken, quantity);
    }

    /// Counts what the orders of a checkout sold.
    static void sold(Transaction work, long checkout) {
        work.all(SOLD, row -> new Pieces(row.number("product"), row.number("quantity")), checkout)
                .forEach(pieces -> work.send(
                        "update mall.product set sold = sold + ? where id = ?", pieces.quantity(), pieces.product()));
    }

    private static int change(Transaction work, Taken taken, long by) {
        return taken.day()
                .map(day -> work.run(
                        "update mall.slot set stock = stock + ? where variant = ? and day = ? and stock + ? >= 0",
                        by,
                        taken.variant(),
                        day,
                        by))
                .orElseGet(() -> work.run(
                        "update mall.variant set stock = stock + ? where id = ? and stock + ? >= 0",
                        by,
                        taken.variant(),
                        by));
    }
}
