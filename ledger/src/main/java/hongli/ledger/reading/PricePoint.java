package hongli.ledger.reading;

import hongli.economy.Price;
import hongli.economy.exact.Money;
import hongli.economy.exact.Points;
import java.time.Instant;

/// The pool, the circulation and the price after an entry that changed one of them; position 0 is the opening.
///
/// @param price their fraction, or the last there was where one of them is nothing
/// @param burned points that had ceased to exist by then
public record PricePoint(long position, Instant at, Money pool, Points circulating, Price price, Points burned) {
    /// Points ever issued by then: what circulates and what was burned.
    public Points issued() {
        return new Points(Math.addExact(circulating.micro(), burned.micro()));
    }
}
