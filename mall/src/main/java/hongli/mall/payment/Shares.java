package hongli.mall.payment;

import hongli.economy.exact.Money;
import hongli.economy.exact.Wide;
import java.util.ArrayList;
import java.util.List;

/// Splits a refund over the ways it was paid by, so that the parts add up: in proportion. Each way gets back
/// what is still missing of `floor(paid by it · refunded so far / paid in all)`, in the order of the ways; the fen that
/// rounding leaves come from the first way that has some left. So no way ever gives back more than it took, every
/// refund is paid out to the fen, and when all is refunded every way has given back exactly what it took.
///
/// Why in proportion and not to the channel first: what an order puts into the programme goes by what was paid
/// in money. A line that goes back takes its own share of money and points with it, whichever goes back first.
public final class Shares {
    private Shares() {}

    /// One way that gives back.
    ///
    /// @param paid what was paid by it
    /// @param back what it has given back so far
    public record Way(Money paid, Money back) {}

    /// What each way gives back of a further refund of `amount`, which is at most what is left of all ways together.
    public static List<Money> refund(Money amount, List<Way> ways) {
        long paid = total(ways.stream().map(Way::paid).toList());
        long after = Math.addExact(total(ways.stream().map(Way::back).toList()), amount.fen());
        if (after > paid) {
            throw PaymentGround.REFUND_ABOVE_PAID.with("amount", amount.toString());
        }
        long[] parts = new long[ways.size()];
        long left = amount.fen();
        for (int i = 0; i < parts.length; i++) {
            Way way = ways.get(i);
            long missing = part(way.paid().fen(), after, paid) - way.back().fen();
            parts[i] = Math.clamp(missing, 0, left);
            left -= parts[i];
        }
        for (int i = 0; i < parts.length; i++) {
            Way way = ways.get(i);
            long more = Math.min(left, way.paid().fen() - way.back().fen() - parts[i]);
            parts[i] += more;
            left -= more;
        }
        List<Money> shares = new ArrayList<>();
        for (long part : parts) {
            shares.add(new Money(part));
        }
        return shares;
    }

    private static long part(long weight, long whole, long sum) {
        return sum == 0 ? 0 : Wide.ratio(weight, whole, sum).toLong();
    }

    private static long total(List<Money> all) {
        return all.stream().mapToLong(Money::fen).reduce(0, Math::addExact);
    }
}
