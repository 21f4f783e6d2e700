package hongli.mall.topup;

import hongli.economy.exact.Money;

/// Somebody who credits numbers: phone credit, electricity, water. It may answer late, and is asked again under the
/// same reference until it does; asked twice it credits once.
public interface TopUpProvider {
    /// One number to be credited.
    ///
    /// @param reference our name for it, for good
    /// @param account the phone or customer number
    record Wish(String reference, String account, Money amount) {}

    /// What became of it.
    sealed interface Outcome {
        /// It is credited.
        ///
        /// @param trade the provider's name for it
        record Credited(String trade) implements Outcome {}

        /// It is not and will not be.
        record Declined(String reason) implements Outcome {}

        /// It is not known yet; ask again.
        record Pending() implements Outcome {}
    }

    /// Asks for `wish`, or how far it is.
    Outcome credit(Wish wish);
}
