package hongli.mall.programme;

import hongli.mall.people.Arrivals;
import hongli.mall.table.Transaction;
import java.util.OptionalLong;

/// Tells the programme of everyone who joins, with whoever brought them, in the transaction in which they join.
public final class Joining implements Arrivals {
    @Override
    public void joined(Transaction work, long member, OptionalLong referrer) {
        // The line above is in the tables already, the referrer with it.
        Outbox.join(work, ShopTerms.read(work).programme(), member);
    }
}
