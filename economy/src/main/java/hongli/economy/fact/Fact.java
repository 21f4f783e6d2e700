package hongli.economy.fact;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that one applied command changed: the transfers in the order they were made, and what else is told of it.
///
/// Dividends of a day are granted to all at once ([Dividend]) and booked to a member when it next acts or its quota
/// ends: between the two they stand in the account [Account.Kind#DIVIDENDS].
///
/// @param transfers every change of a balance, never an amount of zero
/// @param promotions every change of a member's tier
/// @param dividend what a day's close granted, where the command was one
public record Fact(
        List<Transfer> transfers,
        List<Promotion> promotions,
        @Nullable Dividend dividend) {
    public Fact {
        transfers = List.copyOf(transfers);
        promotions = List.copyOf(promotions);
    }
}
