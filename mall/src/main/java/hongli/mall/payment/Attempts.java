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

    /// Those of these payments that belong to one attempt.
    static List<Payment> of(List<Payment> payments, int attempt) {
        return payments.stream().filter(payment -> payment.attempt() == attempt).toList();
    }

    /// The number of the newest attempt among all payments of a checkout; 0 where there was none.
    static int newest(List<Payment> payments) {
        return payments.stream()
                .mapToInt(payment -> Math.abs(payment.attempt()))
                .max()
                .orElse(0);
    }
}
