package hongli.mall.goods;

/// How goods reach the buyer.
public enum Kind {
    /// Sent or picked up.
    PHYSICAL,
    /// Redeemed at a counter by a one-time code.
    VOUCHER,
    /// Credited to a number by a provider.
    TOP_UP,
    /// Kept for a day: a hotel night, a table.
    BOOKING
}
