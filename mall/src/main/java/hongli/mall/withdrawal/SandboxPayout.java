package hongli.mall.withdrawal;

import hongli.economy.exact.Money;
import hongli.mall.payment.ChannelAway;
import java.util.LinkedHashMap;
import java.util.Map;

/// A payout house without money, for trials: an account that begins with `fail` is not paid, one that begins with
/// `slow` is paid when it is asked about again.
public final class SandboxPayout implements PayoutPort {
    private final Map<String, Payout> paid = new LinkedHashMap<>();
    private final Map<String, Payout> slow = new LinkedHashMap<>();
    private boolean away;

    /// Whether it pays, but fails to say so, from now on.
    public synchronized void beAway(boolean now) {
        away = now;
    }

    @Override
    public synchronized Answer pay(Payout payout) {
        if (payout.account().startsWith("fail")) {
            return new Answer.Failed("account refused");
        }
        if (payout.account().startsWith("slow") && slow.putIfAbsent(payout.key(), payout) == null) {
            return new Answer.Pending();
        }
        paid.putIfAbsent(payout.key(), payout);
        if (away) {
            throw new ChannelAway("payout house must answer: key=" + payout.key());
        }
        return new Answer.Paid();
    }

    /// Everything it has paid out.
    public synchronized Money paid() {
        return new Money(paid.values().stream()
                .mapToLong(payout -> payout.amount().fen())
                .sum());
    }
}
