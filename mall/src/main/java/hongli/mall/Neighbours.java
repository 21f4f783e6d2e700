package hongli.mall;

import hongli.mall.message.MessagePort;
import hongli.mall.people.Arrivals;
import hongli.mall.referral.Earnings;

/// What the mall asks of rooms that it does not know: its ports, which the front door connects.
public record Neighbours(Arrivals arrivals, Earnings earnings, MessagePort messages) {
    public Neighbours(Arrivals arrivals, Earnings earnings) {
        this(arrivals, earnings, MessagePort.NONE);
    }

    /// Nobody is there.
    public static Neighbours none() {
        return new Neighbours(Arrivals.UNHEARD, Earnings.UNKNOWN);
    }
}
