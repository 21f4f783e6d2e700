package hongli.mall.posting;

/// The accounts of the mall's books. What is on the debit side of a posting grows, what is on the credit
/// side falls, so what the mall owes stands below zero.
public enum Account {
    /// Money at the payment channels and the bank.
    MONEY,
    /// Cash and constant points that buyers have paid in the programme, until merchants count them as
    /// received.
    PURSE,
    /// What buyers have paid for orders that are not completed.
    ADVANCE,
    /// What is owed to merchants.
    MERCHANT,
    /// What coupons of the platform have cost it.
    PLATFORM_COUPONS,
    /// What the platform has earned by commission.
    COMMISSION,
    /// What merchants have paid to be let in.
    ENTRY_FEES,
    /// What the mall has paid into the programme for merchants, and paid out for it: the mirror of the
    /// ledger.
    PROGRAMME
}
