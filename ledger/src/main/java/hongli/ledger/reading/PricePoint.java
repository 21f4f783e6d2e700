package hongli.ledger.reading;

import hongli.economy.Price;
import hongli.economy.exact.Money;
import hongli.economy.exact.Points;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The pool and the circulation after an entry that changed one of them; position 0 is the opening.
public record PricePoint(long position, Instant at, Money pool, Points circulating) {
    /// Their fraction, or null where one of them is nothing and the price before still counts.
    public @Nullable Price price() {
        return pool.fen() > 0 && circulating.micro() > 0 ? new Price(pool.fen(), circulating.micro()) : null;
    }
}
