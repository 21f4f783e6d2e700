package hongli.mall.payment;

import hongli.mall.table.Transaction;

/// Keeps what else spends of one purse waiting until the transaction ends: between a release and a new hold of the rest
/// nobody shall take what was released.
public final class PurseLock {
    private PurseLock() {}

    /// Locks a member's purse.
    public static void take(Transaction work, long member) {
        take(work, Purse.Holder.member(member));
    }

    public static void take(Transaction work, Purse.Holder holder) {
        String name = switch (holder.party()) {
            case MEMBER -> "purse";
            case MERCHANT -> "purse of a merchant";
        };
        work.exists("select pg_advisory_xact_lock(hashtextextended(?, ?))", name, holder.id());
    }
}
