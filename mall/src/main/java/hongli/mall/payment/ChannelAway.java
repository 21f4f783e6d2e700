package hongli.mall.payment;

/// A channel, the purse or a payout house did not answer; whether it did what was asked is not known, so it is asked
/// again.
public final class ChannelAway extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ChannelAway(String message) {
        super(message);
    }

    public ChannelAway(String message, Throwable cause) {
        super(message, cause);
    }
}
