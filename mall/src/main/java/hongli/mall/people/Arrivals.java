package hongli.mall.people;

import hongli.mall.table.Transaction;
import java.util.OptionalLong;

/// Hears of everyone who joins, in the transaction in which they join. A port: the programme must know its members.
@FunctionalInterface
public interface Arrivals {
    /// Nobody listens.
    Arrivals UNHEARD = (_, _, _) -> {};

    /// `member` joined, brought by `referrer` where somebody brought them; this never changes.
    void joined(Transaction work, long member, OptionalLong referrer);
}
