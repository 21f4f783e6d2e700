package hongli.mall.payment;

import hongli.economy.exact.Money;
import hongli.mall.table.Transaction;
import java.util.List;

/// The payments of a checkout, as they were begun one attempt after the other.
final class Attempts {
    private Attempts() {}

    /// An order of a checkout, and what is to be paid for it.
    record Part(long order, Money payable) {}

    static List<Part> parts(Transaction work, long checkout) {
        return work.all(
                "select id, payable_fen from mall.orders where checkout = ? order by id",
                row -> new Part(row.number("id"), row.money("payable_fen")),
                checkout);
    }

    static List<Payment> payments(Transaction work, long checkout) {
        return work.all(Payment.SELECT + " where p.checkout = ? order by p.id", Payment::of, checkout);
    }

    /// The payments that belong to one attempt.
    static List<Payment> payments(Transaction work, long checkout, int attempt) {
        return payments(work, checkout).stream()
                .filter(payment -> payment.attempt() == attempt)
                .toList();
    }

    /// The number of the newest attempt; 0 where there was none.
    static int newest(Transaction work, long checkout) {
        return (int) work.number(
                "select coalesce(max(abs(attempt)), 0) number from mall.payment where checkout = ?", checkout);
    }
}
