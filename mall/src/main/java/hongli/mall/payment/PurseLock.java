package hongli.mall.payment;

import hongli.mall.table.Transaction;

/// Keeps what else spends of one member's purse waiting until the transaction ends: between a release and a new hold of
/// the rest nobody shall take what was released.
public final class PurseLock {
    private PurseLock() {}

    public static void take(Transaction work, long member) {
        work.exists("select pg_advisory_xact_lock(hashtextextended('purse', ?))", member);
    }
}
