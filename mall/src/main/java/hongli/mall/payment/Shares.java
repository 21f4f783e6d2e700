package hongli.mall.payment;

import hongli.economy.exact.Money;
import hongli.economy.exact.Wide;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Splits money so that the parts add up.
///
/// **Over orders**: by largest remainder. **A refund over the ways it was paid by**: in proportion. Each way gets back
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

    /// `whole` in parts that go by `weights`; where all weights are zero, `whole` must be zero too.
    public static List<Money> split(Money whole, List<Money> weights) {
        long sum = total(weights);
        if (sum == 0) {
            if (whole.fen() != 0) {
                throw new IllegalArgumentException("weights must not all be zero: whole=" + whole);
            }
            return weights;
        }
        long[] parts = weights.stream()
                .mapToLong(weight -> part(weight.fen(), whole.fen(), sum))
                .toArray();
        long left = whole.fen()
                - IntStream.range(0, parts.length).mapToLong(i -> parts[i]).sum();
        IntStream.range(0, parts.length)
                .boxed()
                .filter(i -> rest(weights.get(i).fen(), whole.fen(), sum).signum() > 0)
                .sorted(Comparator.comparing((Integer i) -> rest(weights.get(i).fen(), whole.fen(), sum))
                        .reversed())
                .limit(left)
                .forEach(i -> parts[i]++);
        return IntStream.range(0, parts.length)
                .mapToObj(i -> new Money(parts[i]))
                .toList();
    }

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

    private static BigInteger rest(long weight, long whole, long sum) {
        return BigInteger.valueOf(weight).multiply(BigInteger.valueOf(whole)).mod(BigInteger.valueOf(sum));
    }

    private static long total(List<Money> all) {
        return all.stream().mapToLong(Money::fen).reduce(0, Math::addExact);
    }
}
