package hongli.app.backtest;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One line of a shop's file, read.
///
/// @param number its place in the file, the header being line 1
/// @param amount in yuan, exact, never below zero
/// @param order the order's number, or the line's where the file has none
/// @param merchant who sold, or nothing
/// @param back whether goods came back
/// @param item what was bought, or null where the file does not say
/// @param pieces how many, never below zero
record Line(
        long number,
        String member,
        Instant time,
        BigDecimal amount,
        String order,
        String merchant,
        boolean back,
        @Nullable String item,
        BigDecimal pieces) {
    /// What a line says.
    sealed interface Reading {
        /// A purchase or a return by somebody known.
        record Read(Line line) implements Reading {}

        /// Somebody nobody knows bought or returned something; `amount` is below zero for returns.
        record Guest(BigDecimal amount) implements Reading {}

        /// Nothing that can be used.
        record Bad(long number, Flaw flaw, String found) implements Reading {}
    }
}
