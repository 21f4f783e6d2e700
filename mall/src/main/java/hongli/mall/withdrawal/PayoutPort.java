package hongli.mall.withdrawal;

import hongli.economy.exact.Money;

/// A house that pays money out to members' accounts.
@FunctionalInterface
public interface PayoutPort {
    /// Money to be paid out.
    ///
    /// @param key used once for good: the same key again pays nothing more
    /// @param account where to, as the member wrote it
    record Payout(String key, String account, Money amount) {}

    /// How a payout stands.
    sealed interface Answer {
        /// Paid.
        record Paid() implements Answer {}

        /// Under way; to be asked again.
        record Pending() implements Answer {}

        /// It will not be paid.
        record Failed(String why) implements Answer {}
    }

    /// Pays out, or tells how the payout under this key stands; throws [hongli.mall.payment.ChannelAway] where it does
    /// not answer.
    Answer pay(Payout payout);
}
